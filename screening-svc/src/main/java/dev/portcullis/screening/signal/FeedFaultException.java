package dev.portcullis.screening.signal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The source of a feed does not answer as it should. The message says how and holds nothing of its content. */
final class FeedFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    FeedFaultException(String message) {
        this(message, null);
    }

    FeedFaultException(String message, @Nullable Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long the source asks to be left alone, where it does. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
