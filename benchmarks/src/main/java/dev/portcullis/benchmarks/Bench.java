package dev.portcullis.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code ./bench NAME [OPTIONS]}: runs one benchmark, prints a table for people and then a line a figure for programs. */
public final class Bench {
    private static final Map<String, Benchmark> BENCHMARKS = benchmarks();

    private Bench() {}

    /** Measures, with the options that follow the name; most take none. */
    private interface Benchmark {
        List<Figure> measure(List<String> options) throws Exception;
    }

    private static Map<String, Benchmark> benchmarks() {
        Map<String, Benchmark> all = new TreeMap<>();
        all.put("classification", options -> new ClassificationBenchmark().measure());
        all.put("product-master", options -> new ProductMasterBenchmark().measure());
        all.put("ownership", options -> new OwnershipBenchmark().measure());
        all.put("header", options -> new HeaderBenchmark().measure());
        all.put("reclassify", options -> new ReclassifyBenchmark().measure());
        all.put("screening", options -> ScreeningBenchmark.of(options).measure());
        all.put(
                "screening-batch",
                options -> ScreeningBatchBenchmark.of(options).measure());
        all.put("screening-million", options -> ScreeningBenchmark.million().measure());
        all.put("screening-truth", options -> ScreeningTruth.of(options).measure());
        all.put("startup-jvm", options -> new StartBenchmark(false).measure());
        all.put("startup-native", options -> new StartBenchmark(true).measure());
        return all;
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
