package dev.portcullis.personnel.person;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Reads facts again on the day (UTC) on which they may come to something else, such as the day after a residency ended. */
@ApplicationScoped
public class Reassessment {
    private static final Logger LOG = Logger.getLogger(Reassessment.class);
    private static final int AT_ONCE = 200;

    @Inject
    Persons persons;

    @Scheduled(every = "{portcullis.persons.reassess}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return persons.due(LocalDate.now(ZoneOffset.UTC), AT_ONCE)
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(
                                id -> persons.reassess(id).onFailure().recoverWithUni(e -> {
                                    LOG.errorf(e, "person %s could not be assessed again", id);
                                    return Uni.createFrom().voidItem();
                                }))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }
}
