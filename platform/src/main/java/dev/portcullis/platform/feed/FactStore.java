package dev.portcullis.platform.feed;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps facts of other services, so that a start needs no Kafka. A row never goes back to an older version. */
@ApplicationScoped
public class FactStore {
    private static final String SAVE = """
            insert into fact (topic, key, version, value) values ($1, $2, $3, $4)
            on conflict (topic, key) do update
              set version = excluded.version, value = excluded.value, received_at = clock_timestamp()
              where fact.version < excluded.version
                 or (fact.version = excluded.version and excluded.value is null)""";
    private static final String SAVE_POSITION = """
            insert into feed_position (topic, part, complete_up_to, good_until) values ($1, $2, $3, $4)
            on conflict (topic, part) do update set complete_up_to = excluded.complete_up_to, good_until = excluded.good_until
              where feed_position.complete_up_to < excluded.complete_up_to""";

    private static final String KEYS = """
            select key from fact where topic = $1 and key > $2 and value is not null order by key limit $3""";

    @Inject
    Pool pool;

    /** A fact as it is stored. */
    record Stored(String key, long version, byte @Nullable [] value) {}

    /**
     * How far a partition was read.
     *
     * @param completeUpTo every change that the owner committed by then is known
     * @param goodUntil until when the owner's own sources let its facts be relied on; null where it has none
     */
    record Position(Instant completeUpTo, @Nullable Instant goodUntil) {}

    Uni<List<Stored>> load(String topic) {
        return pool.preparedQuery("select key, version, value from fact where topic = $1")
                .execute(Tuple.of(topic))
                .map(rows -> {
                    List<Stored> facts = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        var value = row.getBuffer("value");
                        facts.add(new Stored(
                                row.getString("key"), row.getLong("version"), value == null ? null : value.getBytes()));
                    }
                    return facts;
                });
    }

    /**
     * The keys of facts that are known, in their order: for those who go through all of them in pages.
     *
     * @param after the last key of the page before; null for the first page
     */
    public Uni<List<String>> keys(String topic, @Nullable String after, int count) {
        return pool.preparedQuery(KEYS)
                .execute(Tuple.of(topic, after == null ? "" : after, count))
                .map(rows -> {
                    List<String> keys = new ArrayList<>(rows.size());
                    rows.forEach(row -> keys.add(row.getString("key")));
                    return keys;
                });
    }

    /** The positions; those later than {@code latest} are lies of some clock and are deleted. */
    Uni<Map<Integer, Position>> positions(String topic, Instant latest) {
        return pool.preparedQuery("delete from feed_position where topic = $1 and complete_up_to > $2")
                .execute(Tuple.of(topic, OffsetDateTime.ofInstant(latest, ZoneOffset.UTC)))
                .chain(() -> pool.preparedQuery(
                                "select part, complete_up_to, good_until from feed_position where topic = $1")
                        .execute(Tuple.of(topic)))
                .map(rows -> {
                    Map<Integer, Position> positions = new HashMap<>();
                    rows.forEach(row -> {
                        OffsetDateTime goodUntil = row.getOffsetDateTime("good_until");
                        positions.put(
                                row.getInteger("part"),
                                new Position(
                                        row.getOffsetDateTime("complete_up_to").toInstant(),
                                        goodUntil == null ? null : goodUntil.toInstant()));
                    });
                    return positions;
                });
    }

    /** Stores facts and positions together: a position is never ahead of the facts that it speaks of. */
    Uni<Void> save(String topic, Collection<Stored> facts, Map<Integer, Position> positions) {
        List<Tuple> rows = facts.stream()
                .map(fact -> Tuple.of(
                        topic, fact.key(), fact.version(), fact.value() == null ? null : Buffer.buffer(fact.value())))
                .toList();
        List<Tuple> parts = positions.entrySet().stream()
                .map(part -> Tuple.of(
                        topic,
                        part.getKey(),
                        OffsetDateTime.ofInstant(part.getValue().completeUpTo(), ZoneOffset.UTC),
                        inUtc(part.getValue().goodUntil())))
                .toList();
        return pool.withTransaction(connection -> (rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : connection.preparedQuery(SAVE).executeBatch(rows).replaceWithVoid())
                .chain(() -> parts.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : connection
                                .preparedQuery(SAVE_POSITION)
                                .executeBatch(parts)
                                .replaceWithVoid()));
    }

    private static @Nullable OffsetDateTime inUtc(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
