package dev.portcullis.screening.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.SignalState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signal.
 *
 * @param id opaque id, prefix {@code sig}
 * @param version 1, and one more with each acknowledgment
 * @param changeNumber rises with each change of any signal; a stream is resumed by it
 * @param origin what it was learned from, such as {@code federal-register:2025-19001}
 * @param news what it says
 * @param raisedAt when it was learned
 * @param raisedBy who posted it; absent where a machine learned of it
 * @param acknowledgments who has taken note of it, the first one first
 * @param impact how far it is known which kept parties it touches
 */
public record Signal(
        String id,
        long version,
        long changeNumber,
        String origin,
        News news,
        Instant raisedAt,
        @Nullable String raisedBy,
        List<Acknowledgment> acknowledgments,
        Impact impact) {

    /**
     * A person's word that the signal was seen and what follows from it.
     *
     * @param by the account's name
     * @param reason what was decided, in the person's words
     * @param at when
     */
    @RegisterForReflection
    public record Acknowledgment(String by, String reason, Instant at) {}

    /**
     * Which kept parties it touches.
     *
     * @param done whether all parties were looked at
     * @param parties how many of those that were looked at it touches
     * @param at when the last of them was looked at
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Impact(
            boolean done, int parties, @Nullable Instant at) {}

    /** The state that other services read. */
    SignalState toState() {
        return news.toState(
                id,
                version,
                raisedAt,
                acknowledgments.isEmpty() ? null : acknowledgments.get(0).at());
    }
}
