package dev.portcullis.licensing.replay;

import dev.portcullis.platform.pulse.Steps;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Works at the run that goes on, page by page; one replica at a time, held by a lock on the run's row. */
@ApplicationScoped
public class ReplayWorker {
    private static final Logger LOG = Logger.getLogger(ReplayWorker.class);

    /** Pages without a pause. */
    private static final int MOST = 1_000;

    @Inject
    ReplayRuns runs;

    @Inject
    Clock clock;

    @Scheduled(every = "${portcullis.replays.work}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return Steps.whileMore(() -> Panache.withTransaction(() -> runs.step(clock.instant())), MOST)
                .onFailure()
                .recoverWithUni(failure -> {
                    // Texts of failures may hold what was read: only their kind is logged.
                    LOG.warnf("determinations are replayed later: %s", failure.getClass());
                    return Uni.createFrom().voidItem();
                });
    }
}
