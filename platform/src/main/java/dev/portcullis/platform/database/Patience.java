package dev.portcullis.platform.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a request may wait for the database before it is told to come again (503 with Retry-After). */
@ConfigMapping(prefix = "portcullis.database")
public interface Patience {
    /** The longest wait for a connection, at least a second. */
    @WithDefault("PT15S")
    Duration connectionWait();

    /**
     * The longest wait for a row that somebody else holds, at least a second: another draw on the same license, or the first
     * request with the same Idempotency-Key.
     */
    @WithDefault("PT15S")
    Duration lockWait();

    /** The most requests that wait for a connection at the same time; the next is told at once to come again. */
    @WithDefault("500")
    int waiting();
}
