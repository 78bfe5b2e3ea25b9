package dev.portcullis.licensing.record;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long a record is kept: five years from the latest event (15 CFR 762.6(a)). */
public final class Retention {
    private static final int YEARS = 5;

    private Retention() {}

    /**
     * The latest event of a shipment; null while none is known, and then it is kept.
     *
     * @param exportedOn the day of the export; for a release to a person that of the release
     */
    static @Nullable LocalDate basis(@Nullable LocalDate exportedOn, Shipment shipment) {
        return Stream.concat(
                        Stream.ofNullable(exportedOn),
                        shipment.events().stream().map(KeptEvent::on))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /**
     * The last day on which it is kept. It never moves back: a date that is corrected downwards does not shorten what was owed.
     *
     * @param before as it was; null where no event was known
     */
    static @Nullable LocalDate keepUntil(@Nullable LocalDate basis, @Nullable LocalDate before) {
        LocalDate until = basis == null ? null : basis.plusYears(YEARS);
        return until == null || before != null && before.isAfter(until) ? before : until;
    }
}
