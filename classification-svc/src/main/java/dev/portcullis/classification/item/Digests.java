package dev.portcullis.classification.item;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where the ledger holds the digests of an item's datasheets, answers and steps. Needs a session. */
@ApplicationScoped
public class Digests {
    private static final String ADD = """
            insert into item_digest (item_id, sha256, entry)
            select :item, digest, :entry from unnest(string_to_array(:digests, ',')) digest""";

    private static final String FIND = """
            select sha256, entry from item_digest where item_id = :item and sha256 in (:digests) order by entry""";

    /** Notes the entry that holds a change. */
    Uni<Void> recorded(String itemId, ItemChange change, long entry) {
        List<String> digests = Stream.concat(
                        Stream.of(change.datasheetSha256(), change.resultSha256())
                                .filter(Objects::nonNull),
                        change.steps().stream().map(ItemChange.Step::sha256))
                .distinct()
                .toList();
        if (digests.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("item", itemId)
                        .setParameter("entry", entry)
                        .setParameter("digests", String.join(",", digests))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The entries that hold digests of an item, in the order of their making; a digest can be in several. */
    public Uni<List<Place>> find(String itemId, Collection<String> digests) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("item", itemId)
                        .setParameter("digests", digests)
                        .getResultList())
                .map(rows -> {
                    List<Place> places = new ArrayList<>(rows.size());
                    for (Object[] row : rows) {
                        places.add(new Place((String) row[0], ((Number) row[1]).longValue()));
                    }
                    return List.copyOf(places);
                });
    }

    /**
     * Where a digest is.
     *
     * @param entry id of the ledger entry
     */
    public record Place(String sha256, long entry) {}
}
