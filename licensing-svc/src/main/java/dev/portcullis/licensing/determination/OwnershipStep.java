package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.PartyState.OwnershipDegree;
import dev.portcullis.contracts.PartyState.OwnershipFinding;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.regulation.ListEffect;
import dev.portcullis.licensing.regulation.OwnershipRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Do listed parties own the parties? OFAC's 50 Percent Rule and the Affiliates rule of BIS (90 FR 47201), by what screening-svc found of the
 * owners that are told. A share that is not known asks a person; it never permits.
 */
final class OwnershipStep {
    /** Links of a chain that an answer tells. */
    private static final int TOLD_LINKS = 8;

    private OwnershipStep() {}

    static void judge(Walk walk, boolean published) {
        for (PartyState party : walk.parties) {
            PartyState.Ownership ownership = party.ownership();
            if (ownership == null) {
                untold(walk, party);
                continue;
            }
            for (OwnershipFinding finding : ownership.findings()) {
                OwnershipRule rule = walk.law.ownershipRules().stream()
                        .filter(known -> known.id().equals(finding.rule()))
                        .findFirst()
                        .orElse(null);
                if (rule == null) {
                    unknownRule(walk, party, finding);
                } else {
                    judge(walk, party, finding, rule, published);
                }
            }
        }
    }

    private static void untold(Walk walk, PartyState party) {
        walk.note(
                "Do listed parties own half or more of a party?",
                List.of(PartySteps.used(party, "ownership", "not told")),
                "No fact tells who owns the party: " + walk.law.ownershipInWords()
                        + ". Ownership that is known must be recorded at screening-svc, or declared as a red flag.",
                walk.law.ownershipCitations());
    }

    /** A rule of a newer screening-svc: what it finds is told, and what it does not clear asks a person. */
    private static void unknownRule(Walk walk, PartyState party, OwnershipFinding finding) {
        String question = "Do listed parties own the party by a rule that is not known here?";
        if (finding.degree() == OwnershipDegree.NONE) {
            walk.note(question, used(party, finding), "It finds nothing.", "15 CFR Supp. 3 to Part 732");
        } else {
            walk.asks(
                    question,
                    used(party, finding),
                    "What does the rule " + finding.rule() + " on ownership forbid with the party " + party.id() + "?",
                    "15 CFR Supp. 3 to Part 732");
        }
    }

    private static void judge(
            Walk walk, PartyState party, OwnershipFinding finding, OwnershipRule rule, boolean published) {
        OwnershipRule.Period period = rule.on(walk.law.day());
        if (period == null) {
            return;
        }
        switch (finding.degree()) {
            case CERTAIN -> certain(walk, party, finding, rule, period, published);
            case POSSIBLE -> possible(walk, party, finding, rule, period, published);
            case BELOW, NONE -> below(walk, party, finding, rule, period, published);
        }
    }

    private static void certain(
            Walk walk,
            PartyState party,
            OwnershipFinding finding,
            OwnershipRule rule,
            OwnershipRule.Period period,
            boolean published) {
        List<Used> used = used(party, finding);
        for (String list : finding.lists().isEmpty() ? List.of("*") : finding.lists()) {
            ListEffect effect = rule.effect(list);
            String what = "Listed parties own at least " + finding.low().toPlainString() + " % of the party: "
                    + effect.what() + ". " + capital(rule.what()) + " is " + period.standing() + ".";
            if (period.enforced()) {
                PartySteps.follow(walk, rule.question(), used, what, "owner-" + list, effect, published);
            } else if (published && effect.earOnly()) {
                walk.note(rule.question(), used, what, period.citation());
            } else {
                walk.requiredByTextAlone(rule.question(), used, what, effect.citation() + "; " + period.citation());
            }
        }
    }

    private static void possible(
            Walk walk,
            PartyState party,
            OwnershipFinding finding,
            OwnershipRule rule,
            OwnershipRule.Period period,
            boolean published) {
        String range = finding.low().toPlainString() + " to " + finding.high().toPlainString() + " %";
        if (concerns(finding, rule, period, published)) {
            walk.asks(
                    rule.question(),
                    used(party, finding),
                    "How much of the party " + party.id() + " do listed parties own? From what is known it is " + range
                            + ": find out, or apply for a license. " + capital(rule.what()) + " is " + period.standing()
                            + ".",
                    rule.citation());
        } else {
            walk.note(
                    rule.question(),
                    used(party, finding),
                    "Listed parties own " + range + " of the party. " + capital(rule.what()) + " is "
                            + period.standing() + ".",
                    period.citation());
        }
    }

    private static void below(
            Walk walk,
            PartyState party,
            OwnershipFinding finding,
            OwnershipRule rule,
            OwnershipRule.Period period,
            boolean published) {
        List<String> asked =
                finding.redFlags().stream().filter(rule.asks()::contains).toList();
        boolean significant =
                finding.degree() == OwnershipDegree.BELOW && finding.high().compareTo(rule.significantMinority()) >= 0;
        List<Used> used = used(party, finding);
        if ((significant || !asked.isEmpty()) && concerns(finding, rule, period, published)) {
            walk.asks(
                    rule.question(),
                    used,
                    "Listed parties own up to " + finding.high().toPlainString() + " % of the party " + party.id()
                            + " or control it"
                            + (asked.isEmpty() ? "" : " (" + String.join(", ", asked) + ")")
                            + ": resolve this red flag.",
                    rule.citation());
        } else if (finding.degree() == OwnershipDegree.NONE
                && finding.redFlags().isEmpty()) {
            walk.passes(rule.question(), used, "No listed party is among the owners that are told.", period.citation());
        } else {
            walk.note(
                    rule.question(),
                    used,
                    "Listed parties own up to " + finding.high().toPlainString() + " % of the party, less than the rule"
                            + " speaks of.",
                    rule.citation());
        }
    }

    /** Whether the rule asks for anything on the day, of this item. */
    private static boolean concerns(
            OwnershipFinding finding, OwnershipRule rule, OwnershipRule.Period period, boolean published) {
        boolean earOnly = !finding.lists().isEmpty()
                && finding.lists().stream().allMatch(list -> rule.effect(list).earOnly());
        return period.enforced() && !(published && earOnly);
    }

    private static List<Used> used(PartyState party, OwnershipFinding finding) {
        List<Used> used = new ArrayList<>();
        used.add(PartySteps.used(
                party,
                finding.rule(),
                finding.degree() + " " + finding.low().toPlainString() + "-"
                        + finding.high().toPlainString() + " %"));
        finding.chain().stream().limit(TOLD_LINKS).forEach(link -> used.add(PartySteps.used(party, "chain", link)));
        if (!finding.redFlags().isEmpty()) {
            used.add(PartySteps.used(party, "redFlags", String.join(", ", finding.redFlags())));
        }
        return used;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
