package dev.portcullis.classification.technical;

import java.math.BigDecimal;

/**
 * Performance density: TPP by applicable die area (15 CFR 774 Supp. 1, ECCN 3A090, Technical Note 4).
 *
 * @param value TPP per square millimeter, 0 or more
 */
public record PerformanceDensity(BigDecimal value) {
    public PerformanceDensity {
        Figures.notNegative(value, "a performance density");
    }

    /**
     * @param tpp of the whole integrated circuit
     * @param applicableDieAreaMm2 area of all logic dies made on a process with non-planar transistors, more than 0
     * @throws IllegalArgumentException where the area is not positive: the quotient of the note then has no value
     */
    public static PerformanceDensity of(TotalProcessingPerformance tpp, BigDecimal applicableDieAreaMm2) {
        return new PerformanceDensity(quotient(tpp, applicableDieAreaMm2).value());
    }

    /** The same, not yet divided. */
    public static Quotient quotient(TotalProcessingPerformance tpp, BigDecimal applicableDieAreaMm2) {
        return new Quotient(tpp.value(), applicableDieAreaMm2);
    }
}
