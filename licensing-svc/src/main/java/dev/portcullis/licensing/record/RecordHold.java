package dev.portcullis.licensing.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold: while it is in force, the record is kept whatever its age (15 CFR 762.6(b)). One person places it, for to keep too much loses
 * nothing; two lift it.
 *
 * @param id opaque id
 * @param version rises by one with each change
 * @param releaseId the release whose record is held
 * @param state whether it is in force
 * @param reason why it was placed
 * @param placedBy subject of the caller
 * @param placedAt when
 * @param liftReason why it shall be lifted; absent while nobody proposed it
 * @param liftProposedBy who proposed it
 * @param liftedBy who agreed, never the same
 * @param decisionNote why it was lifted, or why the last proposal fell
 * @param changedAt when this state came about
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordHold(
        String id,
        long version,
        String releaseId,
        State state,
        String reason,
        String placedBy,
        Instant placedAt,
        @Nullable String liftReason,
        @Nullable String liftProposedBy,
        @Nullable String liftedBy,
        @Nullable String decisionNote,
        Instant changedAt) {
    /** Whether a hold is in force. */
    public enum State {
        IN_FORCE,
        /** One person wants it lifted; it is in force. */
        LIFT_PROPOSED,
        LIFTED
    }
}
