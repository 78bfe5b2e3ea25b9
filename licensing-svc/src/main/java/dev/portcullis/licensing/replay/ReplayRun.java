package dev.portcullis.licensing.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.licensing.decision.Inputs.Program;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replay of all determinations, as far as it came.
 *
 * @param id opaque id
 * @param state whether it runs
 * @param program what computes the answers again
 * @param replayed how many were computed again, or could not be
 * @param identical how many gave the same bytes
 * @param different how many did not, or contradict the ledger
 * @param notReplayable of how many it is not kept what they were computed from
 * @param digest chained over the determinations and their results, in their order
 * @param differences the first that were different, a hundred at most; those that are not replayable are counted only
 * @param startedBy by whom
 * @param startedAt when; determinations that were made later are not among them
 * @param doneAt when it ended; absent while it runs
 * @param ledgerEntryId the entry that keeps counts and digest; absent while it runs
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayRun(
        String id,
        Progress state,
        Program program,
        long replayed,
        long identical,
        long different,
        long notReplayable,
        String digest,
        List<Difference> differences,
        String startedBy,
        Instant startedAt,
        @Nullable Instant doneAt,
        @Nullable Long ledgerEntryId) {
    public ReplayRun {
        differences = List.copyOf(differences);
    }

    /** Whether a run goes on. */
    public enum Progress {
        RUNNING,
        DONE
    }

    /**
     * A determination that was different, without its steps: those tell a nationality, and are told by its own replay.
     *
     * @param determinationId the determination
     * @param remarks what is known of the reasons
     * @param storedOutcome the answer as it was stored
     * @param computedOutcome the answer of today's program; absent where it gave none
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            String determinationId,
            List<Replay.Remark> remarks,
            Outcome storedOutcome,
            @Nullable Outcome computedOutcome) {
        public Difference {
            remarks = List.copyOf(remarks);
        }
    }
}
