package dev.portcullis.benchmarks;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.determination.Classifier;
import dev.portcullis.classification.program.Decision;
import dev.portcullis.classification.rules.RuleBook;
import dev.portcullis.classification.rules.RuleBookFile;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How long it takes to decide a million items anew under the rules of another day, on two threads, in process: the datasheets are
 * in memory as objects, nothing is read or stored. The median of several rounds after warm rounds. The baseline is the walk that
 * explains its answers, on one thread over a sample, as the time that it would take for the million on one core. Before, both are held
 * against each other on the sample.
 */
final class ReclassifyBenchmark {
    private static final int ITEMS = 1_000_000;
    private static final int SAMPLE = 20_000;
    private static final int ROUNDS = 5;
    private static final int THREADS = 2;
    private static final LocalDate BEFORE = LocalDate.of(2024, 4, 3);
    private static final LocalDate AFTER = LocalDate.of(2026, 11, 24);
    private static final double MIB = 1 << 20;

    private final RuleBook rules = RuleBookFile.shipped();
    private final Classifier classifier = new Classifier(new Law(ControlListFile.shipped(), rules));
    private final Datasheet[] items = new Datasheet[ITEMS];
    private final Decision[] decisions = new Decision[ITEMS];

    List<Figure> measure() throws InterruptedException {
        ProductMaster master = new ProductMaster(20261124);
        Arrays.setAll(items, i -> master.next());
        check();
        double[] both = new double[ROUNDS];
        double[] one = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            double alone = decide(AFTER, 1);
            // Another day's law in between, so that each round begins as after a change of the rules.
            decide(BEFORE, THREADS);
            double seconds = decide(AFTER, THREADS);
            if (round >= 0) {
                one[round] = ITEMS / alone;
                both[round] = seconds;
            }
        }
        double walk = walk();
        return List.of(
                new Figure("reclassify", median(both), "s", walk, "walk-on-one-core"),
                new Figure("reclassify-one-core", median(one), "1/s", ITEMS / walk, "walk-on-one-core"),
                new Figure(
                        "reclassify-heap-in-use",
                        heap(),
                        "MiB",
                        Runtime.getRuntime().maxMemory() / MIB,
                        "max-heap"));
    }

    private void check() {
        for (int i = 0; i < SAMPLE; i++) {
            Decision decision = classifier.decide(items[i], AFTER);
            var classification = classifier.classify(items[i], AFTER);
            var paragraph = decision.paragraph();
            boolean same = decision.status() == classification.status()
                    && decision.subjectToEar() == classification.subjectToEar()
                    && (paragraph == null
                            ? classification.eccn() == null
                            : paragraph.eccn().equals(classification.eccn())
                                    && Objects.equals(paragraph.paragraph(), classification.paragraph()));
            if (!same) {
                throw new IllegalStateException("program and walk differ on " + items[i]);
            }
        }
    }

    private double decide(LocalDate asOf, int threads) throws InterruptedException {
        Arrays.fill(decisions, null);
        long start = System.nanoTime();
        List<Thread> all = IntStream.range(0, threads)
                .mapToObj(part -> new Thread(() -> {
                    for (int i = part; i < ITEMS; i += threads) {
                        decisions[i] = classifier.decide(items[i], asOf);
                    }
                }))
                .toList();
        all.forEach(Thread::start);
        for (Thread thread : all) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (Arrays.asList(decisions).contains(null)) {
            throw new IllegalStateException("not every item was decided");
        }
        return seconds;
    }

    private double walk() {
        long start = System.nanoTime();
        for (int i = 0; i < SAMPLE; i++) {
            classifier.classify(items[i], AFTER);
        }
        return (System.nanoTime() - start) / 1e9 * ITEMS / SAMPLE;
    }

    private static double heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MIB;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
