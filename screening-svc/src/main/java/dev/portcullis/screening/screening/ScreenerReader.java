package dev.portcullis.screening.screening;

import dev.portcullis.screening.list.Current;
import dev.portcullis.screening.list.Editions;
import dev.portcullis.screening.match.WordCounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the screener of stored editions, present or past. All operations run in the caller's session. */
@ApplicationScoped
class ScreenerReader {
    @Inject
    Editions editions;

    @Inject
    Offload offload;

    /**
     * The screener of editions that are or were current together.
     *
     * @param known a screener in memory, of which nothing is read again
     */
    Uni<Screener> read(Current current, @Nullable Screener known) {
        return load(current, known)
                .chain(loaded -> weights(current.counts(), known)
                        .chain(weights ->
                                offload.cpu(() -> Screener.of(loaded, weights.orElse(null), Double.MAX_VALUE))));
    }

    private Uni<Optional<Weights>> weights(@Nullable String counts, @Nullable Screener known) {
        if (counts == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (known != null && known.weights().id().equals(counts)) {
            return Uni.createFrom().item(Optional.of(known.weights()));
        }
        return editions.counts(counts).map(text -> Optional.of(new Weights(counts, WordCounts.parse(text))));
    }

    private Uni<List<LoadedEdition>> load(Current current, @Nullable Screener known) {
        Uni<List<LoadedEdition>> loaded = Uni.createFrom().item(List.of());
        for (String id : current.editions().values()) {
            loaded = loaded.chain(before -> load(id, known).map(one -> {
                List<LoadedEdition> all = new ArrayList<>(before);
                all.add(one);
                return all;
            }));
        }
        return loaded;
    }

    private Uni<LoadedEdition> load(String id, @Nullable Screener known) {
        if (known != null) {
            for (LoadedEdition loaded : known.editions()) {
                if (loaded.edition().id().equals(id)) {
                    return Uni.createFrom().item(loaded);
                }
            }
        }
        return editions.edition(id)
                .map(Optional::orElseThrow)
                .chain(edition -> editions.entries(id).map(entries -> new LoadedEdition(edition, entries)));
    }
}
