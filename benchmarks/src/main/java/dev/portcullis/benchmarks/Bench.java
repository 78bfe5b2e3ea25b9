package dev.portcullis.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code ./bench NAME [SERVICE...]}: runs one benchmark, prints a table for people and then a line a figure for programs. */
public final class Bench {
    /** A benchmark of the services that are named. */
    private interface Benchmark {
        List<Figure> measure(List<String> services) throws Exception;
    }

    private static final Map<String, Benchmark> BENCHMARKS = new TreeMap<>(Map.of(
            "startup-jvm", services -> new StartBenchmark(false, services).measure(),
            "startup-native", services -> new StartBenchmark(true, services).measure()));

    private Bench() {}

    /** Exits with 0 where everything was measured, with 1 where it could not be, with 2 where the call makes no sense. */
    @SuppressWarnings("SystemOut") // a command-line program speaks through its standard streams
    public static void main(String[] args) {
        Benchmark benchmark = args.length == 0 ? null : BENCHMARKS.get(args[0]);
        List<String> services =
                args.length < 2 ? StartBenchmark.SERVICES : List.of(args).subList(1, args.length);
        if (benchmark == null || !StartBenchmark.SERVICES.containsAll(services)) {
            System.err.println("Usage: ./bench NAME [SERVICE...], where NAME is one of "
                    + String.join(", ", BENCHMARKS.keySet()) + " and SERVICE one of "
                    + String.join(", ", StartBenchmark.SERVICES));
            System.exit(2);
            return;
        }
        try {
            List<Figure> figures = benchmark.measure(services);
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
