package dev.portcullis.screening.goodguy;

import dev.portcullis.screening.screening.CurrentLists;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Ends what has run out; the parties that it has cleared are screened again in the same transaction. */
@ApplicationScoped
public class GoodGuyWatch {
    private static final Logger LOG = Logger.getLogger(GoodGuyWatch.class);
    private static final int BATCH = 20;

    @Inject
    CurrentLists lists;

    @Inject
    GoodGuyDesk desk;

    @Scheduled(every = "${portcullis.cases.watch}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return end().onFailure().invoke(e -> LOG.warnf("the good-guy list is looked at again later: %s", e));
    }

    private Uni<Void> end() {
        return lists.inStep(() -> Panache.withTransaction(
                        () -> desk.endRunOut(LocalDate.now(ZoneOffset.UTC), Instant.now(), BATCH)))
                .chain(done -> done == BATCH ? end() : Uni.createFrom().voidItem());
    }
}
