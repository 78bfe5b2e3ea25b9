package dev.portcullis.benchmarks;

import dev.portcullis.benchmarks.draws.DrawsBenchmark;
import dev.portcullis.benchmarks.scim.ScimBenchmark;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code ./bench NAME [OPTIONS]}: runs one benchmark, prints a table for people and then a line a figure for programs. */
public final class Bench {
    private static final Map<String, Benchmark> BENCHMARKS = new TreeMap<>(Map.ofEntries(
            benchmark("classification", options -> new ClassificationBenchmark().measure()),
            benchmark("determination", options -> new DeterminationBenchmark().measure()),
            benchmark(
                    "draws",
                    options -> new DrawsBenchmark()
                            .measure(options).stream()
                                    .map(one -> new Figure(
                                            one.name(), one.value(), one.unit(), one.baseline(), one.baselineName()))
                                    .toList()),
            benchmark("header", options -> new HeaderBenchmark().measure()),
            benchmark("ownership", options -> new OwnershipBenchmark().measure()),
            benchmark("product-master", options -> new ProductMasterBenchmark().measure()),
            benchmark("reclassify", options -> new ReclassifyBenchmark().measure()),
            benchmark("rescreen", options -> RescreenBenchmark.of(options).measure()),
            benchmark(
                    "scim",
                    options -> new ScimBenchmark()
                            .measure(options).stream()
                                    .map(one -> new Figure(
                                            one.name(), one.value(), one.unit(), one.baseline(), one.baselineName()))
                                    .toList()),
            benchmark("screening", options -> ScreeningBenchmark.of(options).measure()),
            benchmark(
                    "screening-batch",
                    options -> ScreeningBatchBenchmark.of(options).measure()),
            benchmark(
                    "screening-million", options -> ScreeningBenchmark.million().measure()),
            benchmark("screening-truth", options -> ScreeningTruth.of(options).measure()),
            benchmark("startup-jvm", options -> new StartBenchmark(false).measure()),
            benchmark("startup-native", options -> new StartBenchmark(true).measure())));

    private Bench() {}

    private static Map.Entry<String, Benchmark> benchmark(String name, Benchmark benchmark) {
        return Map.entry(name, benchmark);
    }

    /** Measures, with the options that follow the name; most take none. */
    private interface Benchmark {
        List<Figure> measure(List<String> options) throws Exception;
    }

    /** Exits with 0 where everything was measured, with 1 where it could not be, with 2 where the name is unknown. */
    @SuppressWarnings("SystemOut") // a command-line program speaks through its standard streams
    public static void main(String[] args) {
        Benchmark benchmark = args.length == 0 ? null : BENCHMARKS.get(args[0]);
        if (benchmark == null) {
            System.err.println(
                    "Usage: ./bench NAME [OPTIONS], where NAME is one of " + String.join(", ", BENCHMARKS.keySet()));
            System.exit(2);
            return;
        }
        try {
            List<Figure> figures = benchmark.measure(List.of(args).subList(1, args.length));
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
