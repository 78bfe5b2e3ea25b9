package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.licensing.determination.PartySteps.Home;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.regulation.EndUse;
import java.util.List;

/** General Prohibition Five: what is it for? 15 CFR 736.2(b)(5), Part 744. */
final class EndUseStep {
    private static final String QUESTION = "Is the end use controlled?";
    private static final String CITATION = "15 CFR 736.2(b)(5), Part 744";

    private EndUseStep() {}

    static void judge(Walk walk, ItemState item, CountryCode destination) {
        if (walk.transaction.endUses().isEmpty()) {
            if (!walk.transaction.toPerson()) {
                walk.asks(
                        QUESTION,
                        List.of(),
                        "What is the end use? Declare it, CIVIL if no end use of Part 744 is known.",
                        CITATION);
            }
            return;
        }
        for (String code : walk.transaction.endUses()) {
            EndUse endUse = walk.law.endUse(code);
            List<Used> used =
                    List.of(FactSteps.stated("endUse", code), FactSteps.stated("destination", destination.value()));
            if (endUse == null) {
                walk.asks(QUESTION, used, "The end use is none that the law files know: name a known one.", CITATION);
            } else {
                apply(walk, item, destination, endUse, used);
            }
        }
    }

    private static void apply(Walk walk, ItemState item, CountryCode destination, EndUse endUse, List<Used> used) {
        boolean itemReached = endUse.eccns().isEmpty()
                || (item.classification() != null
                        && item.classification().eccn() != null
                        && endUse.eccns().contains(item.classification().eccn()));
        Home place = !itemReached
                ? Home.OUTSIDE
                : endUse.scope().covers(destination, walk.law.groups())
                        ? Home.INSIDE
                        : PartySteps.headquarters(walk, endUse.scope());
        if (place == Home.OUTSIDE || endUse.outcome() == Outcome.NO_LICENSE_REQUIRED) {
            walk.passes(QUESTION, used, "The end use asks for no license here.", endUse.citation());
        } else if (place == Home.UNKNOWN) {
            walk.asks(
                    QUESTION,
                    used,
                    "Where are the headquarters of each party and of its ultimate parent? The end use turns on it.",
                    endUse.citation());
        } else if (endUse.outcome() == Outcome.LICENSE_REQUIRED) {
            walk.barExceptions();
            walk.requires(
                    QUESTION,
                    used,
                    "The end use requires a license.",
                    new Walk.Required(
                            "end-use-" + endUse.code(), "END_USE", endUse.citation(), endUse.policy(), false));
        } else if (endUse.outcome() == Outcome.PROHIBITED) {
            walk.prohibits(QUESTION, used, "The end use is prohibited.", endUse.citation());
        } else {
            walk.asks(
                    QUESTION,
                    used,
                    "The end use is a red flag: a compliance officer must resolve it.",
                    endUse.citation());
        }
    }
}
