package dev.portcullis.screening.list;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a list's file.
 *
 * @param entries the readable entries in the order of the file
 * @param quarantined the number of rows that could not be read
 * @param quarantine the first {@value #KEPT} of them, with the reason
 * @param published when the publisher made the file, where it says so
 * @param repaired how many bytes were no text in the declared encoding and were read as Windows-1252
 */
public record ListFile(
        List<ListedParty> entries,
        int quarantined,
        List<QuarantinedRow> quarantine,
        @Nullable LocalDate published,
        long repaired) {
    /** How many unreadable rows are shown. */
    public static final int KEPT = 50;

    public ListFile {
        entries = List.copyOf(entries);
        quarantine = List.copyOf(quarantine);
    }

    /** A file that does not say when it was made. */
    public ListFile(List<ListedParty> entries, int quarantined, List<QuarantinedRow> quarantine) {
        this(entries, quarantined, quarantine, null, 0);
    }

    /**
     * A row that could not be read.
     *
     * @param row the row's number in the file; the header is row 1, and of a file without rows each record is one
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
