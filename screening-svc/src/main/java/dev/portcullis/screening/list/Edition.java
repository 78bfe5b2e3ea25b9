package dev.portcullis.screening.list;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An edition of a list file as it was taken in. Earlier editions are kept.
 *
 * @param id opaque id, prefix {@code led}
 * @param source the file's kind, {@value #CONSOLIDATED}
 * @param digest SHA-256 of the file, in hexadecimal
 * @param bytes the file's size
 * @param counts entries by list code
 * @param quarantined the number of rows that could not be read
 * @param quarantine the first of them
 * @param loadedAt when it was taken in
 * @param loadedBy the account that sent it
 */
@RegisterForReflection
public record Edition(
        String id,
        String source,
        String digest,
        long bytes,
        Map<String, Integer> counts,
        int quarantined,
        List<ListFile.QuarantinedRow> quarantine,
        Instant loadedAt,
        String loadedBy) {

    /** The Consolidated Screening List of trade.gov. */
    public static final String CONSOLIDATED = "consolidated";

    public Edition {
        counts = Map.copyOf(counts);
        quarantine = List.copyOf(quarantine);
    }

    /** The number of entries. */
    public int entries() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
