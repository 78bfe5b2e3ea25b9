package dev.portcullis.personnel.evidence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Ends evidence that has expired, and keeps the list of what is to be asked for. */
@ApplicationScoped
public class EvidenceWatch {
    private static final Logger LOG = Logger.getLogger(EvidenceWatch.class);
    private static final int AT_ONCE = 1000;

    @Inject
    Evidences evidences;

    @Inject
    EvidenceRequests requests;

    @Scheduled(every = "{portcullis.evidence.watch}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return look(LocalDate.now(ZoneOffset.UTC), Instant.now());
    }

    /** Does it as of a day. */
    Uni<Void> look(LocalDate today, Instant now) {
        return Panache.withSession(() -> evidences.expired(today, AT_ONCE))
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(id -> Panache.withTransaction(() -> evidences.expire(id, today))
                                .onFailure()
                                .recoverWithUni(e -> {
                                    LOG.errorf(e, "evidence %s could not be ended", id);
                                    return Uni.createFrom().voidItem();
                                }))
                        .collect()
                        .asList())
                .chain(() -> Panache.withTransaction(() -> requests.update(today, now, AT_ONCE)));
    }
}
