package dev.portcullis.platform.outbox;

import java.time.Instant;

/**
 * For a topic whose facts come to its owner from elsewhere: until when they may be relied on. Implemented as a bean by the owner. The
 * relay asks it before each heartbeat; where there are several for one topic, the earliest moment counts.
 */
public interface FeedLimit {
    /** The topic. */
    String topic();

    /**
     * Until when the facts may be relied on; in the past where they may not. Answers from memory, and from any thread: the relay
     * waits for it.
     */
    Instant goodUntil();
}
