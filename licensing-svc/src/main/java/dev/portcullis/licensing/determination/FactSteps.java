package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.facts.KnownFact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Are the facts there, and fresh? What is missing or too old never permits (15 CFR 736.2(b)(10), 732 Supp. 3). */
final class FactSteps {
    private static final String CITATION = "15 CFR 732.3, Supp. 3 to Part 732";

    private FactSteps() {}

    /** The item, where it is known, fresh and classified. */
    static @Nullable ItemState item(Walk walk) {
        KnownFact<ItemState> fact = walk.facts.item();
        String question = "Is the item known and classified?";
        ItemState item = usable(walk, fact, "item", question);
        if (item == null) {
            return null;
        }
        walk.item = item;
        ItemState.Classification classification = item.classification();
        if (classification == null) {
            walk.asks(
                    question, source(fact, "item"), "The item is not classified yet: classify it.", "15 CFR 732.3(b)");
            return null;
        }
        if (classification.status() != ItemState.Status.CLASSIFIED || classification.eccn() == null) {
            List<String> open = classification.missing().isEmpty()
                    ? List.of("The item's classification needs a person's decision.")
                    : classification.missing();
            open.forEach(missing -> walk.asks(question, source(fact, "item"), missing, "15 CFR 732.3(b)"));
            return null;
        }
        List<Used> used = new ArrayList<>(source(fact, "item"));
        used.add(used(walk, "eccn", ControlSteps.entry(classification)));
        walk.passes(
                question,
                used,
                "It is classified under the control list of " + classification.edition() + ".",
                "15 CFR 774 Supp. 1");
        return item;
    }

    /** The parties that are known, fresh, active and screened. */
    static void parties(Walk walk) {
        for (KnownFact<PartyState> fact : walk.facts.parties()) {
            String question = "Is the party known and screened?";
            PartyState party = usable(walk, fact, "party", question);
            if (party == null) {
                continue;
            }
            walk.parties.add(party);
            if (!party.active()) {
                walk.prohibits(
                        question,
                        source(fact, "party"),
                        "The party was closed: nobody may deal with it.",
                        "company record");
            } else if (party.screening() == null) {
                walk.asks(question, source(fact, "party"), "The party has not been screened yet: screen it.", CITATION);
            } else {
                walk.passes(question, source(fact, "party"), "It was screened.", CITATION);
            }
        }
        if (walk.facts.parties().isEmpty() && !walk.transaction.toPerson()) {
            walk.asks(
                    "Is the party known and screened?",
                    List.of(),
                    "Who receives the item? Name the ultimate consignee and the end user.",
                    "15 CFR 748.5");
        }
        if (walk.destination == null && !walk.transaction.toPerson()) {
            walk.asks("Where does the item go?", List.of(), "Name the country of destination.", "15 CFR 732.3(d)");
        }
    }

    static <T> @Nullable T usable(Walk walk, KnownFact<T> fact, String kind, String question) {
        T value = fact.usable();
        if (value != null) {
            return value;
        }
        String open = fact.value() == null
                ? "Nothing is known of " + kind + " " + fact.id()
                        + ": register it, or wait until its record has arrived."
                : "The feed of the " + kind + " is too old to rely on: its last word is of "
                        + (fact.completeUpTo() == null ? "an unknown time" : fact.completeUpTo()) + ".";
        walk.asks(question, source(fact, kind), open, CITATION);
        return null;
    }

    static List<Used> source(KnownFact<?> fact, String kind) {
        return List.of(new Used(kind, fact.id(), kind + " " + fact.id() + " version " + fact.version()));
    }

    /** A value of the item. */
    static Used used(Walk walk, String name, String value) {
        KnownFact<ItemState> fact = walk.facts.item();
        return new Used(name, value, "item " + fact.id() + " version " + fact.version());
    }

    /** A value of the transaction. */
    static Used stated(String name, String value) {
        return new Used(name, value, "transaction");
    }
}
