package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.licensing.determination.PartySteps.Home;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.determination.Walk.Required;
import dev.portcullis.licensing.regulation.ControlRow;
import dev.portcullis.licensing.regulation.CountryChart;
import dev.portcullis.licensing.regulation.LicenseRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does one reason for control ask for a license for the destination? By its column of the Country Chart, or by the rule that the
 * regulations state in prose. Where it is in doubt whether the reason speaks of the item at all, what it asks for is only possible;
 * what it asks of nobody is no matter then.
 */
final class ReasonStep {
    private static final String QUESTION = "Does a reason for control require a license for the destination?";

    private ReasonStep() {}

    /** @param doubt asks whether the row speaks of the item; null where it does */
    static void judge(
            Walk walk,
            ItemState.Classification classification,
            ControlRow row,
            CountryCode destination,
            @Nullable String doubt) {
        String column = row.chartColumn();
        if (column != null) {
            chart(walk, classification, row, column, destination, doubt);
            return;
        }
        LicenseRule rule = row.ruleId() == null ? null : walk.law.rule(row.ruleId());
        if (rule != null) {
            prose(walk, classification, row, rule, destination, doubt);
        }
    }

    private static void chart(
            Walk walk,
            ItemState.Classification classification,
            ControlRow row,
            String column,
            CountryCode destination,
            @Nullable String doubt) {
        List<Used> used = used(walk, classification, row, destination);
        CountryChart.Row country = walk.law.chart().row(destination);
        String citation = "15 CFR 738 Supp. 1; " + row.citation();
        if (country == null) {
            walk.asks(QUESTION, used, "The Country Chart has no row for " + destination + ".", citation);
        } else if (country.columns().contains(column)) {
            requires(
                    walk,
                    used,
                    column + " has an X for " + destination + ".",
                    new Required("chart-" + column, row.reason(), citation, null, true),
                    doubt);
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
            CountryCode destination,
            @Nullable String doubt) {
        List<Used> used = used(walk, classification, row, destination);
        used.addAll(PartySteps.homes(walk));
        if (walk.transaction.toPerson() && rule.deemedExportsExcluded() != null) {
            walk.clears(QUESTION, used, "The requirement does not reach deemed exports.", rule.deemedExportsExcluded());
            return;
        }
        Required required = new Required(rule.id(), row.reason(), rule.citation(), null, true);
        Home codified = reached(walk, rule.codified(), destination);
        LicenseRule.Reach less = rule.enforced();
        Home enforced = less == null ? codified : reached(walk, less, destination);
        boolean differ = less != null && codified != enforced;
        if (less != null
                && differ
                && enforced == Home.OUTSIDE
                && rule.whenTheyDiffer() == LicenseRule.Decision.REVIEW) {
            walk.mayRequire(
                    QUESTION,
                    used,
                    rule.what() + ": the text requires a license, and less is enforced. Counsel must decide. ("
                            + less.citation() + ")",
                    required);
            return;
        }
        Home decisive = differ && rule.whenTheyDiffer() != LicenseRule.Decision.FOLLOW_CODIFIED ? enforced : codified;
        LicenseRule.Unsettled unsettled = rule.unsettled();
        if (decisive == Home.OUTSIDE && unsettled != null && unsettled.scope().covers(destination, walk.law.groups())) {
            walk.mayRequire(
                    QUESTION,
                    used,
                    unsettled.question(),
                    new Required(rule.id(), row.reason(), unsettled.citation(), null, true));
            return;
        }
        switch (decisive) {
            case INSIDE ->
                requires(
                        walk,
                        used,
                        rule.what() + " need a license for this destination or for these headquarters.",
                        required,
                        doubt);
            case UNKNOWN ->
                walk.mayRequire(
                        QUESTION,
                        used,
                        (rule.codified().from().isNowhere()
                                        ? "Where are the headquarters of each party and of its ultimate parent? "
                                        : "Which country does the item leave? ")
                                + rule.what() + " turn on it.",
                        new Required(rule.id(), row.reason(), citation(rule), null, true));
            case OUTSIDE -> outside(walk, used, rule, differ);
        }
    }

    private static void outside(Walk walk, List<Used> used, LicenseRule rule, boolean differ) {
        if (differ) {
            walk.requiredByTextAlone(
                    QUESTION,
                    used,
                    rule.what() + ": the text requires a license; BIS has announced that it enforces less, and the"
                            + " company follows what is enforced.",
                    rule.citation());
        } else {
            walk.clears(QUESTION, used, rule.what() + ": not for this destination.", rule.citation());
        }
    }

    private static void requires(
            Walk walk, List<Used> used, String explanation, Required required, @Nullable String doubt) {
        if (doubt == null) {
            walk.requires(QUESTION, used, explanation, required);
        } else {
            walk.mayRequire(QUESTION, used, doubt, required);
        }
    }

    private static String citation(LicenseRule rule) {
        String elsewhere = rule.codified().citation();
        return elsewhere == null ? rule.citation() : elsewhere;
    }

    /** Whether the rule reaches the transaction by its destination, or else by anybody's headquarters. */
    private static Home reached(Walk walk, LicenseRule.Reach reach, CountryCode destination) {
        Home leaves = reach.from().isNowhere() ? Home.INSIDE : leaves(walk, reach);
        if (leaves != Home.INSIDE) {
            return leaves;
        }
        if (reach.scope().covers(destination, walk.law.groups())) {
            return Home.INSIDE;
        }
        return reach.headquarters().isNowhere() || walk.transaction.toPerson()
                ? Home.OUTSIDE
                : PartySteps.headquarters(walk, reach.headquarters());
    }

    /** Whether the item leaves a country from which the rule speaks; what is exported leaves the United States. */
    private static Home leaves(Walk walk, LicenseRule.Reach reach) {
        Route route = walk.transaction.route();
        CountryCode from = route == null ? null : route.from();
        if (from != null) {
            return reach.from().covers(from, walk.law.groups()) ? Home.INSIDE : Home.OUTSIDE;
        }
        return walk.transaction.activity() == Activity.REEXPORT ? Home.UNKNOWN : Home.OUTSIDE;
    }

    private static List<Used> used(
            Walk walk, ItemState.Classification classification, ControlRow row, CountryCode destination) {
        List<Used> used = new ArrayList<>();
        used.add(FactSteps.used(walk, "eccn", ControlSteps.entry(classification)));
        used.add(FactSteps.used(walk, "reason", row.reason()));
        used.add(FactSteps.stated("destination", destination.value()));
        return used;
    }
}
