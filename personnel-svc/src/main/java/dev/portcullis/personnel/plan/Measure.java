package dev.portcullis.personnel.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A measure of a plan.
 *
 * @param id as in the list of usual measures
 * @param inPlace whether it is in place
 * @param until the last day on which that can be relied on; absent where no end was set
 * @param note what was seen, or what is to be done; names nobody
 * @param markedBy token subject of whoever said so; absent where nobody has
 * @param markedAt when
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measure(
        String id,
        boolean inPlace,
        @Nullable LocalDate until,
        @Nullable String note,
        @Nullable String markedBy,
        @Nullable Instant markedAt) {
    static Measure open(String id) {
        return new Measure(id, false, null, null, null, null);
    }

    /** Whether it can be relied on, on a day. */
    boolean holdsOn(LocalDate day) {
        return inPlace && (until == null || !day.isAfter(until));
    }
}
