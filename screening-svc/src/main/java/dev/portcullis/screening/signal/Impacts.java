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

    private static final String ADD = """
            insert into signal_impact (signal_id, party_id, relation, words, effect)
            values (:signal, :party, :relation, :words, :effect) on conflict do nothing""";

    private static final String ADVANCE = """
            update signal set impact_after = coalesce(cast(:after as text), impact_after), impact_found = impact_found + :found,
                impact_done = :done, impact_at = :at
            where id = :signal""";

    private static final String PAGE = """
            select party_id, relation, words, effect from signal_impact
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

    /** Keeps what was found in a batch of parties. */
    Uni<Void> keep(Pending pending, List<Touch> touches, @Nullable String last, boolean done) {
        long parties = touches.stream().map(Touch::partyId).distinct().count();
        return Panache.getSession().chain(session -> {
            Uni<Void> kept = Uni.createFrom().voidItem();
            for (Touch touch : touches) {
                kept = kept.chain(() -> session.createNativeQuery(ADD)
                                .setParameter("signal", pending.signalId())
                                .setParameter("party", touch.partyId())
                                .setParameter("relation", touch.relation().name())
                                .setParameter("words", touch.words())
                                .setParameter("effect", touch.effect())
                                .executeUpdate())
                        .replaceWithVoid();
            }
            return kept.chain(() -> session.createNativeQuery(ADVANCE)
                            .setParameter("after", last)
                            .setParameter("found", parties)
                            .setParameter("done", done)
                            .setParameter("at", Instant.now())
                            .setParameter("signal", pending.signalId())
                            .executeUpdate())
                    .replaceWithVoid();
        });
    }

    /** What a signal touches, in the order of the parties' ids; the key of a row is the party's id, a space and the tie. */
    Uni<List<Touch>> page(String signalId, @Nullable String after, int count) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PAGE, Object[].class)
                        .setParameter("signal", signalId)
                        .setParameter("after", after == null ? "" : after)
                        .setParameter("count", count)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Touch(
                                (String) row[0], Relation.valueOf((String) row[1]), (String) row[2], (String) row[3]))
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
