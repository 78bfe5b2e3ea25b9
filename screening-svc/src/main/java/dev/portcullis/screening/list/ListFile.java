package dev.portcullis.screening.list;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was read from a list's file.
 *
 * @param entries the readable entries in the order of the file
 * @param quarantined the number of rows that could not be read
 * @param quarantine the first {@value #KEPT} of them, with the reason
 */
public record ListFile(List<ListedParty> entries, int quarantined, List<QuarantinedRow> quarantine) {
    /** How many unreadable rows are shown. */
    public static final int KEPT = 50;

    public ListFile {
        entries = List.copyOf(entries);
        quarantine = List.copyOf(quarantine);
    }

    /**
     * A row that could not be read.
     *
     * @param row the row's number in the file; the header is row 1
     * @param reason why, without the row's content
     */
    @RegisterForReflection
    public record QuarantinedRow(long row, String reason) {}

    /** How many entries each list has, by the list's code. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        entries.forEach(entry -> counts.merge(entry.list(), 1, Integer::sum));
        return counts;
    }
}
