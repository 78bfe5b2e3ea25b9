package dev.portcullis.screening.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How lists are fetched from their publishers. */
@ConfigMapping(prefix = "portcullis.screening.download")
interface DownloadConfig {
    /** Whether lists are fetched at all. */
    @WithDefault("false")
    boolean enabled();

    /** The time between two requests for a list. */
    @WithDefault("PT6H")
    Duration interval();

    /** The time after a first failure; it doubles with each further one. */
    @WithDefault("PT1M")
    Duration retry();

    /** The share by which these times may be shorter or longer. */
    @WithDefault("0.1")
    double jitter();

    /** How long a publisher may take to begin its answer. */
    @WithDefault("PT2M")
    Duration timeout();

    /** How long an answer may take from its beginning to its end. */
    @WithDefault("PT10M")
    Duration longest();

    /** How many bytes of an answer are read. */
    @WithDefault("419430400")
    long largest();

    /** How often is looked whether a list is due. */
    @WithDefault("10s")
    String tick();

    /** The proxy, {@code host:port}; none where it is absent. */
    Optional<String> proxy();

    /**
     * The addresses by the ids of the sources. {@code {date}} stands for the date some days ago, since the eCFR's versioner gives editions by
     * date and none for the last days.
     */
    Map<String, String> addresses();

    /** How many days ago {@code {date}} is. */
    @WithDefault("3")
    int lagDays();
}
