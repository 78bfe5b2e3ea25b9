package dev.portcullis.benchmarks;

import dev.portcullis.benchmarks.names.NameQueries;
import dev.portcullis.benchmarks.names.NameQueries.Query;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.match.Asked;
import dev.portcullis.screening.match.Match;
import dev.portcullis.screening.match.Matcher;
import dev.portcullis.screening.match.Profile;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** How much of what a scan of all names finds the index finds: {@code --queries N}, 100,000 where it is not said. */
final class ScreeningTruth {
    private final List<ListedParty> entries;
    private final int queries;

    private ScreeningTruth(List<ListedParty> entries, int queries) {
        this.entries = entries;
        this.queries = queries;
    }

    static ScreeningTruth of(List<String> options) throws IOException {
        int at = options.indexOf("--queries");
        int queries = at >= 0 && at + 1 < options.size() ? Integer.parseInt(options.get(at + 1)) : 100_000;
        return new ScreeningTruth(ScreeningBenchmark.list(options), queries);
    }

    List<Figure> measure() {
        Matcher matcher = Matcher.of(entries, new NameNormalizer(Lexicon.shipped()), Profile.shipped());
        AtomicLong all = new AtomicLong();
        AtomicLong found = new AtomicLong();
        NameQueries.of(entries, queries, 3).parallelStream().map(Query::name).forEach(name -> {
            List<Match> scanned = matcher.scan(Asked.of(name));
            Set<Match> indexed = new HashSet<>(matcher.search(name));
            all.addAndGet(scanned.size());
            found.addAndGet(scanned.stream().filter(indexed::contains).count());
        });
        if (all.get() == 0) {
            throw new IllegalStateException("the scan finds nothing");
        }
        return List.of(new Figure("truth", (double) found.get() / all.get(), "share", 0.999, "limit"));
    }
}
