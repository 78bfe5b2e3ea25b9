package dev.portcullis.classification.controllist;

import dev.portcullis.contracts.Eccn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One edition of the control list. Immutable.
 *
 * @param edition issue date of the text that the entries were read from
 * @param source the text
 * @param entries the entries
 */
public record ControlList(LocalDate edition, String source, List<ControlListEntry> entries) {
    public ControlList {
        entries = List.copyOf(entries);
    }

    /** The entry of a number. */
    public Optional<ControlListEntry> entry(Eccn eccn) {
        return entries.stream().filter(entry -> entry.eccn().equals(eccn)).findFirst();
    }
}
