package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.regulation.ControlRow;
import dev.portcullis.licensing.regulation.ControlRow.Applies;
import dev.portcullis.licensing.regulation.CountryChart;
import dev.portcullis.licensing.regulation.LicenseRule;
import java.util.ArrayList;
import java.util.List;

/** General Prohibition One: reasons for control against the Country Chart and the prose rules (15 CFR 738.4, Part 742). */
final class ControlSteps {
    private static final String QUESTION = "Does a reason for control require a license for the destination?";

    private ControlSteps() {}

    static void judge(Walk walk, ItemState item, CountryCode destination) {
        ItemState.Classification classification = item.classification();
        if (classification == null || classification.eccn() == null) {
            return;
        }
        if (!walk.law.isCovered()) {
            walk.asks(
                    QUESTION,
                    List.of(FactSteps.stated("day", walk.law.day().toString())),
                    "The shipped law does not reach back to this day.",
                    "15 CFR 774 Supp. 1");
            return;
        }
        if (walk.law.chart().row(destination) == null) {
            walk.asks(
                    QUESTION,
                    List.of(FactSteps.stated("destination", destination.value())),
                    "The Country Chart has no row for " + destination
                            + ": to which country does it belong (15 CFR 738.3(b)), or is this no export?",
                    "15 CFR 738 Supp. 1, 738.3(b)");
            return;
        }
        if (classification.eccn().isEar99()) {
            walk.clears(
                    QUESTION,
                    List.of(FactSteps.used(walk, "eccn", "EAR99")),
                    "No entry of the control list names the item.",
                    "15 CFR 734.3(c), 738.4(a)(2)");
            return;
        }
        List<ControlRow> rows = walk.law.controlRows(classification.eccn());
        if (rows.isEmpty()) {
            unread(walk, classification, classification.eccn());
            return;
        }
        unnamed(walk, classification, rows);
        List<Applies> applies = new ArrayList<>(rows.size());
        for (ControlRow row : rows) {
            applies.add(applies(walk, row, classification));
        }
        elsewhere(walk, rows, applies, destination);
        for (int i = 0; i < rows.size(); i++) {
            ControlRow row = rows.get(i);
            switch (applies.get(i)) {
                case NO -> {}
                case UNKNOWN -> ReasonStep.judge(walk, classification, row, destination, doubt(classification, row));
                case YES -> ReasonStep.judge(walk, classification, row, destination, null);
            }
        }
        FootnoteStep.judge(walk, classification, destination);
    }

    /** The shipped law holds no reason for control of the entry: that frees nothing. */
    private static void unread(Walk walk, ItemState.Classification classification, Eccn eccn) {
        List<Used> used = List.of(FactSteps.used(walk, "eccn", entry(classification)));
        if (walk.law.isOtherAgency(eccn)) {
            walk.asks(
                    QUESTION,
                    used,
                    "The items of " + eccn
                            + " are under another agency's jurisdiction: which one licenses this item (22 CFR 120-130, 10 CFR 110)?",
                    "15 CFR 734.3(b)(1); 15 CFR 774 Supp. 1, ECCN " + eccn);
            return;
        }
        walk.asks(
                QUESTION,
                used,
                "The shipped law does not hold the controls of " + eccn
                        + " for this day: read its entry and the Country Chart by hand.",
                "15 CFR 774 Supp. 1, ECCN " + eccn);
    }

    /** Whether a row speaks of the item; where the list leaves that to a person, the transaction may say it. */
    private static Applies applies(Walk walk, ControlRow row, ItemState.Classification classification) {
        Applies applies = row.applies(classification.paragraph(), classification.relatedTo());
        if (applies != Applies.UNKNOWN || row.words() == null) {
            return applies;
        }
        return switch (Statement.of(walk.transaction.exceptionFacts().get(row.id()))) {
            case YES -> Applies.YES;
            case NO -> Applies.NO;
            case UNCLEAR -> applies;
        };
    }

    /** Why it is not known whether a row speaks of the item, as a question. */
    private static String doubt(ItemState.Classification classification, ControlRow row) {
        String words = row.words();
        if (words != null) {
            return "Is the item among what " + row.reason() + " of " + classification.eccn() + " speaks of: " + words
                    + "? Say " + row.id() + " YES or NO, with the reason.";
        }
        return row.relatedTo().isEmpty()
                ? "Which paragraph of " + classification.eccn() + " names the item? " + row.reason() + " turns on it."
                : "For which controlled items is it? " + row.reason() + " of " + classification.eccn()
                        + " turns on it.";
    }

