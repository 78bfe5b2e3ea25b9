package dev.portcullis.licensing.redflag;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.licensing.determination.RedFlag.Kind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A red flag as it is shown.
 *
 * @param id opaque id
 * @param version 1 while it is open, 2 when it is closed
 * @param state whether it stands
 * @param number its number in the Supplement, or {@code OTHER}
 * @param title what the number stands for
 * @param kind what it was raised on
 * @param subject the id of that
 * @param seen what was seen
 * @param evidence SHA-256 digests of documents that show it
 * @param raisedBy who has seen it, by the subject of the account
 * @param raisedAt when
 * @param resolution why it no longer stands; absent while it does
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RaisedFlag(
        String id,
        long version,
        State state,
        String number,
        String title,
        Kind kind,
        String subject,
        String seen,
        List<String> evidence,
        String raisedBy,
        Instant raisedAt,
        @Nullable Resolved resolution) {
    public RaisedFlag {
        evidence = List.copyOf(evidence);
    }

    /** Whether a flag stands. */
    public enum State {
        OPEN,
        CLOSED
    }

    /**
     * Why a flag no longer stands.
     *
     * @param reason what was found
     * @param evidence SHA-256 digests of the documents that show it
     * @param by who closed it, never who raised it
     * @param at when
     */
    @RegisterForReflection
    public record Resolved(String reason, List<String> evidence, String by, Instant at) {
        public Resolved {
            evidence = List.copyOf(evidence);
        }
    }
}
