package dev.portcullis.screening.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.PartyState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch as callers see it. While it is screened, {@code screened} of {@code received - invalid} rows are done.
 *
 * @param columns how each column of the file was read; empty for one that is no table
 * @param threshold the score from which hits are told, where it was raised above the profile's
 * @param sha256 digest of the file
 * @param bytes the file's size
 * @param received how many rows the file has
 * @param invalid how many of them are not in order, and are not screened
 * @param screened how many are screened so far
 * @param possible how many of those have hits of which none is exact
 * @param listed how many have an exact hit
 * @param resultSha256 digest of all results as NDJSON; there once the batch is done
 * @param editions what the rows were screened against: one, unless lists or profile changed meanwhile
 * @param createdBy the account that sent it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchView(
        String id,
        BatchState state,
        Layout layout,
        List<ColumnRead> columns,
        @Nullable Double threshold,
        @Nullable String sha256,
        long bytes,
        int received,
        int invalid,
        int screened,
        int possible,
        int listed,
        @Nullable String resultSha256,
        List<Against> editions,
        String createdBy,
        Instant createdAt,
        Instant changedAt) {

    /**
     * What some rows were screened against.
     *
     * @param editions what each of those rows names
     * @param profile the version of the matching profile
     * @param rows how many rows
     * @param firstLine the first line of the file that was
     * @param lastLine the last
     * @param lists the lists, each with its edition
     */
    @RegisterForReflection
    public record Against(
            String editions,
            String profile,
            int rows,
            int firstLine,
            int lastLine,
            List<PartyState.ListEdition> lists) {}
}
