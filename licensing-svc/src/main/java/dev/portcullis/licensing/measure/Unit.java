package dev.portcullis.licensing.measure;

import java.math.BigDecimal;

/**
 * A unit of measure.
 *
 * @param code as UN/ECE Recommendation No. 20 has it, such as {@code KGM}
 * @param dimension what it measures; only units of one dimension can be converted into each other
 * @param factor how many of the dimension's first unit it is, exactly
 * @param name for people
 */
public record Unit(String code, String dimension, BigDecimal factor, String name) {
    public Unit {
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("a unit is more than nothing: " + code);
        }
    }
}
