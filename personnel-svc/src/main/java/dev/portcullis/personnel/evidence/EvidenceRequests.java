package dev.portcullis.personnel.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be asked for: evidence of facts that nobody verified, and new evidence ahead of the day on which the old one expires. Why somebody
 * is asked is the same for all, whatever they are: a fact on record without evidence that holds. Runs in the caller's transaction.
 */
@ApplicationScoped
public class EvidenceRequests {
    /** How long before evidence expires it is asked for again. */
    static final int DAYS_AHEAD = 60;

    /** How long there is to answer where nothing was verified yet. */
    private static final int DAYS_TO_ANSWER = 14;

    private static final String OPEN_UNVERIFIED = """
            insert into evidence_request (id, person_id, reason, due_on, opened_at)
            select 'evr-' || substr(p.id, 5), p.id, 'NOT_VERIFIED', :due, :now from person p
            where p.unverified and p.status = 'ACTIVE'
              and not exists (select from evidence_request r where r.person_id = p.id and r.reason = 'NOT_VERIFIED')
            order by p.id limit :most on conflict do nothing""";
    private static final String REOPEN_UNVERIFIED = """
            update evidence_request r set closed_at = null, opened_at = :now, due_on = :due from person p
            where p.id = r.person_id and p.unverified and p.status = 'ACTIVE'
              and r.reason = 'NOT_VERIFIED' and r.closed_at is not null""";
    private static final String OPEN_EXPIRING = """
            insert into evidence_request (id, person_id, reason, due_on, opened_at)
            select 'evr-' || substr(min(e.id), 5), e.person_id, 'EXPIRES_SOON', min(e.expires_on), :now
            from evidence e join person p on p.id = e.person_id
            where e.state = 'VERIFIED' and e.expires_on <= :horizon and p.status = 'ACTIVE'
              and not exists (select from evidence_request r
                              where r.person_id = e.person_id and r.reason = 'EXPIRES_SOON' and r.closed_at is null)
            group by e.person_id order by e.person_id limit :most on conflict do nothing""";
    private static final String CLOSE = """
            update evidence_request r set closed_at = :now where r.closed_at is null and (
              not exists (select from person p where p.id = r.person_id and p.status = 'ACTIVE')
              or r.reason = 'NOT_VERIFIED' and not exists (select from person p where p.id = r.person_id and p.unverified)
              or r.reason = 'EXPIRES_SOON' and not exists (select from evidence e where e.person_id = r.person_id
                  and e.state = 'VERIFIED' and e.expires_on <= :horizon))""";
    private static final String PAGE = """
            select id, person_id, reason, due_on, opened_at, closed_at from evidence_request
            where id > :after and (closed_at is null or not :open) order by id limit :limit""";

    /**
     * Something to ask for.
     *
     * @param reason NOT_VERIFIED or EXPIRES_SOON
     * @param dueOn the day by which it should be there
     * @param closedAt since when there is nothing to ask for any more; absent while there is
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String id,
            String personId,
            String reason,
            LocalDate dueOn,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    /** Opens what is to be asked for by now, and closes what is not any more. */
    Uni<Void> update(LocalDate today, Instant now, int most) {
        LocalDate horizon = today.plusDays(DAYS_AHEAD);
        LocalDate due = today.plusDays(DAYS_TO_ANSWER);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CLOSE)
                        .setParameter("now", now)
                        .setParameter("horizon", horizon)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(REOPEN_UNVERIFIED)
                                .setParameter("now", now)
                                .setParameter("due", due)
                                .executeUpdate())
                        .chain(() -> session.createNativeQuery(OPEN_UNVERIFIED)
                                .setParameter("now", now)
                                .setParameter("due", due)
                                .setParameter("most", most)
                                .executeUpdate())
                        .chain(() -> session.createNativeQuery(OPEN_EXPIRING)
                                .setParameter("now", now)
                                .setParameter("horizon", horizon)
                                .setParameter("most", most)
                                .executeUpdate())
                        .replaceWithVoid());
    }

    Uni<List<View>> page(boolean openOnly, @Nullable String after, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PAGE, Object[].class)
                        .setParameter("after", after == null ? "" : after)
                        .setParameter("open", openOnly)
                        .setParameter("limit", limit)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> new View(
                                        (String) row[0],
                                        (String) row[1],
                                        (String) row[2],
                                        date(row[3]),
                                        time(row[4]),
                                        row[5] == null ? null : time(row[5])))
                                .toList()));
    }

    private static LocalDate date(Object value) {
        return value instanceof java.sql.Date old ? old.toLocalDate() : (LocalDate) value;
    }

    private static Instant time(Object value) {
        return value instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) value;
    }
}
