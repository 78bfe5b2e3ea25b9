package dev.portcullis.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a fact service writes to every partition of its topic at a steady pace: everything that it committed up to
 * {@code completeUpTo} stands before this record. A consumer that has read it knows how fresh the whole feed is, however old a
 * single fact may be.
 *
 * <p>It is told from facts by its CloudEvents type {@value #TYPE}, and its key starts with {@value #KEY_PREFIX}, which no
 * aggregate's id does.
 *
 * @param source the service that owns the topic
 * @param completeUpTo every change committed by then has been published
 * @param goodUntil until when what the owner itself was told may be relied on, because its own sources spoke recently enough;
 *     absent where it has no source but itself. After it no fact of the topic permits, however lively the owner is
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedHeartbeat(
        String source, Instant completeUpTo, @Nullable Instant goodUntil) {
    public static final String TYPE = "dev.portcullis.feed.heartbeat";
    public static final String KEY_PREFIX = "~heartbeat-";

    /** The heartbeat of an owner that has no source but itself. */
    public FeedHeartbeat(String source, Instant completeUpTo) {
        this(source, completeUpTo, null);
    }

    public FeedHeartbeat {
        Require.text(source, "source");
        Require.present(completeUpTo, "completeUpTo");
    }
}
