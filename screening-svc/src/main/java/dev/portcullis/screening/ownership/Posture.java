package dev.portcullis.screening.ownership;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a rule stands in a time.
 *
 * @param standing what holds
 * @param from first day
 * @param to last day; null where it goes on
 * @param citation where that is said
 * @param note in our own words
 */
public record Posture(
        Standing standing,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String citation,
        String note) {

    /** What holds of a rule on a day. */
    @RegisterForReflection
    public enum Standing {
        /** The day is before the rule. */
        NOT_MADE,
        IN_FORCE,
        SUSPENDED,
        /** In force by its own terms, and nobody has found that it was put off again: to be verified before it is relied on. */
        IN_FORCE_VERIFY
    }

    boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
