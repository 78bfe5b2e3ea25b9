package dev.portcullis.classification.technical;

import java.math.BigDecimal;

/**
 * A decimal as a floating-point number, to find out cheaply where a figure is far from every threshold. Whoever estimates must decide near a
 * threshold with exact decimals.
 */
public final class Estimate {
    /** Far more than a few roundings err, and far less than figures of a datasheet are apart. */
    public static final double MARGIN = 1e-12;

    /** Up to so many digits and powers of ten the conversion is fast and rounds once. */
    private static final int DIGITS = 15;

    private static final int POWERS = 22;

    private Estimate() {}

    /** The number, not a number where there are too many digits. */
    public static double of(BigDecimal value) {
        return value.precision() <= DIGITS && Math.abs(value.scale()) <= POWERS ? value.doubleValue() : Double.NaN;
    }
}
