package dev.portcullis.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

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
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FeedHeartbeat(String source, Instant completeUpTo) {
    public static final String TYPE = "dev.portcullis.feed.heartbeat";
    public static final String KEY_PREFIX = "~heartbeat-";

    public FeedHeartbeat {
        Require.text(source, "source");
        Require.present(completeUpTo, "completeUpTo");
    }
}
