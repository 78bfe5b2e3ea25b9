package dev.portcullis.personnel.subject;

import dev.portcullis.personnel.person.Persons;
import dev.portcullis.personnel.privacy.KeyService;
import dev.portcullis.personnel.privacy.KeyUnavailableException;
import dev.portcullis.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Wraps persons' keys anew after the master key changed, and, where the deployment wants it, erases those whose time has run out. */
@ApplicationScoped
public class SubjectWatch {
    private static final Logger LOG = Logger.getLogger(SubjectWatch.class);
    private static final int AT_ONCE = 500;

    @Inject
    Persons persons;

    @Inject
    KeyService keys;

    @Inject
    Erasures erasures;

    @Inject
    @ConfigProperty(name = "portcullis.privacy.erase-expired", defaultValue = "false")
    boolean eraseExpired;

    @Scheduled(every = "{portcullis.privacy.watch}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return rewrap().chain(() ->
                eraseExpired ? erase(Instant.now()) : Uni.createFrom().voidItem());
    }

    private Uni<Void> rewrap() {
        return Uni.createFrom()
                .deferred(() -> persons.rewrap(keys.keyId(), AT_ONCE))
                .invoke(count -> {
                    if (count > 0) {
                        LOG.infof("%d keys of persons were wrapped with the master key %s", count, keys.keyId());
                    }
                })
                .onFailure(KeyUnavailableException.class)
                .recoverWithItem(e -> {
                    LOG.errorf("keys of persons cannot be wrapped anew: %s", e.getMessage());
                    return 0;
                })
                .replaceWithVoid();
    }

    private Uni<Void> erase(Instant now) {
        return persons.untouchedSince(erasures.due(now), AT_ONCE)
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(id -> Panache.withTransaction(() -> erasures.expire(id, now))
                                .replaceWithVoid()
                                // Who is held stays.
                                .onFailure(ProblemException.class)
                                .recoverWithNull())
                        .collect()
                        .asList())
                .replaceWithVoid();
    }
}
