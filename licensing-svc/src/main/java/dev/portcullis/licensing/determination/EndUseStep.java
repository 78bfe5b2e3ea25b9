package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.licensing.determination.PartySteps.Home;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.regulation.EndUse;
import java.util.List;
import java.util.TreeSet;

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
        for (String code : new TreeSet<>(walk.transaction.endUses())) {
            List<EndUse> rules = walk.law.endUses(code);
            List<Used> used =
                    List.of(FactSteps.stated("endUse", code), FactSteps.stated("destination", destination.value()));
            if (rules.isEmpty()) {
                walk.asks(QUESTION, used, "The end use is none that the law files know: name a known one.", CITATION);
            } else {
                first(walk, item, destination, rules, used);
            }
        }
    }

    /** The first rule that reaches the transaction, or may reach it, decides. */
    private static void first(Walk walk, ItemState item, CountryCode destination, List<EndUse> rules, List<Used> used) {
        for (EndUse rule : rules) {
            Home place = reached(walk, item, destination, rule);
            if (place != Home.OUTSIDE) {
                apply(walk, rule, place, used);
                return;
            }
        }
        walk.passes(
                QUESTION,
                used,
                "The end use asks for no license here.",
                rules.get(0).citation());
    }

    private static Home reached(Walk walk, ItemState item, CountryCode destination, EndUse rule) {
        Eccn eccn = item.classification() == null ? null : item.classification().eccn();
        if (!rule.reaches(eccn)) {
            return Home.OUTSIDE;
        }
        if (rule.scope().covers(destination, walk.law.groups())) {
            return Home.INSIDE;
        }
        return rule.headquarters().isNowhere() ? Home.OUTSIDE : PartySteps.headquarters(walk, rule.headquarters());
    }

    private static void apply(Walk walk, EndUse endUse, Home place, List<Used> used) {
        if (endUse.outcome() == Outcome.NO_LICENSE_REQUIRED) {
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
                    endUse.question() == null
                            ? "The end use is a red flag: a compliance officer must resolve it."
                            : endUse.question(),
                    endUse.citation());
        }
    }
}
