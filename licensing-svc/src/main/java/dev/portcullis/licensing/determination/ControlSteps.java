package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.licensing.determination.PartySteps.Home;
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
            walk.asks(
                    QUESTION,
                    List.of(FactSteps.used(walk, "eccn", entry(classification))),
                    "The shipped law does not hold the controls of " + classification.eccn()
                            + " for this day: read its entry and the Country Chart by hand.",
                    "15 CFR 774 Supp. 1");
            return;
        }
        unnamed(walk, classification, rows);
        elsewhere(walk, classification, rows, destination);
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

    /** A party that is at home elsewhere may be the true destination: ask where the item would need a license there and not here. */
    private static void elsewhere(
            Walk walk, ItemState.Classification classification, List<ControlRow> rows, CountryCode destination) {
        if (walk.transaction.toPerson()) {
            return;
        }
        for (PartyState party : walk.parties) {
            CountryCode home = party.country();
            boolean stricter = !home.equals(destination)
                    && rows.stream()
                            .filter(row ->
                                    row.applies(classification.paragraph(), classification.relatedTo()) == Applies.YES)
                            .anyMatch(row -> places(walk, row, home) && !places(walk, row, destination));
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
        boolean spoken = rows.stream()
                .anyMatch(row -> !row.isAntiTerrorism()
                        && row.applies(classification.paragraph(), classification.relatedTo()) != Applies.NO);
        List<String> unspoken = classification.relatedTo().stream()
                .filter(related ->
                        rows.stream().anyMatch(row -> !row.relatedTo().isEmpty())
                                && rows.stream()
                                        .noneMatch(row -> row.speaksOf(related)
                                                || (!row.isAntiTerrorism()
                                                        && row.relatedTo().isEmpty()
                                                        && row.paragraphs().isEmpty())))
                .toList();
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
            walk.clears(
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
            walk.clears(QUESTION, used, "The requirement does not reach deemed exports.", rule.deemedExportsExcluded());
            return;
        }
        Home codified = reached(walk, rule.codified(), destination);
        Home enforced = rule.enforced() == null ? codified : reached(walk, rule.enforced(), destination);
        LicenseRule.Reach less = rule.enforced();
        boolean differ = less != null && codified != enforced;
        Home decisive = differ && rule.whenTheyDiffer() != LicenseRule.Decision.FOLLOW_CODIFIED ? enforced : codified;
        if (less != null
                && differ
                && enforced == Home.OUTSIDE
                && rule.whenTheyDiffer() == LicenseRule.Decision.REVIEW) {
            walk.asks(
                    QUESTION,
                    used,
                    rule.what() + ": the text requires a license, and less is enforced. Counsel must decide. ("
                            + less.citation() + ")",
                    rule.citation());
            return;
        }
        LicenseRule.Unsettled unsettled = rule.unsettled();
        if (decisive == Home.OUTSIDE && unsettled != null && unsettled.scope().covers(destination, walk.law.groups())) {
            walk.asks(QUESTION, used, unsettled.question(), unsettled.citation());
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
                    walk.clears(QUESTION, used, rule.what() + ": not for this destination.", rule.citation());
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
