package dev.portcullis.platform.ledger;

import dev.portcullis.platform.pulse.Pulse;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Gives committed entries their place in the tree. One sequencer works at a time, whichever process it is in: it holds a database
 * lock for the length of its transaction, and that transaction adds entries, nodes and the signed checkpoint together.
 */
@ApplicationScoped
public class Sequencer {
    private static final long LOCK = 0x706f72746c656467L;
    private static final int BATCH = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Pool pool;

    @Inject
    CheckpointSigner signer;

    @Inject
    @ConfigProperty(name = "portcullis.ledger.poll")
    Duration poll;

    private @Nullable Pulse pulse;

    void start(@Observes @Priority(100) StartupEvent event) {
        pulse = Pulse.start("ledger-sequencer", poll, () -> {
            while (step().await().atMost(PATIENCE) == BATCH) {
                // There may be more.
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        if (pulse != null) {
            pulse.close();
        }
    }

    private Uni<Integer> step() {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select pg_try_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? sequence(connection)
                        : Uni.createFrom().item(0)));
    }

    private Uni<Integer> sequence(SqlConnection connection) {
        return connection
                .preparedQuery("select id, payload from ledger_entry where leaf_index is null order by id limit $1")
                .execute(Tuple.of(BATCH))
                .chain(waiting -> {
                    if (waiting.size() == 0) {
                        return Uni.createFrom().item(0);
                    }
                    return connection
                            .query("select coalesce(max(size), 0) from ledger_checkpoint")
                            .execute()
                            .map(rows -> rows.iterator().next().getLong(0))
                            .chain(size -> edge(connection, size).chain(edge -> {
                                List<Row> entries = new ArrayList<>(waiting.size());
                                waiting.forEach(entries::add);
                                return append(connection, entries, size, edge);
                            }));
                });
    }

    /** The complete subtrees at the right edge of a tree: all that is needed to add to it. */
    private static Uni<Map<Merkle.Node, byte[]>> edge(SqlConnection connection, long size) {
        return size == 0
                ? Uni.createFrom().item(new HashMap<>())
                : NodeStore.load(connection, new Merkle.Range(0, size).nodes()).map(HashMap::new);
    }

    private Uni<Integer> append(
            SqlConnection connection, List<Row> entries, long size, Map<Merkle.Node, byte[]> known) {
        List<Long> ids = new ArrayList<>(entries.size());
        Grown nodes = new Grown();
        long index = size;
        for (Row entry : entries) {
            ids.add(entry.getLong("id"));
            byte[] hash = Merkle.leaf(entry.getBuffer("payload").getBytes());
            int level = 0;
            long position = index;
            keep(known, nodes, level, position, hash);
            while ((position & 1) == 1) {
                byte[] left = known.get(new Merkle.Node(level, position - 1));
                if (left == null) {
                    throw new IllegalStateException("the ledger lacks node " + level + "/" + (position - 1));
                }
                hash = Merkle.parent(left, hash);
                level++;
                position >>>= 1;
                keep(known, nodes, level, position, hash);
            }
            index++;
        }
        long newSize = index;
        byte[] root = new Merkle.Range(0, newSize).hash(node -> {
            byte[] hash = known.get(node);
            if (hash == null) {
                throw new IllegalStateException("the ledger lacks node " + node.level() + "/" + node.position());
            }
            return hash;
        });
        return connection
                .preparedQuery("update ledger_entry e set leaf_index = $1 + p.place - 1"
                        + " from unnest($2::bigint[]) with ordinality as p (id, place) where e.id = p.id")
                .execute(Tuple.tuple().addLong(size).addArrayOfLong(ids.toArray(Long[]::new)))
                .chain(() -> connection
                        .preparedQuery("insert into ledger_node (level, position, hash)"
                                + " select n.level, n.position, decode(n.hash, 'base64')"
                                + " from unnest($1::smallint[], $2::bigint[], $3::text[]) as n (level, position, hash)")
                        .execute(nodes.columns()))
                .chain(() -> connection
                        .preparedQuery("insert into ledger_checkpoint (size, root, note) values ($1, $2, $3)")
                        .execute(Tuple.of(newSize, Buffer.buffer(root), signer.sign(newSize, root))))
                .replaceWith(entries.size());
    }

    private static void keep(Map<Merkle.Node, byte[]> known, Grown nodes, int level, long position, byte[] hash) {
        known.put(new Merkle.Node(level, position), hash);
        nodes.levels.add((short) level);
        nodes.positions.add(position);
        nodes.hashes.add(Base64.getEncoder().encodeToString(hash));
    }

    /** Nodes that are new, column by column: one statement writes them all. */
    private static final class Grown {
        private final List<Short> levels = new ArrayList<>();
        private final List<Long> positions = new ArrayList<>();
        private final List<String> hashes = new ArrayList<>();

        Tuple columns() {
            return Tuple.tuple()
                    .addArrayOfShort(levels.toArray(Short[]::new))
                    .addArrayOfLong(positions.toArray(Long[]::new))
                    .addArrayOfString(hashes.toArray(String[]::new));
        }
    }
}
