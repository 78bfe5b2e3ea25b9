package dev.portcullis.personnel.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold: while it is in force, the person is not erased (15 CFR 762.6(b)). One places it, for to keep too much loses nothing; two lift it.
 *
 * @param version rises by one with each change
 * @param reference of the inquiry, such as {@code matter-2026-114}; no words, so that no name stands here
 * @param liftProposedBy who wants it lifted; absent while nobody does
 * @param liftedBy who agreed, never the same
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonHold(
        @Schema(examples = "phd-01k9zq0v5m8y3h2t7n4c6w1xrd") String id,
        long version,
        String personId,
        State state,
        String reference,
        String placedBy,
        Instant placedAt,
        @Nullable String liftProposedBy,
        @Nullable String liftedBy,
        Instant changedAt) {
    /** Whether a hold is in force. */
    public enum State {
        IN_FORCE,
        /** One person wants it lifted; it is in force. */
        LIFT_PROPOSED,
        LIFTED
    }
}
