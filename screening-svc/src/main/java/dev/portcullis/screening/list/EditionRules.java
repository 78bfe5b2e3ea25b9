package dev.portcullis.screening.list;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an edition may take the place of the present one. An edition that lost more entries than a publisher takes off in
 * a day is a broken file: such files were seen, 15,000 rows short or with a whole list missing.
 *
 * @param largestLoss the share of entries that a list may lose against the present edition, 0 to 1
 * @param smallListEntries lists of fewer entries may lose any number; a list of one entry can lose it rightly
 * @param largestQuarantine the share of rows that may be unreadable, 0 to 1
 */
public record EditionRules(double largestLoss, int smallListEntries, double largestQuarantine) {
    public EditionRules {
        if (!(largestLoss >= 0 && largestLoss <= 1) || !(largestQuarantine >= 0 && largestQuarantine <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1");
        }
    }

    /**
     * Why the file is refused whatever the present edition: nothing in it can be read, or too much of it cannot.
     *
     * @return the reasons, none where the file is sound
     */
    public List<String> faults(ListFile file) {
        int rows = file.entries().size() + file.quarantined();
        if (file.entries().isEmpty()) {
            return List.of("the edition has no readable entry");
        }
        if (file.quarantined() > largestQuarantine * rows) {
            return List.of("%d of %d rows cannot be read, more than %s %%; the first is row %d: %s"
                    .formatted(
                            file.quarantined(),
                            rows,
                            percent(largestQuarantine),
                            file.quarantine().get(0).row(),
                            file.quarantine().get(0).reason()));
        }
        return List.of();
    }

    /**
     * Where the edition shrank too much.
     *
     * @param present the number of entries of each list in the present edition
     * @param next the same of the edition that would take its place
     * @return the reasons, none where it did not
     */
    public List<String> losses(Map<String, Integer> present, Map<String, Integer> next) {
        List<String> reasons = new ArrayList<>();
        lossOf("the edition", total(present), total(next), reasons);
        present.forEach((list, count) -> lossOf("list " + list, count, next.getOrDefault(list, 0), reasons));
        return reasons;
    }

    /**
     * Whether the edition is older than the present one; publishers' caches gave such files.
     *
     * @param present when the present edition was published, where that is known
     * @param next the same of the edition that would take its place
     * @return the reasons, none where it is not, or where one of the two does not say
     */
    public List<String> staleness(@Nullable LocalDate present, @Nullable LocalDate next) {
        return present != null && next != null && next.isBefore(present)
                ? List.of("it was published on " + next + " and is older than the present edition of " + present)
                : List.of();
    }

    private void lossOf(String what, int before, int after, List<String> reasons) {
        if (before >= smallListEntries && before - after > largestLoss * before) {
            reasons.add("%s shrank from %d to %d entries, more than %s %%"
                    .formatted(what, before, after, percent(largestLoss)));
        }
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String percent(double share) {
        return Long.toString(Math.round(share * 100));
    }
}
