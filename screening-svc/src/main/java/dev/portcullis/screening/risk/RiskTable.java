package dev.portcullis.screening.risk;

import dev.portcullis.contracts.CountryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The risk of countries by day, from the tables of {@code risk/}. The same day and the same tables give the same answer. Immutable. */
final class RiskTable {
    private static final String GROUPS_CITATION = "15 CFR 740 Supp. 1";

    private final CountryGroups groups = CountryGroups.shipped();
    private final List<Embargo> embargoes = Embargo.shipped();
    private final List<Rule> rules =
            RiskFile.rows("levels.csv").stream().map(RiskTable::rule).toList();

    private enum Condition {
        EMBARGO,
        GROUP,
        COUNTRY
    }

    private record Rule(Level level, Condition condition, String value, String words) {}

    private static Rule rule(Map<String, String> row) {
        return new Rule(
                Level.valueOf(RiskFile.column(row, "level")),
                Condition.valueOf(RiskFile.column(row, "condition")),
                RiskFile.column(row, "value"),
                RiskFile.column(row, "reason"));
    }

    /** What the law says of a country on a day, which is not before {@link CountryGroups#HISTORY_FROM}. */
    CountryRisk law(CountryCode country, LocalDate asOf) {
        List<String> in = groups.of(country, asOf);
        List<CountryRisk.Reason> reasons = new ArrayList<>();
        for (Rule rule : rules) {
            reasons.addAll(reasons(rule, country, asOf, in));
        }
        reasons.sort(Comparator.comparing(CountryRisk.Reason::level));
        Level level = reasons.isEmpty() ? Level.STANDARD : reasons.get(0).level();
        return new CountryRisk(
                country,
                country.displayName(),
                asOf,
                level,
                level,
                null,
                in,
                reasons,
                "eCFR " + CountryGroups.EDITION,
                asOf.isBefore(CountryGroups.EDITION) ? CountryRisk.Basis.ROLLED_BACK : CountryRisk.Basis.EDITION);
    }

    private List<CountryRisk.Reason> reasons(Rule rule, CountryCode country, LocalDate asOf, List<String> in) {
        return switch (rule.condition()) {
            case EMBARGO ->
                embargoes.stream()
                        .filter(embargo -> embargo.country().equals(country)
                                && embargo.reach().name().equals(rule.value())
                                && embargo.on(asOf))
                        .map(embargo -> new CountryRisk.Reason(
                                rule.level(),
                                embargo.words() + ": " + rule.words(),
                                embargo.citation(),
                                embargo.from()))
                        .toList();
            case GROUP ->
                in.contains(rule.value())
                        ? List.of(new CountryRisk.Reason(
                                rule.level(),
                                "Country Group " + rule.value() + ": " + rule.words(),
                                GROUPS_CITATION,
                                null))
                        : List.of();
            case COUNTRY ->
                country.value().equals(rule.value())
                        ? List.of(new CountryRisk.Reason(rule.level(), rule.words(), "15 CFR 744.23", null))
                        : List.of();
        };
    }
}
