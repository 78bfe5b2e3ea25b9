package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.licensing.determination.PartySteps.Home;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.regulation.ControlRow;
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
        if (classification.eccn().isEar99()) {
            walk.passes(
                    QUESTION,
                    List.of(FactSteps.used(walk, "eccn", "EAR99")),
                    "No entry of the control list names the item.",
                    "15 CFR 734.3(c), 738.4(a)(2)");
            return;
        }
        List<ControlRow> rows = walk.law.controlRows(classification.eccn());
        if (rows.isEmpty()) {
            walk.asks(
                    QUESTION,
                    List.of(FactSteps.used(walk, "eccn", entry(classification))),
                    "The shipped law does not hold the controls of " + classification.eccn()
                            + " for this day: read its entry and the Country Chart by hand.",
                    "15 CFR 774 Supp. 1");
            return;
        }
        for (ControlRow row : rows) {
            switch (row.applies(classification.paragraph(), classification.relatedTo())) {
                case NO -> {}
                case UNKNOWN ->
                    walk.asks(
                            QUESTION,
                            used(walk, classification, row, destination),
                            row.relatedTo().isEmpty()
                                    ? "Which paragraph of " + classification.eccn() + " names the item? " + row.reason()
                                            + " turns on it."
                                    : "For which controlled items is it? " + row.reason() + " of "
                                            + classification.eccn() + " turns on it.",
                            row.citation());
                case YES -> apply(walk, classification, row, destination);
            }
        }
    }

    private static void apply(
            Walk walk, ItemState.Classification classification, ControlRow row, CountryCode destination) {
        String column = row.chartColumn();
        if (column != null) {
            chart(walk, classification, row, column, destination);
            return;
        }
        LicenseRule rule = row.ruleId() == null ? null : walk.law.rule(row.ruleId());
        if (rule != null) {
            prose(walk, classification, row, rule, destination);
        }
    }

    private static void chart(
            Walk walk,
            ItemState.Classification classification,
            ControlRow row,
            String column,
            CountryCode destination) {
        List<Used> used = used(walk, classification, row, destination);
        CountryChart.Row country = walk.law.chart().row(destination);
        String citation = "15 CFR 738 Supp. 1; " + row.citation();
        if (country == null) {
            walk.asks(QUESTION, used, "The Country Chart has no row for " + destination + ".", citation);
        } else if (country.columns().contains(column)) {
            walk.requires(
                    QUESTION,
                    used,
                    column + " has an X for " + destination + ".",
                    new Walk.Required("chart-" + column, row.reason(), citation, null, true));
        } else {
            walk.passes(
                    QUESTION,
                    used,
                    country.embargoed()
                            ? "The row is blank, which permits nothing: Part 746 decides."
                            : column + " has no X for " + destination + ".",
                    citation);
        }
    }

    private static void prose(
            Walk walk,
            ItemState.Classification classification,
            ControlRow row,
            LicenseRule rule,
            CountryCode destination) {
        List<Used> used = used(walk, classification, row, destination);
        used.addAll(PartySteps.homes(walk));
        if (walk.transaction.toPerson() && rule.deemedExportsExcluded() != null) {
            walk.passes(QUESTION, used, "The requirement does not reach deemed exports.", rule.deemedExportsExcluded());
            return;
        }
        Home codified = reached(walk, rule.codified(), destination);
        Home enforced = rule.enforced() == null ? codified : reached(walk, rule.enforced(), destination);
        boolean differ = rule.enforced() != null && codified != enforced;
        Home decisive = differ && rule.whenTheyDiffer() != LicenseRule.Decision.FOLLOW_CODIFIED ? enforced : codified;
        if (differ && enforced == Home.OUTSIDE && rule.whenTheyDiffer() == LicenseRule.Decision.REVIEW) {
            walk.asks(
                    QUESTION,
                    used,
                    rule.what()
                            + ": the text requires a license, and BIS has announced that it does not enforce it. Counsel"
                            + " must decide.",
                    rule.citation());
            return;
        }
        switch (decisive) {
            case INSIDE ->
                walk.requires(
                        QUESTION,
                        used,
                        rule.what() + " need a license for this destination or for these headquarters.",
                        new Walk.Required(rule.id(), rule.reason(), rule.citation(), null, true));
            case UNKNOWN ->
                walk.asks(
                        QUESTION,
                        used,
                        "Where are the headquarters of each party and of its ultimate parent? " + rule.what()
                                + " turn on it.",
                        citation(rule));
            case OUTSIDE -> {
                if (differ) {
                    walk.requiredByTextAlone(
                            QUESTION,
                            used,
                            rule.what()
                                    + ": the text requires a license; BIS has announced that it enforces less, and the"
                                    + " company follows what is enforced.",
                            rule.citation());
                } else {
                    walk.passes(QUESTION, used, rule.what() + ": not for this destination.", rule.citation());
                }
            }
        }
    }

    private static String citation(LicenseRule rule) {
        String elsewhere = rule.codified().citation();
        return elsewhere == null ? rule.citation() : elsewhere;
    }

    /** Whether the rule reaches the transaction by its destination, or else by anybody's headquarters. */
    private static Home reached(Walk walk, LicenseRule.Reach reach, CountryCode destination) {
        if (reach.scope().covers(destination, walk.law.groups())) {
            return Home.INSIDE;
        }
        return reach.headquarters().isNowhere() || walk.transaction.toPerson()
                ? Home.OUTSIDE
                : PartySteps.headquarters(walk, reach.headquarters());
    }

    private static List<Used> used(
            Walk walk, ItemState.Classification classification, ControlRow row, CountryCode destination) {
        List<Used> used = new ArrayList<>();
        used.add(FactSteps.used(walk, "eccn", entry(classification)));
        used.add(FactSteps.used(walk, "reason", row.reason()));
        used.add(FactSteps.stated("destination", destination.value()));
        return used;
    }

    /** Entry and paragraph, such as {@code 3A090.a.1}. */
    static String entry(ItemState.Classification classification) {
        return classification.paragraph() == null
                ? String.valueOf(classification.eccn())
                : classification.eccn() + "." + classification.paragraph();
    }
}
