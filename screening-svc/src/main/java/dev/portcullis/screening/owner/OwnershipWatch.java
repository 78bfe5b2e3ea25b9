package dev.portcullis.screening.owner;

import dev.portcullis.screening.party.PartyRegister;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.Screener;
import dev.portcullis.screening.stake.StakeStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Assesses the parties again that a change of stakes reaches, and those of whom a stake begins or ends today. What is left to do stands in the
 * database beside the change that caused it, so that it survives the process; several replicas share the work.
 */
@ApplicationScoped
public class OwnershipWatch {
    private static final Logger LOG = Logger.getLogger(OwnershipWatch.class);

    /** Marks in one transaction: few enough that an import of lists waits only shortly. */
    private static final int BATCH = 100;

    @Inject
    CurrentLists lists;

    @Inject
    StakeStore stakes;

    @Inject
    PartyRegister register;

    @Scheduled(every = "${portcullis.screening.watch}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return assessDue().onFailure().invoke(e -> LOG.warnf("owners of parties are assessed again later: %s", e));
    }

    private Uni<Void> assessDue() {
        return lists.inStep(() -> Panache.withTransaction(() -> lists.held().chain(this::batch)))
                .chain(done -> done == BATCH ? assessDue() : Uni.createFrom().voidItem());
    }

    /** Without a list nobody is known to be listed, and no party is permitted anything: the marks wait. */
    private Uni<Integer> batch(Optional<Screener> screener) {
        return screener.map(current -> stakes.dueAndLock(LocalDate.now(ZoneOffset.UTC), BATCH)
                        .chain(marks -> marks.isEmpty() ? Uni.createFrom().item(0) : assess(current, marks)))
                .orElseGet(() -> Uni.createFrom().item(0));
    }

    private Uni<Integer> assess(Screener screener, List<StakeStore.Due> marks) {
        List<String> parties =
                marks.stream().map(StakeStore.Due::party).distinct().toList();
        return register.assess(screener, parties)
                .chain(() -> stakes.done(marks))
                .replaceWith(marks.size());
    }
}
