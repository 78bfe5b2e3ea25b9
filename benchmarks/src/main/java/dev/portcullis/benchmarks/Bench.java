package dev.portcullis.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** {@code ./bench NAME}: runs one benchmark, prints a table for people and then a line a figure for programs. */
public final class Bench {
    private static final Map<String, Callable<List<Figure>>> BENCHMARKS = new TreeMap<>(Map.of(
            "classification", () -> new ClassificationBenchmark().measure(),
            "product-master", () -> new ProductMasterBenchmark().measure(),
            "header", () -> new HeaderBenchmark().measure(),
            "ownership", () -> new OwnershipBenchmark().measure(),
            "reclassify", () -> new ReclassifyBenchmark().measure(),
            "startup-jvm", () -> new StartBenchmark(false).measure(),
            "startup-native", () -> new StartBenchmark(true).measure()));

    private Bench() {}

    /** Exits with 0 where everything was measured, with 1 where it could not be, with 2 where the name is unknown. */
    @SuppressWarnings("SystemOut") // a command-line program speaks through its standard streams
    public static void main(String[] args) {
        Callable<List<Figure>> benchmark = args.length == 1 ? BENCHMARKS.get(args[0]) : null;
        if (benchmark == null) {
            System.err.println("Usage: ./bench NAME, where NAME is one of " + String.join(", ", BENCHMARKS.keySet()));
            System.exit(2);
            return;
        }
        try {
            List<Figure> figures = benchmark.call();
            figures.forEach(figure -> System.out.println(figure.row()));
            System.out.println();
            figures.forEach(figure -> System.out.println(figure.line()));
        } catch (Exception e) {
            System.err.println("Could not measure: " + e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }
}
