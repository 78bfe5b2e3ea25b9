package dev.portcullis.screening.list;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An edition of a publisher's file as it was taken in. Earlier editions are kept.
 *
 * @param id opaque id, prefix {@code led}
 * @param source where it came from, such as {@value #CONSOLIDATED}; each source has editions of its own
 * @param format the format of the file
 * @param digest SHA-256 of the file, in hexadecimal
 * @param bytes the file's size
 * @param counts entries by list code
 * @param quarantined the number of rows that could not be read
 * @param quarantine the first of them
 * @param published when the publisher made the file, where it says so
 * @param repaired how many bytes of the file were in another encoding than it declares
 * @param loadedAt when it was taken in
 * @param loadedBy the account that sent it
 */
@RegisterForReflection
public record Edition(
        String id,
        String source,
        String format,
        String digest,
        long bytes,
        Map<String, Integer> counts,
        int quarantined,
        List<ListFile.QuarantinedRow> quarantine,
        @Nullable LocalDate published,
        long repaired,
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
