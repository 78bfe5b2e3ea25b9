package dev.portcullis.licensing.facts;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was known of one aggregate at one moment.
 *
 * @param id the aggregate's id
 * @param version the version that was read last; 0 where nothing ever was
 * @param value the state; null where nothing is known: it never arrived, it is gone, or its newest event could not be read
 * @param completeUpTo every change that the owner committed by then is known here; null where that is not known
 * @param fresh whether the feed was within its limit
 */
@RegisterForReflection
public record KnownFact<T>(
        String id,
        long version,
        @Nullable T value,
        @Nullable Instant completeUpTo,
        boolean fresh) {

    /**
     * Judges a feed's age.
     *
     * <p>A feed that claims to be complete further ahead than its limit is not fresh either: a clock is wrong, and such a claim
     * would keep it fresh for as long as the clock is ahead.
     *
     * @param completeUpTo up to when the feed is complete
     * @param limit the greatest age
     * @param now the moment of the decision
     */
    public static boolean isFresh(@Nullable Instant completeUpTo, Duration limit, Instant now) {
        return completeUpTo != null && Duration.between(completeUpTo, now).abs().compareTo(limit) <= 0;
    }

    /** The value where it may be used to permit: known, and its feed fresh. */
    public @Nullable T usable() {
        return fresh ? value : null;
    }

    /** The same as if its feed were fresh; for comparisons, which permit nothing. */
    KnownFact<T> whateverItsAge() {
        return new KnownFact<>(id, version, value, completeUpTo, true);
    }
}
