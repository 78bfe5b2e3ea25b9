package dev.portcullis.classification.controllist;

import dev.portcullis.contracts.Eccn;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One edition of the control list. Immutable; the entries stand in the order of their numbers, each number once.
 *
 * @param edition issue date of the text that the entries were read from
 * @param source the text
 * @param entries the entries
 */
public record ControlList(LocalDate edition, String source, List<ControlListEntry> entries) {
    public ControlList {
        entries = entries.stream()
                .sorted(Comparator.comparing(ControlListEntry::eccn))
                .toList();
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).eccn().equals(entries.get(i - 1).eccn())) {
                throw new IllegalArgumentException(
                        "the edition holds " + entries.get(i).eccn() + " twice");
            }
        }
    }

    /** The entry of a number. */
    public Optional<ControlListEntry> entry(Eccn eccn) {
        int low = 0;
        int high = entries.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = entries.get(middle).eccn().compareTo(eccn);
            if (order == 0) {
                return Optional.of(entries.get(middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /**
     * The 0Y521 entry that holds items of the same product group until they get an entry of their own (15 CFR 742.6, 774 Supp. 5):
     * an item that no entry describes can still be held there.
     */
    public Optional<Eccn> holdingEntry(Eccn eccn) {
        return Optional.of(eccn)
                .filter(number -> !number.isEar99())
                .map(number -> Eccn.of("0" + number.productGroup() + "521"))
                .filter(holding -> entry(holding).isPresent());
    }
}
