package dev.portcullis.screening.party;

import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.Screener;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Brings the matcher in step with the database and screens the parties that are behind, at the start and from then on: after an
 * import that left them behind, on whichever replica, and after a crash. What is left to do stands in the parties' rows, so it
 * survives the process. Several replicas share the work.
 */
@ApplicationScoped
public class EditionWatch {
    private static final Logger LOG = Logger.getLogger(EditionWatch.class);

    /** Parties in one transaction: few enough that an import or a change of a party waits only shortly. */
    private static final int BATCH = 100;

    @Inject
    CurrentLists lists;

    @Inject
    PartyRegister register;

    /** Looks at once: the scheduler's first turn comes only after a second, and the service is not ready before. */
    void start(@Observes StartupEvent event) {
        VertxContextSupport.subscribe(
                () -> look().toMulti(), looked -> looked.with(ignored -> {}, failureThatIsLoggedAndTriedAgain -> {}));
    }

    @Scheduled(every = "${portcullis.screening.watch}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return lists.refresh()
                .chain(this::screenBehind)
                .onFailure()
                .invoke(e -> LOG.warnf("screening lists and parties are looked at again later: %s", e));
    }

    private Uni<Void> screenBehind() {
        return lists.inStep(() -> Panache.withTransaction(() -> lists.held().chain(this::screenBatch)))
                .chain(screened ->
                        screened == BATCH ? screenBehind() : Uni.createFrom().voidItem());
    }

    private Uni<Integer> screenBatch(Optional<Screener> screener) {
        return screener.map(current -> register.screenBehind(current, BATCH))
                .orElseGet(() -> Uni.createFrom().item(0));
    }
}
