package dev.portcullis.benchmarks;

import dev.portcullis.benchmarks.names.JaroWinklerScan;
import dev.portcullis.benchmarks.names.LuceneFuzzy;
import dev.portcullis.benchmarks.names.NameEngine;
import dev.portcullis.benchmarks.names.NameEngine.Hit;
import dev.portcullis.benchmarks.names.NameQueries;
import dev.portcullis.benchmarks.names.NameQueries.Query;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.match.Asked;
import dev.portcullis.screening.match.Matcher;
import dev.portcullis.screening.match.Profile;
import dev.portcullis.screening.name.Lexicon;
import dev.portcullis.screening.name.NameNormalizer;
import dev.portcullis.screening.quality.OfacLegacy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * How fast and how well names are matched, beside Lucene's fuzzy query and a scan by Jaro and Winkler's measure over the same names with the same
 * queries. Ours is warm from other queries; a query's time is the median of its times in all rounds, and a rate the median round's. An engine's
 * recall is that at the lowest limit at which no stranger alerts; ours is never read below the threshold that ships.
 */
final class ScreeningBenchmark {
    private static final int OFAC_ENTRIES = 17_944;
    private static final int QUERIES = 1_000;
    private static final int ROUNDS = 7;
    private static final long SEED = 20261128;

    private final List<ListedParty> entries;
    private final boolean withBaselines;
    private final String prefix;

    private ScreeningBenchmark(List<ListedParty> entries, boolean withBaselines, String prefix) {
        this.entries = entries;
        this.withBaselines = withBaselines;
        this.prefix = prefix;
    }

    /** With {@code --list DIR} over OFAC's list in its legacy layout, else over a generated one of the same shape. */
    static ScreeningBenchmark of(List<String> options) throws IOException {
        return new ScreeningBenchmark(list(options), true, "");
    }

    static List<ListedParty> list(List<String> options) throws IOException {
        int at = options.indexOf("--list");
        return at >= 0 && at + 1 < options.size()
                ? OfacLegacy.read(Path.of(options.get(at + 1)))
                : OfacLegacy.generated(OFAC_ENTRIES, SEED);
    }

    /** Over a generated list of a million names. */
    static ScreeningBenchmark million() {
        return new ScreeningBenchmark(OfacLegacy.generated(500_000, SEED), false, "million-");
    }

