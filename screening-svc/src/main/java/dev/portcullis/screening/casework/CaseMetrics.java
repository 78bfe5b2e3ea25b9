package dev.portcullis.screening.casework;

import dev.portcullis.screening.casefile.CaseFiles;
import dev.portcullis.screening.cases.Case;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** How many cases stand where, and how many are overdue, as metrics: the same on every replica. */
@ApplicationScoped
public class CaseMetrics {
    private static final Logger LOG = Logger.getLogger(CaseMetrics.class);

    private volatile List<CaseFiles.Count> counts = List.of();

    @Inject
    MeterRegistry metrics;

    @Inject
    CaseFiles files;

    void register(@Observes StartupEvent start) {
        for (Case.State state : Case.State.values()) {
            Gauge.builder("portcullis.screening.cases", this, own -> own.cases(state))
                    .description("Cases by where they stand")
                    .tag("state", state.name())
                    .register(metrics);
        }
        Gauge.builder("portcullis.screening.cases.overdue", this, CaseMetrics::overdue)
                .description("Cases that have waited too long for two people")
                .register(metrics);
    }

    @Scheduled(every = "${portcullis.cases.count}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return Panache.withSession(() -> files.counts(Instant.now()))
                .invoke(found -> counts = found)
                .replaceWithVoid()
                .onFailure()
                .invoke(e -> LOG.warnf("cases are counted again later: %s", e));
    }

    private double cases(Case.State state) {
        return counts.stream()
                .filter(count -> count.state() == state)
                .mapToLong(CaseFiles.Count::cases)
                .sum();
    }

    private double overdue() {
        return counts.stream().mapToLong(CaseFiles.Count::overdue).sum();
    }
}
