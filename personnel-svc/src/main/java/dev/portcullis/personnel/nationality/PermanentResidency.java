package dev.portcullis.personnel.nationality;

import dev.portcullis.contracts.CountryCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A right of permanent residence that is or was held; a visa for a time is none.
 *
 * @param country in which
 * @param from the day on which it was granted; null where not known
 * @param to the last day on which it is held; null where it does not end
 */
public record PermanentResidency(
        CountryCode country,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public PermanentResidency {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a residency cannot end before it was granted");
        }
    }

    boolean heldOn(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
    }
}
