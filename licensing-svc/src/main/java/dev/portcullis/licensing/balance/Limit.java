package dev.portcullis.licensing.balance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a line authorizes, with the tolerances that were recorded for it.
 *
 * <p>15 CFR 750.11: the value may be exceeded by 10 % until the full quantity is shipped, the quantity by nothing. So a tolerance in value
 * counts only on a line that limits the quantity too, and only as long as some of the quantity is left.
 *
 * @param quantity units; null where the line does not limit them
 * @param value null where the line does not limit it
 * @param quantityExcess percent by which the quantity may be exceeded, 0 to 100
 * @param valueExcess percent by which the value may be exceeded, 0 to 100
 * @param shortfall percent of what is authorized that may stay unused for the line to count as fulfilled, 0 to 100
 */
public record Limit(
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal value,
        BigDecimal quantityExcess,
        BigDecimal valueExcess,
        BigDecimal shortfall) {
    /** The most units that may be used; null where there is no limit. */
    public @Nullable BigDecimal mostQuantity() {
        return quantity == null ? null : with(quantity, quantityExcess, 6);
    }

    /**
     * The most value that may be used.
     *
     * @param quantityDrawn units that have left already
     * @return null where there is no limit
     */
    public @Nullable BigDecimal mostValue(BigDecimal quantityDrawn) {
        if (value == null) {
            return null;
        }
        boolean unshipped = quantity != null && quantityDrawn.compareTo(quantity) < 0;
        return unshipped ? with(value, valueExcess, 4) : value;
    }

    /** Rounded down: a tolerance never grows by its rounding. */
    private static BigDecimal with(BigDecimal authorized, BigDecimal percent, int places) {
        return authorized
                .multiply(percent.movePointLeft(2).add(BigDecimal.ONE))
                .setScale(places, java.math.RoundingMode.DOWN);
    }
}
