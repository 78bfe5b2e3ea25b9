package dev.portcullis.platform.ledger;

import dev.portcullis.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the ledger: checkpoints, entries and proofs. */
@ApplicationScoped
public class Ledger {
    @Inject
    Pool pool;

    @Inject
    CheckpointSigner signer;

    /** The newest signed checkpoint. */
    public Uni<String> checkpoint() {
        return pool.query("select note from ledger_checkpoint order by size desc limit 1")
                .execute()
                .map(rows -> rows.size() == 0
                        ? signer.sign(0, Merkle.emptyRoot())
                        : rows.iterator().next().getString(0));
    }

    /** The number of leaves of the newest checkpoint. */
    public Uni<Long> size() {
        return pool.query("select coalesce(max(size), 0) from ledger_checkpoint")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /**
     * Entries in the order of the tree.
     *
     * @param from the first leaf
     * @param limit how many at the most
     */
    public Uni<List<LedgerEntry>> entries(long from, int limit) {
        return pool.preparedQuery("select id, leaf_index, payload from ledger_entry where leaf_index >= $1"
                        + " order by leaf_index limit $2")
                .execute(Tuple.of(from, limit))
                .map(Ledger::entries);
    }

    /**
     * The proof that an entry is in the tree.
     *
     * @param entryId the id that recording gave
     * @param size of the tree to prove it in; null for the newest
     */
    public Uni<InclusionProof> inclusion(long entryId, @Nullable Long size) {
        return pool.preparedQuery(
                        "select id, leaf_index, payload from ledger_entry where id = $1 and leaf_index is not null")
                .execute(Tuple.of(entryId))
                .map(Ledger::entries)
                .chain(found -> {
                    if (found.isEmpty()) {
                        throw Problems.notFound("sequenced ledger entry", Long.toString(entryId));
                    }
                    LedgerEntry entry = found.get(0);
                    return treeSize(size).chain(treeSize -> {
                        if (entry.index() >= treeSize) {
                            throw Problems.badParameter("size", "must be more than the entry's index " + entry.index());
                        }
                        return hashes(Merkle.inclusion(entry.index(), treeSize))
                                .map(path -> new InclusionProof(entry, treeSize, path));
                    });
                });
    }

    /** The proof that the tree of one size is a prefix of that of another. */
    public Uni<ConsistencyProof> consistency(long from, @Nullable Long to) {
        return treeSize(to).chain(size -> {
            if (from < 1 || from > size) {
                throw Problems.badParameter("from", "must be from 1 to " + size);
            }
            return hashes(Merkle.consistency(from, size)).map(path -> new ConsistencyProof(from, size, path));
        });
    }

    private Uni<Long> treeSize(@Nullable Long asked) {
        return size().map(newest -> {
            if (asked == null) {
                return newest;
            }
            if (asked < 1 || asked > newest) {
                throw Problems.badParameter("size", "must be from 1 to " + newest);
            }
            return asked;
        });
    }

    private Uni<List<String>> hashes(List<Merkle.Range> ranges) {
        Set<Merkle.Node> wanted =
                ranges.stream().flatMap(range -> range.nodes().stream()).collect(Collectors.toSet());
        return NodeStore.load(pool, wanted)
                .map(nodes -> ranges.stream()
                        .map(range -> Base64.getEncoder().encodeToString(range.hash(node -> {
                            byte[] hash = nodes.get(node);
                            if (hash == null) {
                                throw new IllegalStateException("the ledger lacks node " + node);
                            }
                            return hash;
                        })))
                        .toList());
    }

    private static List<LedgerEntry> entries(RowSet<Row> rows) {
        List<LedgerEntry> entries = new ArrayList<>(rows.size());
        for (Row row : rows) {
            entries.add(new LedgerEntry(
                    row.getLong("id"),
                    row.getLong("leaf_index"),
                    Base64.getEncoder().encodeToString(row.getBuffer("payload").getBytes())));
        }
        return entries;
    }

    /**
     * An entry.
     *
     * @param id by which its writer knows it
     * @param index its leaf, from 0
     * @param payload the bytes that the leaf hashes, base64
     */
    public record LedgerEntry(long id, long index, String payload) {}

    /**
     * A proof of inclusion (RFC 6962, section 2.1.1).
     *
     * @param entry the entry that is proved
     * @param size of the tree
     * @param path sibling hashes, base64, nearest first
     */
    public record InclusionProof(LedgerEntry entry, long size, List<String> path) {}

    /**
     * A proof of consistency (RFC 6962, section 2.1.2).
     *
     * @param from size of the earlier tree
     * @param to size of the later tree
     * @param path hashes, base64
     */
    public record ConsistencyProof(long from, long to, List<String> path) {}
}