    /** A party that is at home elsewhere may be the true destination: ask where the item would need a license there and not here. */
    private static void elsewhere(Walk walk, List<ControlRow> rows, List<Applies> applies, CountryCode destination) {
        if (walk.transaction.toPerson()) {
            return;
        }
        for (PartyState party : walk.parties) {
            CountryCode home = party.country();
            boolean stricter = false;
            for (int i = 0; !home.equals(destination) && !stricter && i < rows.size(); i++) {
                stricter = applies.get(i) == Applies.YES
                        && places(walk, rows.get(i), home)
                        && !places(walk, rows.get(i), destination);
            }
            if (stricter) {
                walk.asks(
                        "Is the destination where the item will rest?",
                        List.of(
                                PartySteps.used(party, "country", home.value()),
                                FactSteps.stated("destination", destination.value())),
                        "The party " + party.id() + " is in " + home
                                + ", where the item would need a license that it does" + " not need in " + destination
                                + ": what shows that it will not go there?",
                        "15 CFR 732.3(d), 748.5, Supp. 3 to Part 732");
            }
        }
    }

    /** Whether a reason for control asks for a license at a place, as far as the company follows it. */
    private static boolean places(Walk walk, ControlRow row, CountryCode country) {
        String column = row.chartColumn();
        if (column != null) {
            CountryChart.Row chart = walk.law.chart().row(country);
            return chart != null && chart.columns().contains(column);
        }
        LicenseRule rule = row.ruleId() == null ? null : walk.law.rule(row.ruleId());
        if (rule == null) {
            return false;
        }
        LicenseRule.Reach enforced = rule.enforced();
        LicenseRule.Reach reach = enforced == null || rule.whenTheyDiffer() == LicenseRule.Decision.FOLLOW_CODIFIED
                ? rule.codified()
                : enforced;
        return reach.scope().covers(country, walk.law.groups());
    }

    /** An entry's rows must speak of the item: what no row speaks of is not known to be free. */
    private static void unnamed(Walk walk, ItemState.Classification classification, List<ControlRow> rows) {
        Eccn eccn = classification.eccn();
        String entry = entry(classification);
        if (eccn == null || !walk.law.hasOtherReasons(eccn) || walk.law.isAntiTerrorismOnly(entry)) {
            return;
        }
        boolean whole = walk.law.isWhole(eccn);
        boolean spoken = false;
        for (ControlRow row : rows) {
            spoken |= (whole || !row.isAntiTerrorism())
                    && row.applies(classification.paragraph(), classification.relatedTo()) != Applies.NO;
        }
        List<String> unspoken = classification.relatedTo().isEmpty() ? List.of() : unspoken(classification, rows);
        if (!spoken || !unspoken.isEmpty()) {
            walk.asks(
                    QUESTION,
                    List.of(FactSteps.used(walk, "eccn", entry)),
                    "The shipped law does not say how " + entry
                            + (unspoken.isEmpty() ? "" : " for " + String.join(", ", unspoken))
                            + " is controlled on this day: read its entry and the Country Chart by hand.",
                    "15 CFR 774 Supp. 1, ECCN " + eccn);
        }
    }

    /** Of what software or technology is for, that of which no row speaks. */
    private static List<String> unspoken(ItemState.Classification classification, List<ControlRow> rows) {
        if (rows.stream().allMatch(row -> row.relatedTo().isEmpty())) {
            return List.of();
        }
        return classification.relatedTo().stream()
                .filter(related -> rows.stream()
                        .noneMatch(row -> row.speaksOf(related)
                                || (!row.isAntiTerrorism()
                                        && row.relatedTo().isEmpty()
                                        && row.paragraphs().isEmpty())))
                .toList();
    }

    /** Entry and paragraph, such as {@code 3A090.a.1}. */
    static String entry(ItemState.Classification classification) {
        return classification.paragraph() == null
                ? String.valueOf(classification.eccn())
                : classification.eccn() + "." + classification.paragraph();
    }
}
