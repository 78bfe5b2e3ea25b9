package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.CountryCode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Commerce Country Chart (Supplement No. 1 to 15 CFR Part 738). */
public final class CountryChart {
    /**
     * A row.
     *
     * @param columns the columns with an X, such as {@code NS1}
     * @param footnotes the footnotes of the row, by number
     * @param embargoed whether its blank cells permit nothing (15 CFR Part 746)
     */
    public record Row(Set<String> columns, Set<String> footnotes, boolean embargoed) {}

    private final Map<CountryCode, Row> rows;

    CountryChart(Map<CountryCode, Row> rows) {
        this.rows = Map.copyOf(rows);
    }

    /** The row of a country; null where the chart has none, which permits nothing either. */
    public @Nullable Row row(CountryCode country) {
        return rows.get(country);
    }

    /** The countries that have a row. */
    public Set<CountryCode> countries() {
        return rows.keySet();
    }
}
