package dev.portcullis.classification.technical;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Checks and arithmetic that the figures share. */
final class Figures {
    /**
     * Quotients are cut, never rounded up: a density below a threshold can then never show as the threshold itself, and one that
     * reaches it exactly stays exact, because thresholds have far fewer than 34 digits.
     */
    private static final MathContext CUT = new MathContext(34, RoundingMode.FLOOR);

    private Figures() {}

    static BigDecimal notNegative(BigDecimal value, String what) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(what + " must not be negative");
        }
        return value;
    }

    static BigDecimal positiveArea(BigDecimal areaMm2) {
        if (areaMm2.signum() <= 0) {
            throw new IllegalArgumentException("an area must be more than 0 mm2");
        }
        return areaMm2;
    }

    static BigDecimal quotient(BigDecimal dividend, BigDecimal areaMm2) {
        return dividend.divide(positiveArea(areaMm2), CUT).stripTrailingZeros();
    }
}
