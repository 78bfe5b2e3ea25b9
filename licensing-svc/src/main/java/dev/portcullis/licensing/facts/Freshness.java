package dev.portcullis.licensing.facts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How old a feed may be before none of its facts permits anything. The age is that of the whole feed, told by its heartbeats: a fact
 * that has not changed for a year is as good as new while its feed is.
 *
 * <p>Each limit bounds the time for which a change that the owning service has answered for, but that has not arrived here, could
 * go unseen: keep it short. Heartbeats come every second; a limit under five seconds would close the gate at each broker failover.
 */
@ConfigMapping(prefix = "portcullis.freshness")
public interface Freshness {
    /** Limit of the items' feed, an ISO 8601 duration. */
    @WithDefault("PT60S")
    Duration items();

    /** Limit of the parties' feed: how long a new listing may stay unseen while screening-svc or Kafka is away. */
    @WithDefault("PT60S")
    Duration parties();

    /** Limit of the persons' feed: how long a leaver may stay unseen while personnel-svc or Kafka is away. */
    @WithDefault("PT60S")
    Duration persons();
}
