package dev.portcullis.screening.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.screening.list.ListedParty;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores which kept parties signals touch, and how far they were looked at. All operations run in the caller's transaction. */
@ApplicationScoped
public class Impacts {
    private static final String NEXT = """
            select id, impact_after from signal where not impact_done order by id limit 1 for update skip locked""";

    private static final String ENTRIES = """
            select cast(l.content as text) from signal_entry e
            join list_entry l on l.edition = e.edition and l.entry_id = e.entry_id
            where e.signal_id = :signal order by e.entry_id""";

    /** Adds ties that are not known, and counts the parties of which none was. What the statement itself adds it does not see. */
    private static final String ADD = """
            with added as (
                insert into signal_impact (signal_id, party_id, relation, words, effect, found_at)
                select :signal, t."partyId", t.relation, t.words, t.effect, :at
                from jsonb_to_recordset(cast(cast(:touches as text) as jsonb))
                    as t("partyId" text, relation text, words text, effect text)
                on conflict do nothing returning party_id)
            select count(distinct party_id) from added where not exists (
                select 1 from signal_impact known where known.signal_id = :signal and known.party_id = added.party_id)""";

    private static final String ADVANCE = """
            update signal set impact_after = coalesce(cast(:after as text), impact_after), impact_found = impact_found + :found,
                impact_done = :done, impact_at = :at
            where id = :signal""";

    private static final String LOCK = "select id from signal where id = :signal for update";

    private static final String FOUND =
            "update signal set impact_found = impact_found + :found, impact_at = :at where id = :signal";

    private static final String DUE =
            "select id, party_id from signal_party_due order by id limit :count for update skip locked";

    private static final String PAGE = """
            select party_id, relation, words, effect, found_at from signal_impact
            where signal_id = :signal and party_id || ' ' || relation > :after
            order by party_id || ' ' || relation limit :count""";

    @Inject
    ObjectMapper json;

    /**
     * A signal that is being looked at.
     *
     * @param signalId the signal
     * @param after the last party that was looked at; null where none was
     */
    record Pending(String signalId, @Nullable String after) {}

    /** A signal whose parties are not all looked at; nobody else looks at it until the transaction ends. */
    Uni<Optional<Pending>> next() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(NEXT, Object[].class).getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Pending((String) row[0], (String) row[1]))
                        .findFirst());
    }

    /** The entries of a list that a signal is about, as they stand in their edition. */
    Uni<List<ListedParty>> entries(String signalId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ENTRIES, String.class)
                        .setParameter("signal", signalId)
                        .getResultList())
                .map(rows -> rows.stream().map(this::entry).toList());
    }

    /** A party that came or moved, and was not looked at since. */
    record Due(long id, String partyId) {}

    /** Parties that came or moved, in that order; those that somebody else looks at are left out. */
    Uni<List<Due>> dueAndLock(int count) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DUE, Object[].class)
                        .setParameter("count", count)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Due(((Number) row[0]).longValue(), (String) row[1]))
                        .toList());
    }

    /** How many wait, as this replica sees it. */
    Uni<Long> waiting() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select count(*) from signal_party_due", Long.class)
                        .getSingleResult());
    }

    /** Takes them off. */
    Uni<Void> done(List<Due> due) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from signal_party_due where id in (:ids)")
                        .setParameter("ids", due.stream().map(Due::id).toList())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Ties parties to a signal beside those that are looked at in turn; a party that is tied already counts once. */
    Uni<Void> tie(String signalId, List<Touch> touches) {
        Instant now = Instant.now();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, String.class)
                        .setParameter("signal", signalId)
                        .getSingleResult()
                        .chain(() -> add(signalId, touches, now))
                        .chain(found -> session.createNativeQuery(FOUND)
                                .setParameter("found", found)
                                .setParameter("at", now)
                                .setParameter("signal", signalId)
                                .executeUpdate())
                        .replaceWithVoid());
    }

    /** Ties parties to a signal of the same transaction; no others are looked for. */
    Uni<Void> tieOnly(String signalId, List<Touch> touches) {
        return keep(new Pending(signalId, null), touches, null, true);
    }

    /** Adds ties to a signal that is locked, and tells how many parties are new among them. */
    private Uni<Long> add(String signalId, List<Touch> touches, Instant now) {
        return touches.isEmpty()
                ? Uni.createFrom().item(0L)
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(ADD, Long.class)
                                .setParameter("signal", signalId)
                                .setParameter("at", now)
                                .setParameter("touches", write(touches))
                                .getSingleResult());
    }

    private String write(List<Touch> touches) {
        try {
            return json.writeValueAsString(touches);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a signal touches cannot be written", e);
        }
    }

    /** Keeps what was found in a batch of parties. */
    Uni<Void> keep(Pending pending, List<Touch> touches, @Nullable String last, boolean done) {
        Instant now = Instant.now();
        return Panache.getSession()
                .chain(session -> add(pending.signalId(), touches, now)
                        .chain(found -> session.createNativeQuery(ADVANCE)
                                .setParameter("after", last)
                                .setParameter("found", found)
                                .setParameter("done", done)
                                .setParameter("at", now)
                                .setParameter("signal", pending.signalId())
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /**
     * A tie as it is kept.
     *
     * @param foundAt when it was found; absent in ties from before that was kept
     */
    record Kept(Touch touch, @Nullable Instant foundAt) {}

    /** What a signal touches, in the order of the parties' ids; the key of a row is the party's id, a space and the tie. */
    Uni<List<Kept>> page(String signalId, @Nullable String after, int count) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PAGE, Object[].class)
                        .setParameter("signal", signalId)
                        .setParameter("after", after == null ? "" : after)
                        .setParameter("count", count)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Kept(
                                new Touch((String) row[0], Relation.valueOf((String) row[1]), (String) row[2], (String)
                                        row[3]),
                                Signals.moment(row[4])))
                        .toList());
    }

    private ListedParty entry(String content) {
        try {
            return json.readValue(content, ListedParty.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored entry cannot be read", e);
        }
    }
}
