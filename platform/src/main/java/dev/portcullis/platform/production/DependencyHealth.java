package dev.portcullis.platform.production;

import dev.portcullis.platform.feed.FactFeed;
import dev.portcullis.platform.feed.FactFeeds;
import dev.portcullis.platform.outbox.Relay;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Readiness by dependency. Without its database a service can do nothing. Without Kafka it goes on: news is late, and facts that
 * grow too old stop permitting by themselves; so a missing Kafka is told here, but takes nobody out of service who once had it.
 */
public final class DependencyHealth {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private DependencyHealth() {}

    /** The database. */
    @Readiness
    @ApplicationScoped
    public static class Database implements AsyncHealthCheck {
        @Inject
        Pool pool;

        @Override
        public Uni<HealthCheckResponse> call() {
            return pool.query("select 1")
                    .execute()
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .map(rows -> HealthCheckResponse.up("postgresql"))
                    .onFailure()
                    .recoverWithItem(e -> HealthCheckResponse.named("postgresql")
                            .down()
                            .withData(
                                    "reason",
                                    "PostgreSQL does not answer: "
                                            + e.getClass().getSimpleName())
                            .build());
        }
    }

    /** Kafka, as the relay and the feeds see it. */
    @Readiness
    @ApplicationScoped
    public static class Kafka implements AsyncHealthCheck {
        @Inject
        Relay relay;

        @Inject
        FactFeeds feeds;

        @Override
        public Uni<HealthCheckResponse> call() {
            HealthCheckResponseBuilder health = HealthCheckResponse.named("kafka");
            Instant now = Instant.now();
            Instant drained = relay.drainedAt();
            boolean up = drained != null;
            health.withData("outbox", age(drained, now));
            for (FactFeed<?> feed : feeds.all()) {
                Instant complete = feed.completeUpTo();
                health.withData(feed.topic(), age(complete, now));
                up &= feed.isLoaded();
            }
            if (!up) {
                health.withData(
                        "reason", "Kafka has not been reached since the start, or stored facts are still being read");
            }
            return Uni.createFrom().item(health.status(up).build());
        }

        private static String age(@Nullable Instant time, Instant now) {
            return time == null
                    ? "nothing heard yet"
                    : "complete up to "
                            + Math.max(0, Duration.between(time, now).toSeconds()) + " s ago";
        }
    }
}
