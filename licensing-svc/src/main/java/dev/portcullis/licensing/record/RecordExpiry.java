package dev.portcullis.licensing.record;

import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.pulse.Steps;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Deletes records whose time has run out and that nobody holds, where the company wants that: with the release, its parties, and the
 * determination where nothing else rests on it. The ledger keeps its digests, which tell nothing of anybody. The database itself refuses
 * what is held or must be kept.
 */
@ApplicationScoped
public class RecordExpiry {
    private static final Logger LOG = Logger.getLogger(RecordExpiry.class);
    private static final int BATCH = 50;
    private static final int MOST_BATCHES = 20;
    private static final String EXPIRED = "dev.portcullis.record.expired";

    private static final String DUE = """
            select r.release_id, x.determination_id, r.keep_until, r.version
            from release_record r join release x on x.id = r.release_id
            where r.keep_until < :today
              and not exists (select from record_hold h where h.release_id = r.release_id and h.state <> 'LIFTED')
            order by r.keep_until, r.release_id limit :count for update of r skip locked""";
    private static final String OPEN = """
            insert into record_expiry (release_id, determination_id, keep_until, deleted_at)
            values (:release, :determination, :until, now())""";
    private static final List<String> DELETIONS = List.of(
            "delete from record_hold where release_id = :release",
            "delete from release_record where release_id = :release",
            "delete from release_party where release_id = :release",
            "delete from release where id = :release");
    private static final String DETERMINATION = """
            delete from determination d where d.id = :determination
              and not exists (select from release r where r.determination_id = d.id)
              and not exists (select from application a where a.determination_id = d.id)""";

    @Inject
    RecordSettings settings;

    @Inject
    Changes changes;

    @Inject
    MeterRegistry metrics;

    @Inject
    Clock clock;

    private record Due(String releaseId, String determinationId, LocalDate keepUntil, long version) {}

    @Scheduled(every = "${portcullis.records.expire}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return settings.delete()
                ? expire().onFailure().invoke(e -> LOG.warnf("records are deleted later: %s", e))
                : Uni.createFrom().voidItem();
    }

    /** Deletes what is due, in batches; a run ends after some of them, so that the next looks up. */
    Uni<Void> expire() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return Steps.whileMore(
                () -> Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(DUE, Object[].class)
                                .setParameter("today", today)
                                .setParameter("count", BATCH)
                                .getResultList()
                                .chain(rows -> Multi.createFrom()
                                        .iterable(rows)
                                        .map(row -> new Due(
                                                (String) row[0],
                                                (String) row[1],
                                                day(row[2]),
                                                ((Number) row[3]).longValue()))
                                        .onItem()
                                        .transformToUniAndConcatenate(due -> delete(session, due))
                                        .collect()
                                        .asList()))
                        .invoke(done ->
                                metrics.counter("portcullis.records.deleted").increment(done.size()))
                        .map(done -> done.size() == BATCH)),
                MOST_BATCHES);
    }

    private Uni<Long> delete(Mutiny.Session session, Due due) {
        Uni<Integer> deleted = session.createNativeQuery(OPEN)
                .setParameter("release", due.releaseId())
                .setParameter("determination", due.determinationId())
                .setParameter("until", due.keepUntil())
                .executeUpdate();
        for (String sql : DELETIONS) {
            deleted = deleted.chain(() -> session.createNativeQuery(sql)
                    .setParameter("release", due.releaseId())
                    .executeUpdate());
        }
        return deleted.chain(() -> session.createNativeQuery(DETERMINATION)
                        .setParameter("determination", due.determinationId())
                        .executeUpdate())
                .chain(() -> changes.record(new Change(
                        null,
                        due.releaseId(),
                        due.version() + 1,
                        EXPIRED,
                        null,
                        new ExpiredFact(due.determinationId(), due.keepUntil().toString()))));
    }

    private static LocalDate day(Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }

    /** Ledger fact: a record was deleted when its time had run out. */
    @RegisterForReflection
    record ExpiredFact(String determinationId, String keepUntil) {}
}
