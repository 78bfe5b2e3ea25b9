package dev.portcullis.licensing.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.licensing.decision.Inputs.Program;
import dev.portcullis.licensing.determination.Step;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What came of computing a determination again.
 *
 * @param determinationId the determination
 * @param result the same or not
 * @param reason why it cannot be computed again; absent where it was
 * @param remarks what is known of the reasons for a difference; a change of program or law is told beside an identical answer, too
 * @param storedOutcome the answer as it was stored
 * @param computedOutcome the answer of today's program; absent where it gave none
 * @param storedSha256 digest of the stored bytes
 * @param computedSha256 digest of the bytes of today
 * @param storedBy what computed the stored answer; absent where that is not known
 * @param computedBy what computes answers today
 * @param parts the parts of the answer that differ, by name
 * @param onlyStored steps that only the stored answer has
 * @param onlyComputed steps that only today's answer has
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Replay(
        String determinationId,
        Result result,
        @Nullable String reason,
        Set<Remark> remarks,
        Outcome storedOutcome,
        @Nullable Outcome computedOutcome,
        String storedSha256,
        @Nullable String computedSha256,
        @Nullable Program storedBy,
        Program computedBy,
        List<String> parts,
        List<Step> onlyStored,
        List<Step> onlyComputed) {
    public Replay {
        remarks = Collections.unmodifiableSortedSet(new TreeSet<>(remarks));
        parts = List.copyOf(parts);
        onlyStored = List.copyOf(onlyStored);
        onlyComputed = List.copyOf(onlyComputed);
    }

    /** Whether the answer is the same. */
    public enum Result {
        /** The same bytes were computed, and they are those that the ledger names. */
        IDENTICAL,
        /** Other bytes were computed, or what is stored is not what the ledger names. */
        DIFFERENT,
        /** What is needed to compute the answer is not there. */
        NOT_REPLAYABLE
    }

    /** What is known of the reasons. */
    public enum Remark {
        /** The stored answer is not the one whose digest the ledger entry names. */
        ANSWER_ALTERED,
        /** What is stored as computed from is not what the ledger entry names. */
        INPUTS_ALTERED,
        /** Another version of the program computed the stored answer. */
        PROGRAM_CHANGED,
        /** The law files have changed since. */
        LAW_CHANGED,
        /** Today's program gives no answer to these inputs. */
        PROGRAM_FAILS
    }
}
