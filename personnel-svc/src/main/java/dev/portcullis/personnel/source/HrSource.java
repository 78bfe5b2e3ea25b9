package dev.portcullis.personnel.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An HR system as it was last heard.
 *
 * @param id the account under which it speaks
 * @param version rises by one with each retirement and return, and not with each word
 * @param completeUpTo everything that it knew by then has been told
 * @param goodUntil until when its facts may be relied on, if it stays silent
 * @param lastWord how it spoke last
 * @param retiredAt since when it is not waited for any more; absent while it is
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HrSource(
        String id,
        long version,
        Instant completeUpTo,
        Instant goodUntil,
        Word lastWord,
        @Nullable Instant retiredAt) {
    /** How an HR system can speak. */
    public enum Word {
        /** It read or wrote over SCIM. */
        SCIM,
        /** It told all that has changed since the last time. */
        DELTA_SYNC,
        /** It told everybody. */
        FULL_SYNC,
        /** It said that there is nothing new. */
        HEARTBEAT
    }
}
