package dev.portcullis.licensing.application;

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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** How many applications stand where, and of how many something is due: the same on every replica. */
@ApplicationScoped
public class ApplicationMetrics {
    private static final Logger LOG = Logger.getLogger(ApplicationMetrics.class);

    private volatile Map<State, Long> counts = Map.of();
    private volatile long overdue;

    @Inject
    MeterRegistry metrics;

    @Inject
    Applications applications;

    @Inject
    Clock clock;

    void register(@Observes StartupEvent start) {
        for (State state : State.values()) {
            Gauge.builder("portcullis.applications", this, own -> own.counts.getOrDefault(state, 0L))
                    .description("Applications by where they stand")
                    .tag("state", state.name())
                    .register(metrics);
        }
        Gauge.builder("portcullis.applications.due", this, own -> own.overdue)
                .description("Applications of which something is due or overdue")
                .register(metrics);
    }

    @Scheduled(every = "${portcullis.applications.count}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return Panache.withSession(() -> Panache.getSession()
                        .chain(session -> session.createQuery(
                                        "select a.state, count(a) from ApplicationRow a group by a.state",
                                        Object[].class)
                                .getResultList())
                        .invoke(this::take)
                        .chain(() -> applications.count("nextDue <= ?1", today))
                        .invoke(found -> overdue = found))
                .replaceWithVoid()
                .onFailure()
                .invoke(e -> LOG.warnf("applications are counted again later: %s", e));
    }

    private void take(List<Object[]> rows) {
        Map<State, Long> found = new EnumMap<>(State.class);
        rows.forEach(row -> found.put((State) row[0], (Long) row[1]));
        counts = found;
    }
}
