package dev.portcullis.personnel.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * A technology control plan.
 *
 * @param id opaque id; also the name of its group in the realm
 * @param version rises by one with each change
 * @param status whether anybody can be admitted
 * @param terms what it protects
 * @param measures what is done to protect it
 * @param changedAt when this state came about
 */
@RegisterForReflection
public record Plan(String id, long version, Status status, Terms terms, List<Measure> measures, Instant changedAt) {
    private static final CountryCode UNITED_STATES = CountryCode.of("US");

    public Plan {
        measures = List.copyOf(measures);
    }

    /** Whether anybody can be admitted. */
    public enum Status {
        ACTIVE,
        CLOSED
    }

    /** What a release under the plan is. */
    @JsonIgnore
    public Activity activity() {
        return terms.country().equals(UNITED_STATES) ? Activity.DEEMED_EXPORT : Activity.DEEMED_REEXPORT;
    }
}
