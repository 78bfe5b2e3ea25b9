package dev.portcullis.benchmarks;

import java.util.Locale;

/**
 * A measured figure beside what it is held against.
 *
 * @param name of the benchmark, as {@code ./bench} prints it
 * @param value the median of the runs
 * @param unit of both values
 * @param baseline what it is held against
 * @param baselineName what that is
 */
record Figure(String name, double value, String unit, double baseline, String baselineName) {
    /** The line that programs read. */
    String line() {
        return String.format(
                Locale.ROOT,
                "BENCH name=%s figure=%s unit=%s baseline=%s baseline-name=%s ratio=%s",
                name,
                number(value),
                unit,
                number(baseline),
                baselineName,
                number(value / baseline));
    }

    /** The row that people read. */
    String row() {
        return String.format(
                Locale.ROOT, "%-36s %10s %-6s %10s  %s", name, number(value), unit, number(baseline), baselineName);
    }

    private static String number(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }
}
