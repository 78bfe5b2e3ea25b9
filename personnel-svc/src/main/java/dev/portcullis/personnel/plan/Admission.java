package dev.portcullis.personnel.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person and a plan.
 *
 * @param id opaque id
 * @param version rises by one with each change
 * @param planId the plan
 * @param personId opaque id of the person
 * @param state where it stands
 * @param reasons why not, where not; the same words for everybody
 * @param recheckAt the earliest moment at which it may be otherwise though nothing changes; absent where there is none
 * @param decidedBy token subject of whoever admitted, refused or ended it; {@code personnel-svc} where it was suspended
 * @param decidedAt when
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Admission(
        String id,
        long version,
        String planId,
        String personId,
        State state,
        List<String> reasons,
        @Nullable Instant recheckAt,
        String decidedBy,
        Instant decidedAt) {
    public Admission {
        reasons = List.copyOf(reasons);
    }

    /** Where an admission stands. Only {@code ADMITTED} opens anything. */
    public enum State {
        ADMITTED,
        /** What it rested on has changed. A person looks before it is admitted again. */
        SUSPENDED,
        REFUSED,
        ENDED
    }
}
