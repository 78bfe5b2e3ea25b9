package dev.portcullis.licensing.redflag;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How many red flags are open, and for how long the oldest: each holds up whatever names its subject. */
@ApplicationScoped
public class RedFlagFigures {
    private static final Logger LOG = Logger.getLogger(RedFlagFigures.class);

    @Inject
    Clock clock;

    private volatile long open;
    private volatile @Nullable Instant oldest;

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder("portcullis.red.flags.open", this, figures -> figures.open)
                .description("Red flags that nobody has closed yet")
                .register(metrics);
        Gauge.builder("portcullis.red.flags.age", this, RedFlagFigures::ageSeconds)
                .description("Age of the oldest open red flag")
                .baseUnit("seconds")
                .register(metrics);
    }

    private double ageSeconds() {
        Instant since = oldest;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }

    @Scheduled(every = "${portcullis.red-flags.figures}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return Panache.withSession(() -> Panache.getSession()
                        .chain(session -> session.createSelectionQuery(
                                        "select count(*), min(f.raisedAt) from RedFlagRow f where f.state = :open",
                                        Object[].class)
                                .setParameter("open", RaisedFlag.State.OPEN)
                                .getSingleResult()))
                .invoke(figures -> {
                    open = (Long) figures[0];
                    oldest = (Instant) figures[1];
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("it is not known which red flags are open: %s", failure.getClass());
                    return Uni.createFrom().voidItem();
                });
    }
}
