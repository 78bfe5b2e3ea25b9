package dev.portcullis.screening.batch;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of a batch: no name, and the digests by which file and results are known again.
 *
 * @param sha256 digest of the file
 * @param resultSha256 digest of all results as NDJSON, once the batch is done
 * @param editions what its rows were screened against
 */
@RegisterForReflection
public record BatchFact(
        BatchState state,
        @Nullable String sha256,
        int received,
        int invalid,
        int screened,
        int possible,
        int listed,
        @Nullable String resultSha256,
        List<String> editions,
        String by) {}
