package dev.portcullis.personnel.nationality;

import dev.portcullis.contracts.CountryCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A citizenship that is or was held.
 *
 * @param country of which
 * @param acquired the day on which it was acquired, the day of birth where by birth; null where not known
 * @param lost the first day on which it was held no longer; null where it is held
 */
public record Citizenship(
        CountryCode country,
        @Nullable LocalDate acquired,
        @Nullable LocalDate lost) {
    public Citizenship {
        if (acquired != null && lost != null && lost.isBefore(acquired)) {
            throw new IllegalArgumentException("a citizenship cannot be lost before it was acquired");
        }
    }

    boolean heldOn(LocalDate day) {
        return (acquired == null || !acquired.isAfter(day)) && (lost == null || lost.isAfter(day));
    }
}
