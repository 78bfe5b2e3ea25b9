package dev.portcullis.licensing.signal;

import dev.portcullis.contracts.SignalState;
import dev.portcullis.licensing.decision.CanonicalJson;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The signals that are known here. All operations run in the caller's transaction or session. */
@ApplicationScoped
public class Signals implements PanacheRepositoryBase<SignalRow, String> {
    private static final String ADD = """
            insert into signal (id, version, content, raised_at, received_at, looking_since, next_at)
            values (:id, :version, :content, :raised, :now, :now, :now) on conflict do nothing""";

    private static final String NEXT = """
            select id from signal where stage <> 'DONE' and next_at <= :now
            order by next_at, id limit 1 for update skip locked""";

    private static final String AGAIN = """
            select id from signal where again_on <= :today order by again_on, id limit 1 for update skip locked""";

    private static final String LATER = """
            update signal set failures = failures + 1, next_at = cast(:now as timestamptz)
                + make_interval(secs => least(3600, power(2, least(failures, 12)))) where id = :id""";

    private static final String FORGET = """
            delete from signal where id in
                (select id from signal where raised_at < :before and not held order by raised_at limit :count
                 for update skip locked)""";

    private static final String FORGET_IMPACT = "delete from signal_impact where signal_id = :id";

    private static final String OLDEST = "select min(looking_since) from signal where stage <> 'DONE'";

    @Inject
    CanonicalJson json;

    @Inject
    Changes changes;

    /** Takes a version of a signal; an older one, or the same again, changes nothing. */
    Uni<Void> take(SignalState signal, Instant now) {
        String content = new String(json.write(signal), StandardCharsets.UTF_8);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("id", signal.id())
                        .setParameter("version", signal.version())
                        .setParameter("content", content)
                        .setParameter("raised", signal.raisedAt())
                        .setParameter("now", now)
                        .executeUpdate())
                .chain(added -> added == 1 ? Uni.createFrom().voidItem() : update(signal, content, now));
    }

    private Uni<Void> update(SignalState signal, String content, Instant now) {
        return findById(signal.id(), LockModeType.PESSIMISTIC_WRITE).chain(row -> {
            if (row == null || row.version >= signal.version()) {
                return Uni.createFrom().voidItem();
            }
            boolean same = Search.sameReach(state(row), signal);
            row.version = signal.version();
            row.content = content;
            return same ? Uni.createFrom().voidItem() : restart(row, now);
        });
    }

    /** The versions that are known of some signals, as pairs of id and version. */
    Uni<List<Object[]>> versions(List<String> ids) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select s.id, s.version from SignalRow s where s.id in :ids", Object[].class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    /** A signal whose impact is to be found; nobody else looks at it until the transaction ends. Null where there is none. */
    Uni<@Nullable SignalRow> next(Instant now) {
        return first(NEXT, "now", now);
    }

    /** A signal that takes effect today and is looked at again. */
    Uni<@Nullable SignalRow> again(LocalDate today) {
        return first(AGAIN, "today", today);
    }

    private Uni<@Nullable SignalRow> first(String query, String name, Object value) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(query, String.class)
                        .setParameter(name, value)
                        .getResultList())
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().nullItem() : findById(ids.get(0)));
    }

    /** Forgets what was found and looks from the beginning. */
    Uni<Void> restart(SignalRow row, Instant now) {
        row.restart(now);
        row.round++;
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET_IMPACT)
                        .setParameter("id", row.id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** After a failure the others go first. */
    Uni<Void> later(String id, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LATER)
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Removes signals that were raised before a moment, with what they touch. */
    Uni<Integer> forget(Instant before, int count) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("before", before)
                        .setParameter("count", count)
                        .executeUpdate());
    }

    /** Since when the oldest unfinished impact is looked for; null where all are finished. */
    Uni<@Nullable Instant> oldestUnfinished() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(OLDEST, Instant.class).getSingleResultOrNull());
    }

    /** A signal; 404 where there is none. */
    Uni<SignalRow> get(String id) {
        return findById(id).invoke(row -> require(row, id));
    }

    /** Signals, the newest first. */
    Uni<List<SignalRow>> page(@Nullable String after, int count) {
        return (after == null ? find("order by id desc") : find("id < ?1 order by id desc", after))
                .range(0, count - 1)
                .list();
    }

    /** Keeps a signal beyond its time, or no longer. */
    Uni<SignalRow> hold(String id, @Nullable String ifMatch, boolean held, String reason, String by) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).chain(found -> {
            SignalRow row = require(found, id);
            ETags.require(ifMatch, row.changes);
            row.changes++;
            row.held = held;
            row.holdReason = reason;
            return changes.record(new Change(
                            null, id, row.changes, "dev.portcullis.signal.held", null, new Held(held, reason, by)))
                    .replaceWith(row);
        });
    }

    SignalState state(SignalRow row) {
        return json.read(row.content.getBytes(StandardCharsets.UTF_8), SignalState.class);
    }

    private static SignalRow require(@Nullable SignalRow row, String id) {
        if (row == null) {
            throw Problems.notFound("signal", id);
        }
        return row;
    }

    /** Ledger fact: a signal is kept beyond its time, or no longer. */
    @RegisterForReflection
    record Held(boolean held, String reason, String by) {}
}
