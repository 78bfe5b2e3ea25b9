package dev.portcullis.licensing.application;

import dev.portcullis.platform.pulse.Steps;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.jboss.logging.Logger;

/** Marks applications of which something is due, once for each day that has come. What is left to do stands in the rows; replicas share it. */
@ApplicationScoped
public class ApplicationWatch {
    private static final Logger LOG = Logger.getLogger(ApplicationWatch.class);
    private static final int BATCH = 100;
    private static final int MOST_BATCHES = 50;

    @Inject
    Applications applications;

    @Inject
    MeterRegistry metrics;

    @Inject
    Clock clock;

    @Scheduled(every = "${portcullis.applications.watch}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return mark().onFailure().invoke(e -> LOG.warnf("applications are looked at again later: %s", e));
    }

    /** Marks what is due, in batches; a run ends after some of them, so that the next looks up. */
    Uni<Void> mark() {
        LocalDate today = LocalDate.now(clock.withZone(java.time.ZoneOffset.UTC));
        return Steps.whileMore(
                () -> Panache.withTransaction(() -> applications
                        .dueAndLock(today, BATCH)
                        .chain(rows -> Multi.createFrom()
                                .iterable(rows)
                                .onItem()
                                .transformToUniAndConcatenate(row -> applications.mark(row))
                                .collect()
                                .asList()
                                .replaceWith(rows.size()))
                        .invoke(marked -> metrics.counter("portcullis.applications.marked.due")
                                .increment(marked))
                        .map(marked -> marked == BATCH)),
                MOST_BATCHES);
    }
}