    @SuppressWarnings("SystemOut") // a command-line program speaks through its standard streams
    List<Figure> measure() throws Exception {
        List<Query> queries = NameQueries.of(entries, QUERIES, SEED);
        List<Query> warm = NameQueries.of(entries, 3 * QUERIES, SEED + 1);
        NameNormalizer normalizer = new NameNormalizer(Lexicon.shipped());
        matcher(normalizer);
        double before = usedMebibytes();
        long start = System.nanoTime();
        Matcher matcher = matcher(normalizer);
        double seconds = (System.nanoTime() - start) / 1e9;
        run(matcher, warm, true);
        double mebibytes = usedMebibytes() - before;
        System.out.printf("%d entries, %d names, %d queries%n", entries.size(), matcher.names(), QUERIES);

        double[][] times = new double[QUERIES][ROUNDS];
        double[] rates = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] two = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            rates[round] = QUERIES / timed(matcher, queries, times, round);
            bare[round] = QUERIES / run(matcher, queries, false);
            two[round] = 2 * QUERIES / inParallel(matcher, queries);
        }
        double[] each =
                Arrays.stream(times).mapToDouble(ScreeningBenchmark::median).toArray();
        Arrays.sort(each);
        Outcome ours = outcome(
                name -> matcher.search(name).stream()
                        .map(match -> new Hit(match.entry().id(), match.score()))
                        .toList(),
                queries,
                Profile.shipped().reviewThreshold());

        List<Figure> figures = new ArrayList<>();
        double rate = median(rates);
        figures.add(new Figure(prefix + "match-p50", each[each.length / 2] * 1e3, "ms", 1, "limit"));
        figures.add(new Figure(prefix + "match-p99", p99(each) * 1e3, "ms", withBaselines ? 1 : 8, "limit"));
        figures.add(new Figure(prefix + "match-two-threads", median(two), "queries/s", rate, "one-thread"));
        figures.add(new Figure(prefix + "match-unexplained", median(bare), "queries/s", rate, "explained"));
        figures.add(new Figure(prefix + "index-build", seconds, "s", 1, "none"));
        figures.add(new Figure(prefix + "index-memory", mebibytes, "MiB", withBaselines ? 160 : 900, "limit"));
        figures.add(new Figure(prefix + "alerts", ours.alerts, "share", 0.003, "limit"));
        System.out.printf("ours: %.0f queries/s, recall %.4f at no false alarm%n", rate, ours.recall);
        if (withBaselines) {
            long beforeLucene = System.nanoTime();
            NameEngine lucene = new LuceneFuzzy(entries);
            System.out.printf("lucene: indexed in %.1f s%n", (System.nanoTime() - beforeLucene) / 1e9);
            figures.addAll(beside(lucene, "lucene-fuzzy", queries, rate, ours.recall));
            figures.addAll(beside(new JaroWinklerScan(entries), "jaro-winkler", queries, rate, ours.recall));
        } else {
            figures.add(new Figure(prefix + "match", rate, "queries/s", 6_000, "limit-of-small-list"));
            figures.add(new Figure(prefix + "recall", ours.recall, "share", 0.995, "limit"));
        }
        return figures;
    }

    private Matcher matcher(NameNormalizer normalizer) {
        return Matcher.of(entries, normalizer, Profile.shipped());
    }

    @SuppressWarnings("SystemOut")
    private static List<Figure> beside(NameEngine engine, String name, List<Query> queries, double rate, double recall)
            throws Exception {
        for (Query query : queries.subList(0, 50)) {
            engine.search(query.name());
        }
        List<Double> seconds = new ArrayList<>();
        Outcome outcome = outcome(
                text -> {
                    long start = System.nanoTime();
                    List<Hit> hits = engine.search(text);
                    seconds.add((System.nanoTime() - start) / 1e9);
                    return hits;
                },
                queries,
                0);
        double[] times =
                seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double theirs = times.length / Arrays.stream(times).sum();
        System.out.printf("%s: p50 %.2f ms, p99 %.2f ms%n", name, times[times.length / 2] * 1e3, p99(times) * 1e3);
        return List.of(
                new Figure("match", rate, "queries/s", theirs, name),
                new Figure("recall", recall, "share", outcome.recall, name));
    }

    /**
     * @param recall at the lowest limit at which no stranger alerts
     * @param alerts the share of strangers that alert at the engine's own limit
     */
    private record Outcome(double recall, double alerts) {}

    private static Outcome outcome(NameEngine engine, List<Query> queries, double least) throws Exception {
        double limit = Math.nextDown(least);
        int strangers = 0;
        int alerts = 0;
        List<Double> right = new ArrayList<>();
        for (Query query : queries) {
            List<Hit> hits = engine.search(query.name());
            if (query.isStranger()) {
                strangers++;
                alerts += hits.isEmpty() ? 0 : 1;
                for (Hit hit : hits) {
                    limit = Math.max(limit, hit.score());
                }
            } else {
                right.add(hits.stream()
                        .filter(hit -> hit.entry().equals(query.entry()))
                        .mapToDouble(Hit::score)
                        .max()
                        .orElse(-1));
            }
        }
        double above = limit;
        long found = right.stream().filter(score -> score > above).count();
        return new Outcome((double) found / right.size(), (double) alerts / strangers);
    }

    private static double timed(Matcher matcher, List<Query> queries, double[][] times, int round) {
        double all = 0;
        for (int i = 0; i < queries.size(); i++) {
            long start = System.nanoTime();
            matcher.search(queries.get(i).name());
            times[i][round] = (System.nanoTime() - start) / 1e9;
            all += times[i][round];
        }
        return all;
    }

    private static double run(Matcher matcher, List<Query> queries, boolean explain) {
        long start = System.nanoTime();
        for (Query query : queries) {
            if (explain) {
                matcher.search(query.name());
            } else {
                matcher.unexplained(Asked.of(query.name()));
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** The same queries on two threads at once. */
    private static double inParallel(Matcher matcher, List<Query> queries) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            long start = System.nanoTime();
            Callable<Double> one = () -> run(matcher, queries, true);
            for (var done : threads.invokeAll(List.of(one, one))) {
                done.get();
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            threads.shutdownNow();
        }
    }

    private static double p99(double[] sorted) {
        return sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)];
    }

    private static double usedMebibytes() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
