package dev.portcullis.platform.ledger;

import dev.portcullis.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the ledger: checkpoints, entries and proofs. */
@ApplicationScoped
public class Ledger {
    /** How long a new entry is waited for; the sequencer gives places several times a second. */
    private static final Duration SEQUENCING = Duration.ofSeconds(3);

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

    /**
     * Entries with their proofs, all in the tree of the newest checkpoint. An entry that was committed only just now is waited for a few
     * seconds; fails with 503 where it still has no place in the tree then.
     *
     * @param entryIds the ids that recording gave
     */
    public Uni<Evidence> evidence(Collection<Long> entryIds) {
        return Uni.createFrom()
                .deferred(() -> evidenceNow(entryIds))
                .onFailure(NotSequencedException.class)
                .retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofMillis(500))
                .expireIn(SEQUENCING.toMillis())
                .onFailure(failure ->
                        failure instanceof NotSequencedException || failure.getCause() instanceof NotSequencedException)
                .transform(late -> Problems.unavailable("ledger"));
    }

    private Uni<Evidence> evidenceNow(Collection<Long> entryIds) {
        return checkpoint().chain(note -> {
            long size = Long.parseLong(note.lines().skip(1).findFirst().orElseThrow());
            return pool.preparedQuery("select id, leaf_index, payload from ledger_entry"
                            + " where id = any($1) and leaf_index < $2 order by leaf_index")
                    .execute(Tuple.of(entryIds.toArray(Long[]::new), size))
                    .map(Ledger::entries)
                    .chain(entries -> {
                        if (entries.size() < Set.copyOf(entryIds).size()) {
                            throw new NotSequencedException();
                        }
                        return paths(entries, size)
                                .map(proofs -> new Evidence(signer.origin(), signer.verifierKey(), note, proofs));
                    });
        });
    }

    private Uni<List<InclusionProof>> paths(List<LedgerEntry> entries, long size) {
        List<List<Merkle.Range>> paths = entries.stream()
                .map(entry -> Merkle.inclusion(entry.index(), size))
                .toList();
        Set<Merkle.Node> wanted = paths.stream()
                .flatMap(List::stream)
                .flatMap(range -> range.nodes().stream())
                .collect(Collectors.toSet());
        return NodeStore.load(pool, wanted)
                .map(nodes -> IntStream.range(0, entries.size())
                        .mapToObj(i -> new InclusionProof(entries.get(i), size, hashes(paths.get(i), nodes)))
                        .toList());
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
        return NodeStore.load(pool, wanted).map(nodes -> hashes(ranges, nodes));
    }

    private static List<String> hashes(List<Merkle.Range> ranges, Map<Merkle.Node, byte[]> nodes) {
        return ranges.stream()
                .map(range -> Base64.getEncoder().encodeToString(range.hash(node -> {
                    byte[] hash = nodes.get(node);
                    if (hash == null) {
                        throw new IllegalStateException("the ledger lacks node " + node);
                    }
                    return hash;
                })))
                .toList();
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
     * What a verifier needs who was not there: entries, their proofs and the signed checkpoint that the proofs lead to.
     *
     * @param origin the ledger's name
     * @param verifierKey the key of the checkpoint's signature; a verifier compares it with the one known from elsewhere
     * @param checkpoint a signed note (c2sp.org/tlog-checkpoint)
     * @param proofs in the order of the tree, all for the checkpoint's size
     */
    public record Evidence(String origin, String verifierKey, String checkpoint, List<InclusionProof> proofs) {
        public Evidence {
            proofs = List.copyOf(proofs);
        }
    }

    /** An entry is committed and has no place in the tree yet. */
    private static final class NotSequencedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotSequencedException() {
            super("a ledger entry is not sequenced yet", null, false, false);
        }
    }

    /**
     * A proof of consistency (RFC 6962, section 2.1.2).
     *
     * @param from size of the earlier tree
     * @param to size of the later tree
     * @param path hashes, base64
     */
    public record ConsistencyProof(long from, long to, List<String> path) {}
}
