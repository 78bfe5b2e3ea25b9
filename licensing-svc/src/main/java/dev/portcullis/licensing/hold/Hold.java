package dev.portcullis.licensing.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recorded letter.
 *
 * @param id opaque id
 * @param version rises by one with each change
 * @param status whether it still holds, apart from its dates
 * @param terms what it says
 * @param withdrawal why it no longer holds; absent while it does
 * @param changedAt when this state came about
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Hold(
        String id,
        long version,
        Status status,
        HoldTerms terms,
        @Nullable String withdrawal,
        Instant changedAt) {
    /** Whether a letter still holds. */
    public enum Status {
        ACTIVE,
        WITHDRAWN
    }
}
