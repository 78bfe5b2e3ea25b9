package dev.portcullis.screening.risk;

import dev.portcullis.contracts.CountryCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The Country Groups of Supplement No. 1 to 15 CFR Part 740 by day: an edition, and the dated changes that led to it and follow it.
 * Immutable.
 */
final class CountryGroups {
    /** The edition that ships with the service. */
    static final LocalDate EDITION = LocalDate.parse("2026-07-23");

    /** Days before this are not asked for: it is the day from which Hong Kong has stood with China (85 FR 83788). */
    static final LocalDate HISTORY_FROM = LocalDate.parse("2020-12-23");

    /**
     * A change of a group.
     *
     * @param effective the first day
     * @param country the country
     * @param group the group, such as {@code D:5}
     * @param added whether it was added to the group; else it was taken out
     * @param citation where that is written
     */
    record Change(LocalDate effective, CountryCode country, String group, boolean added, String citation) {}

    private final Map<CountryCode, List<String>> edition;
    private final List<Change> changes;

    private CountryGroups(Map<CountryCode, List<String>> edition, List<Change> changes) {
        this.edition = Map.copyOf(edition);
        this.changes = List.copyOf(changes);
    }

    /** The groups that ship with the service. */
    static CountryGroups shipped() {
        return Shipped.GROUPS;
    }

    /** The groups that a country is in on a day. */
    List<String> of(CountryCode country, LocalDate asOf) {
        TreeSet<String> groups = new TreeSet<>(edition.getOrDefault(country, List.of()));
        // Backwards from the edition, or forwards from it.
        changes.stream()
                .filter(change -> change.country().equals(country)
                        && !change.effective().isAfter(EDITION)
                        && change.effective().isAfter(asOf))
                .sorted(Comparator.comparing(Change::effective).reversed())
                .forEach(change -> set(groups, change.group(), !change.added()));
        changes.stream()
                .filter(change -> change.country().equals(country)
                        && change.effective().isAfter(EDITION)
                        && !change.effective().isAfter(asOf))
                .sorted(Comparator.comparing(Change::effective))
                .forEach(change -> set(groups, change.group(), change.added()));
        return List.copyOf(groups);
    }

    /** The changes that begin in a time, both days included, the first one first. */
    List<Change> changes(LocalDate from, LocalDate until) {
        return changes.stream()
                .filter(change -> !change.effective().isBefore(from)
                        && !change.effective().isAfter(until))
                .sorted(Comparator.comparing(Change::effective))
                .toList();
    }

    private static void set(TreeSet<String> groups, String group, boolean member) {
        if (member) {
            groups.add(group);
        } else {
            groups.remove(group);
        }
    }

    private static final class Shipped {
        private static final CountryGroups GROUPS = load();

        private static CountryGroups load() {
            Map<CountryCode, List<String>> edition = new HashMap<>();
            RiskFile.rows("country-groups.csv")
                    .forEach(row -> edition.put(
                            CountryCode.of(RiskFile.column(row, "country")),
                            Arrays.stream(RiskFile.column(row, "groups").split(" "))
                                    .filter(group -> !group.isEmpty())
                                    .toList()));
            List<Change> changes = RiskFile.rows("country-group-changes.csv").stream()
                    .map(row -> new Change(
                            LocalDate.parse(RiskFile.column(row, "effective")),
                            CountryCode.of(RiskFile.column(row, "country")),
                            RiskFile.column(row, "group"),
                            RiskFile.column(row, "change").equals("ADDED"),
                            RiskFile.column(row, "citation")))
                    .toList();
            return new CountryGroups(edition, changes);
        }
    }
}
