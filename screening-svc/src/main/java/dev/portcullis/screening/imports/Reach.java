package dev.portcullis.screening.imports;

import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.match.KeptNames;
import dev.portcullis.screening.match.Profile;
import dev.portcullis.screening.match.WordCounts;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.party.Parties;
import dev.portcullis.screening.screening.ListChange;
import dev.portcullis.screening.screening.Named;
import dev.portcullis.screening.screening.Offload;
import dev.portcullis.screening.stake.StakeStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds whom a change of the lists can touch, among kept parties and among owners who are known by name only. Their names are read and indexed for
 * it, some 300 bytes each while it lasts, and nothing is held in the database.
 */
@ApplicationScoped
class Reach {
    private static final int PAGE = 5_000;

    private final NameNormalizer normalizer = new NameNormalizer(Lexicon.shipped());

    @Inject
    Parties parties;

    @Inject
    StakeStore stakes;

    @Inject
    Offload offload;

    /** Who can be touched; more than are, and nobody who is is missing. */
    record Reached(List<String> parties, List<Owner> owners) {}

    /** People in pages. */
    private interface Page<K> {
        /** The next ones in the order of their keys. */
        Uni<List<Named<K>>> after(@Nullable K last, int count);
    }

    /** Whom a change can touch where words weigh by the counts before and after it. Must be called from a Vert.x context. */
    Uni<Reached> of(ListChange change, WordCounts counts) {
        if (change.isEmpty()) {
            return Uni.createFrom().item(new Reached(List.of(), List.of()));
        }
        List<ListedParty> entries =
                Stream.concat(change.come().stream(), change.left().stream()).toList();
        Uni<List<String>> kept = reached(entries, counts, parties::named);
        Uni<List<Owner>> named = reached(entries, counts, stakes::named);
        return kept.chain(reached -> named.map(owners -> new Reached(reached, owners)));
    }

    private <K> Uni<List<K>> reached(List<ListedParty> entries, WordCounts counts, Page<K> pages) {
        return new Gathering<>(pages)
                .next(null)
                .chain(gathered -> offload.cpu(() -> gathered.reached(entries, counts)));
    }

    /** Names on their way into the index. */
    private final class Gathering<K> {
        private final Page<K> pages;
        private final List<K> keys = new ArrayList<>();
        private final KeptNames.Builder names = new KeptNames.Builder(normalizer, Profile.shipped());

        Gathering(Page<K> pages) {
            this.pages = pages;
        }

        Uni<Gathering<K>> next(@Nullable K last) {
            return Panache.withSession(() -> pages.after(last, PAGE))
                    .call(page -> offload.cpu(() -> add(page)))
                    .chain(page -> page.size() < PAGE
                            ? Uni.createFrom().item(this)
                            : next(page.get(PAGE - 1).key()));
        }

        private boolean add(List<Named<K>> page) {
            List<List<KeptNames.Read>> read = page.parallelStream()
                    .map(Named::subject)
                    .map(subject -> KeptNames.read(normalizer, subject.names(), subject.parts()))
                    .toList();
            for (int i = 0; i < page.size(); i++) {
                keys.add(page.get(i).key());
                names.add(read.get(i), page.get(i).subject().clues());
            }
            return true;
        }

        /** Entries are shared out to the processors. */
        private List<K> reached(List<ListedParty> entries, WordCounts counts) {
            KeptNames index = names.build(counts);
            int shares = Math.min(entries.size(), Runtime.getRuntime().availableProcessors());
            BitSet reached = Stream.iterate(0, share -> share + 1)
                    .limit(shares)
                    .parallel()
                    .map(share -> index.reachedBy(
                            entries.subList(entries.size() * share / shares, entries.size() * (share + 1) / shares)))
                    .reduce(new BitSet(), Reach::both);
            return reached.stream().mapToObj(keys::get).toList();
        }
    }

    private static BitSet both(BitSet some, BitSet more) {
        BitSet all = (BitSet) some.clone();
        all.or(more);
        return all;
    }
}
