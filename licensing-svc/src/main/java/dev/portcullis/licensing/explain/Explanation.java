package dev.portcullis.licensing.explain;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.decision.FactUsed;
import dev.portcullis.licensing.determination.Origin;
import dev.portcullis.licensing.determination.Route;
import dev.portcullis.licensing.determination.Step;
import dev.portcullis.licensing.determination.Transaction;
import dev.portcullis.platform.document.FactList;
import dev.portcullis.platform.document.Paper;
import dev.portcullis.platform.document.Part;
import dev.portcullis.platform.document.ProofParts;
import dev.portcullis.platform.document.ProofParts.Proved;
import dev.portcullis.platform.document.Words;
import dev.portcullis.platform.ledger.Ledger.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts a determination into words. It says nothing that the determination does not hold; names stand beside ids as they are now. */
public final class Explanation {
    private static final String BASIS = "Export Administration Regulations, 15 CFR 730-774";

    private Explanation() {}

    /** The document. */
    public static Paper of(Explained explained) {
        Determination determination = explained.determination();
        Paper.Draft draft = new Paper.Draft();
        asked(draft, explained);
        answer(draft, explained);
        missing(draft, determination);
        walk(draft, determination);
        facts(draft, explained);
        proof(draft, explained);
        return new Paper(
                "License determination",
                BASIS,
                OutcomeWords.headline(determination.outcome(), determination.authority()),
                OutcomeWords.mark(determination.outcome()),
                OutcomeWords.tone(determination.outcome()),
                draft.parts(),
                explained.issuedAt(),
                determination.id());
    }

    private static void asked(Paper.Draft draft, Explained explained) {
        Determination determination = explained.determination();
        Transaction asked = determination.transaction();
        draft.heading("What was asked");
        FactList facts = new FactList()
                .add("What is to happen", OutcomeWords.activity(asked.activity()))
                .add("Item", explained.named(asked.itemId()));
        asked.parties()
                .forEach(
                        party -> facts.add(Words.capital(Words.small(party.role())), explained.named(party.partyId())));
        facts.add("Person", asked.personId())
                .add("Destination as stated", asked.destination())
                .add("Country that the law looked at", determination.destination())
                .add("Region", asked.region())
                .add("End uses", String.join(", ", asked.endUses()))
                .add("Reference", asked.reference());
        Route route = asked.route();
        if (route != null) {
            facts.add("How it is given", Words.capital(Words.small(route.means())))
                    .add("Leaves", route.from())
                    .add(
                            "Passes through",
                            route.transit().stream().map(CountryCode::value).collect(Collectors.joining(", ")));
        }
        Origin origin = asked.origin();
        if (origin != null) {
            facts.add("Made", Words.capital(Words.small(origin.made())))
                    .add("Controlled United States content in percent", origin.controlledContentPercent())
                    .add(
                            "Entries of that content",
                            origin.controlledContent().stream().map(Eccn::value).collect(Collectors.joining(", ")));
        }
        asked.exceptionFacts().forEach((name, value) -> facts.add("Stated: " + name, value));
        facts.add("Law of the day", determination.asOf())
                .add(
                        "Editions that were read",
                        determination.editions().entrySet().stream()
                                .map(edition -> edition.getKey() + ": " + edition.getValue())
                                .collect(Collectors.joining("; ")))
                .add("Determined at", Words.time(determination.determinedAt()));
        draft.add(facts.part());
    }

    private static void answer(Paper.Draft draft, Explained explained) {
        Determination determination = explained.determination();
        draft.heading("The answer");
        draft.text(OutcomeWords.meaning(determination.outcome()));
        FactList facts = new FactList().add("What permits", determination.authority());
        if (determination.reviewPolicy() != null) {
            facts.add(
                    "How an application would be reviewed",
                    Words.capital(OutcomeWords.policy(determination.reviewPolicy())));
        }
        if (determination.codifiedOutcome() != null) {
            facts.add(
                    "What the text alone would lead to",
                    OutcomeWords.headline(determination.codifiedOutcome(), null)
                            + ": BIS enforces less than the text says; counsel decides what to rely on");
        }
        facts.add("Provisions that decided", String.join("; ", determination.citations()))
                .add("Is-informed letters in force", String.join(", ", determination.holds()))
                .add("Red flags that were seen", String.join(", ", determination.redFlags()))
                .add("Not shown to you", explained.withheld());
        draft.add(facts.part());
    }

    private static void missing(Paper.Draft draft, Determination determination) {
        if (determination.missing().isEmpty()) {
            return;
        }
        draft.heading("Questions that somebody must answer");
        draft.items(determination.missing());
    }

    private static void walk(Paper.Draft draft, Determination determination) {
        draft.heading("Each step, in its order");
        List<List<String>> rows = new ArrayList<>();
        for (Step step : determination.steps()) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    step.explanation() == null ? step.question() : step.question() + "\n" + step.explanation(),
                    step.values().entrySet().stream()
                            .map(value -> value.getKey() + ": " + value.getValue())
                            .collect(Collectors.joining("\n")),
                    Words.capital(OutcomeWords.result(step.result())),
                    String.join("\n", step.citations())));
        }
        draft.add(new Part.Table(
                "The steps of the walk through the regulations",
                List.of("Step", "What was asked, and what came of it", "Values used", "Outcome", "Provisions"),
                List.of(0.4, 3.0, 2.4, 1.0, 1.4),
                rows));
    }

    private static void facts(Paper.Draft draft, Explained explained) {
        draft.heading("The facts that were used");
        List<List<String>> rows = new ArrayList<>();
        for (FactUsed fact : explained.determination().facts()) {
            Instant completeUpTo = fact.completeUpTo();
            Long age = fact.feedAgeMillis();
            rows.add(List.of(
                    Words.capital(Words.small(fact.kind())),
                    explained.named(fact.id()),
                    fact.known() ? Long.toString(fact.version()) : "not known",
                    completeUpTo == null ? "not known" : Words.time(completeUpTo),
                    age == null ? "not known" : Words.age(age),
                    fact.usable() ? "may permit" : "never permits"));
        }
        draft.add(new Part.Table(
                "Facts with their versions, and how old their feeds were at the decision",
                List.of("Fact", "Of", "Version", "Every change was known up to", "Age of the feed", "Use"),
                List.of(0.7, 2.6, 0.8, 1.7, 0.9, 1.0),
                rows));
    }

    private static void proof(Paper.Draft draft, Explained explained) {
        Evidence ledger = explained.ledger();
        String sha256 = explained.sha256();
        if (ledger == null || sha256 == null) {
            draft.heading("Proof of the ledger");
            draft.text("The ledger keeps this determination as entry " + explained.ledgerEntryId()
                    + ". Its proof is shown to those who may see the whole determination.");
            return;
        }
        ProofParts.of(ledger, List.of(new Proved("determination", sha256, explained.ledgerEntryId())))
                .forEach(draft::add);
    }
}
