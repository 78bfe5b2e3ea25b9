package dev.portcullis.personnel.person;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/**
 * Gives the records of earlier versions of the program their marks. Until the last has them, no search relies on any, so that
 * none misses a record; it costs such a search more.
 */
@ApplicationScoped
public class Marking {
    private static final Logger LOG = Logger.getLogger(Marking.class);
    private static final int AT_ONCE = 200;

    @Inject
    Persons persons;

    private volatile boolean complete;

    /** Whether every record has its marks. */
    public boolean complete() {
        return complete;
    }

    @Scheduled(every = "PT1S", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Complete.class)
    Uni<Void> run() {
        return some().onFailure().recoverWithUni(e -> {
            LOG.errorf("records could not be marked: %s", e.getClass().getSimpleName());
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> some() {
        return persons.markSome(AT_ONCE).chain(found -> {
            if (found == 0) {
                complete = true;
                return Uni.createFrom().voidItem();
            }
            return found < AT_ONCE ? Uni.createFrom().voidItem() : some();
        });
    }

    /** Nothing is left to be done. */
    @jakarta.inject.Singleton
    static class Complete implements Scheduled.SkipPredicate {
        @Inject
        Marking marking;

        @Override
        public boolean test(io.quarkus.scheduler.ScheduledExecution execution) {
            return marking.complete();
        }
    }
}
