package dev.portcullis.classification.technical;

import java.math.BigDecimal;

/**
 * A figure by an area, not yet divided: to hold it against a threshold, the threshold times the area is as exact and much cheaper.
 *
 * @param dividend of the quotient
 * @param areaMm2 square millimeters, more than 0
 */
public record Quotient(BigDecimal dividend, BigDecimal areaMm2) {
    /** Up to so many digits each, a quotient that is not a threshold differs from it before the digit at which {@link #value} is cut. */
    private static final int DIGITS = 15;

    public Quotient {
        Figures.positiveArea(areaMm2);
    }

    /** The quotient, cut to 34 digits and without trailing zeros. */
    public BigDecimal value() {
        return Figures.quotient(dividend, areaMm2);
    }

    /** What {@code value().compareTo(threshold)} says. */
    public int compareTo(BigDecimal threshold) {
        boolean few =
                dividend.precision() <= DIGITS && areaMm2.precision() <= DIGITS && threshold.precision() <= DIGITS;
        return few ? dividend.compareTo(threshold.multiply(areaMm2)) : value().compareTo(threshold);
    }
}
