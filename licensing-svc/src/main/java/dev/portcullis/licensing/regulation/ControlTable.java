package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.Eccn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reasons for control and the list-based exceptions of all entries of the control list (Supplement No. 1 to 15 CFR Part 774).
 *
 * @param byHand rows that were read by hand with their history; they answer for every day that the law covers
 * @param compiled rows of the other entries, compiled from one edition; they answer from its day on
 * @param compiledFrom the day of that edition
 * @param otherAgency entries whose items are under another agency's jurisdiction (15 CFR 734.3(b)(1))
 * @param listed entries of the edition
 * @param exceptions the list-based exceptions that an entry names
 */
record ControlTable(
        Map<Eccn, List<ControlRow>> byHand,
        Map<Eccn, List<ControlRow>> compiled,
        LocalDate compiledFrom,
        Set<Eccn> otherAgency,
        Set<Eccn> listed,
        Map<Eccn, List<ListBasedException>> exceptions) {

    /** The rows of an entry on a day, whether their rules are in force or not; empty where nothing is known for the day. */
    List<ControlRow> rows(Eccn eccn, LocalDate day) {
        List<ControlRow> read = byHand.get(eccn);
        if (read != null) {
            return read;
        }
        return day.isBefore(compiledFrom) ? List.of() : compiled.getOrDefault(eccn, List.of());
    }

    /** Whether the rows are all that the entry's table has: then a paragraph that only AT speaks of has no other reason. */
    boolean isWhole(Eccn eccn) {
        return !byHand.containsKey(eccn) && compiled.containsKey(eccn);
    }
}
