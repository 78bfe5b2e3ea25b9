package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.CountryCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Country Groups A:1 to E:2 (Supplement No. 1 to 15 CFR Part 740) as they stood on one day. */
public final class CountryGroups {
    /**
     * A change of the groups.
     *
     * @param effective the first day on which it held
     * @param added true where the country joined the group, false where it left
     */
    public record Change(LocalDate effective, CountryCode country, String group, boolean added, String citation) {}

    private final Map<CountryCode, Set<String>> groups;

    private CountryGroups(Map<CountryCode, Set<String>> groups) {
        this.groups = groups;
    }

    /**
     * The groups on a day, reached from an edition by undoing the changes that came later.
     *
     * @param edition the groups after all of the changes
     */
    public static CountryGroups asOf(LocalDate day, Map<CountryCode, Set<String>> edition, List<Change> changes) {
        Map<CountryCode, Set<String>> groups = new HashMap<>();
        edition.forEach((country, in) -> groups.put(country, new HashSet<>(in)));
        changes.stream()
                .filter(change -> change.effective().isAfter(day))
                .sorted(Comparator.comparing(Change::effective).reversed())
                .forEach(change -> {
                    Set<String> in = groups.computeIfAbsent(change.country(), key -> new HashSet<>());
                    if (change.added()) {
                        in.remove(change.group());
                    } else {
                        in.add(change.group());
                    }
                });
        return new CountryGroups(groups);
    }

    public boolean isIn(CountryCode country, String group) {
        return groups.getOrDefault(country, Set.of()).contains(group);
    }

    boolean isInAny(CountryCode country, Set<String> any) {
        Set<String> in = groups.getOrDefault(country, Set.of());
        for (String group : any) {
            if (in.contains(group)) {
                return true;
            }
        }
        return false;
    }
}
