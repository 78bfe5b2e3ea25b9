package dev.portcullis.screening.risk;

import dev.portcullis.contracts.CountryCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An embargo or a country-wide control.
 *
 * @param country the country
 * @param reach how far it reaches
 * @param from the first day; absent where it lies before the table's history
 * @param until the last day; absent where it has not come
 * @param citation where it is written
 * @param words what it is
 */
record Embargo(
        CountryCode country,
        Reach reach,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String citation,
        String words) {

    /** How far an embargo reaches. */
    enum Reach {
        COMPREHENSIVE,
        COUNTRY_WIDE,
        REGION
    }

    /** Whether it goes for a day. */
    boolean on(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** The embargoes that ship with the service. */
    static List<Embargo> shipped() {
        return RiskFile.rows("embargoes.csv").stream().map(Embargo::read).toList();
    }

    private static Embargo read(Map<String, String> row) {
        return new Embargo(
                CountryCode.of(RiskFile.column(row, "country")),
                Reach.valueOf(RiskFile.column(row, "reach")),
                RiskFile.day(row, "from"),
                RiskFile.day(row, "until"),
                RiskFile.column(row, "citation"),
                RiskFile.column(row, "words"));
    }
}
