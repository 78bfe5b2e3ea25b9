package dev.portcullis.licensing.deemed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.contracts.DeterminationState;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.Topics;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the answers for situations. A change of one, its event and its ledger entry stand in one transaction. */
@ApplicationScoped
class DeemedAccessStore {
    private static final String CHANGED = "dev.portcullis.determination.situation-changed";
    private static final String RETIRED = "dev.portcullis.determination.situation-ended";

    private static final String POLL = """
            select h.number as holds, l.figures as licenses, f.figures as flags, p.good_until
            from hold_edition h, deemed_progress p,
                (select count(*) || ':' || coalesce(sum(version), 0) as figures from license where kind = any($1)) l,
                (select count(*) || ':' || coalesce(sum(version), 0) as figures from red_flag where kind = 'ITEM') f""";
    private static final String KEPT = """
            select id, item_id, version, item_version, state from deemed_access where item_id = any($1) order by id for update""";
    private static final String KEEP = """
            insert into deemed_access (id, item_id, version, item_version, state, changed_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (id) do update set version = excluded.version, item_version = excluded.item_version,
                state = excluded.state, changed_at = excluded.changed_at
            where deemed_access.version = excluded.version - 1""";
    private static final String RECORD = "with " + Changes.RECORDED.replace(":document", "$1") + """

            select count(*) from recorded""";

    @Inject
    Pool pool;

    @Inject
    ObjectMapper json;

    @Inject
    Changes changes;

    /**
     * What answers rest on besides facts, in figures that change whenever it does.
     *
     * @param figures of letters, licenses and red flags
     * @param goodUntil as the replica wrote that was last done with everything
     */
    record Poll(String figures, Instant goodUntil) {}

    /**
     * An answer as it is kept.
     *
     * @param itemVersion the version of the item that it was determined from
     * @param state null where it is not published any more
     */
    record Kept(
            String id,
            String itemId,
            long version,
            long itemVersion,
            @Nullable DeterminationState state) {}

    /**
     * An answer to be kept.
     *
     * @param state null where it is to be published no more
     */
    record Next(Kept of, @Nullable DeterminationState state) {}

    Uni<Poll> poll(Collection<String> licenseKinds) {
        return pool.preparedQuery(POLL)
                .execute(Tuple.tuple().addArrayOfString(licenseKinds.toArray(String[]::new)))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Poll(
                            row.getLong("holds") + "/" + row.getString("licenses") + "/" + row.getString("flags"),
                            row.getOffsetDateTime("good_until").toInstant());
                });
    }

    /** The items of which answers are published. */
    Uni<List<String>> items() {
        return pool.query("select distinct item_id from deemed_access where state is not null")
                .execute()
                .map(rows -> {
                    List<String> items = new ArrayList<>();
                    rows.forEach(row -> items.add(row.getString(0)));
                    return items;
                });
    }

    /** The items on which there are red flags. */
    Uni<Set<String>> flagged() {
        return pool.query("select distinct subject from red_flag where kind = 'ITEM'")
                .execute()
                .map(rows -> {
                    Set<String> items = new HashSet<>();
                    rows.forEach(row -> items.add(row.getString(0)));
                    return items;
                });
    }

    /** Says that everything that was due is done. */
    Uni<Void> progress(Instant goodUntil) {
        return pool.preparedQuery("update deemed_progress set good_until = $1 where good_until < $1")
                .execute(Tuple.of(OffsetDateTime.ofInstant(goodUntil, ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /**
     * Changes answers on some items. The rows are locked meanwhile, so that replicas go one after the other.
     *
     * @param work from what is kept, by id, to what is to be kept
     * @return how many were changed
     */
    Uni<Integer> change(
            List<String> itemIds, LocalDate today, Instant now, Function<Map<String, Kept>, List<Next>> work) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(KEPT)
                .execute(Tuple.tuple().addArrayOfString(itemIds.toArray(String[]::new)))
                .emitOn(io.smallrye.mutiny.infrastructure.Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    Map<String, Kept> kept = new HashMap<>();
                    rows.forEach(row -> kept.put(row.getString("id"), kept(row)));
                    return work.apply(kept);
                })
                .chain(next -> next.isEmpty()
                        ? Uni.createFrom().item(0)
                        : keep(connection, next, today, now).replaceWith(next.size())));
    }

    private Uni<Void> keep(SqlConnection connection, List<Next> next, LocalDate today, Instant now) {
        List<Tuple> rows = new ArrayList<>();
        ObjectNode document = json.createObjectNode();
        ArrayNode recorded = document.putArray("changes");
        for (Next one : next) {
            byte[] state = one.state() == null ? null : bytes(one.state());
            long version = one.of().version() + 1;
            Tuple row = Tuple.tuple()
                    .addString(one.of().id())
                    .addString(one.of().itemId())
                    .addLong(version)
                    .addLong(one.of().itemVersion());
            row = state == null ? row.addValue(null) : row.addBuffer(Buffer.buffer(state));
            rows.add(row.addOffsetDateTime(OffsetDateTime.ofInstant(now, ZoneOffset.UTC)));
            recorded.add(changes.described(new Change(
                    Topics.DETERMINATIONS,
                    one.of().id(),
                    version,
                    state == null ? RETIRED : CHANGED,
                    one.state(),
                    fact(one, today, state))));
        }
        return connection
                .preparedQuery(KEEP)
                .executeBatch(rows)
                .invoke(done -> {
                    int written = 0;
                    for (var at = done; at != null; at = at.next()) {
                        written += at.rowCount();
                    }
                    if (written != next.size()) {
                        throw new IllegalStateException("another replica changed an answer meanwhile");
                    }
                })
                .chain(() -> connection.preparedQuery(RECORD).execute(Tuple.of(write(document))))
                .replaceWithVoid();
    }

    private static Fact fact(Next one, LocalDate today, byte @Nullable [] state) {
        DeterminationState told = one.state() != null ? one.state() : one.of().state();
        return new Fact(
                told == null ? null : told.activity(),
                one.of().itemId(),
                one.state() == null ? null : one.state().outcome(),
                today,
                state == null ? null : Sha256.of(state));
    }

    private Kept kept(Row row) {
        Buffer state = row.getBuffer("state");
        try {
            return new Kept(
                    row.getString("id"),
                    row.getString("item_id"),
                    row.getLong("version"),
                    row.getLong("item_version"),
                    state == null ? null : json.readValue(state.getBytes(), DeterminationState.class));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("an answer cannot be read", e);
        }
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }

    private String write(ObjectNode document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("changes cannot be written", e);
        }
    }

    /**
     * Ledger fact: the answer for a situation changed. The situation itself may be that of one person and stays in the table; the ledger
     * keeps the digest.
     */
    @RegisterForReflection
    record Fact(
            @Nullable Activity activity,
            String itemId,
            @Nullable Outcome outcome,
            LocalDate asOf,
            @Nullable String stateSha256) {}
}
