package dev.portcullis.screening.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.screening.list.Edition;
import dev.portcullis.screening.list.ListFile;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An edition as callers see it.
 *
 * @param id the edition's id
 * @param format the format of the file
 * @param published when the publisher made the file, where it says so
 * @param digest SHA-256 of the file, in hexadecimal
 * @param bytes the file's size
 * @param entries the number of entries
 * @param lists entries by list code
 * @param quarantined the number of rows that could not be read
 * @param quarantine the first of them
 * @param repaired how many bytes of the file were in another encoding than it declares
 * @param loadedAt when it was taken in
 * @param loadedBy who sent it
 * @param partiesScreened in the answer to an import: how many parties were screened again before the answer, which are all those
 *     for whom the edition holds something new
 * @param partiesPending in the answer to an import: whether others, for whom it holds nothing new, follow in the background
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EditionView(
        String id,
        String format,
        @Nullable LocalDate published,
        String digest,
        long bytes,
        int entries,
        Map<String, Integer> lists,
        int quarantined,
        List<ListFile.QuarantinedRow> quarantine,
        long repaired,
        Instant loadedAt,
        String loadedBy,
        @Nullable Integer partiesScreened,
        @Nullable Boolean partiesPending) {

    static EditionView of(Edition edition) {
        return of(edition, null, null);
    }

    static EditionView of(Edition edition, @Nullable Integer partiesScreened, @Nullable Boolean partiesPending) {
        return new EditionView(
                edition.id(),
                edition.format(),
                edition.published(),
                edition.digest(),
                edition.bytes(),
                edition.entries(),
                new TreeMap<>(edition.counts()),
                edition.quarantined(),
                edition.quarantine(),
                edition.repaired(),
                edition.loadedAt(),
                edition.loadedBy(),
                partiesScreened,
                partiesPending);
    }
}
