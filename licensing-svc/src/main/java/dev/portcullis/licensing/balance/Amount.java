package dev.portcullis.licensing.balance;

import java.math.BigDecimal;

/**
 * A quantity and the value of it, in the unit and currency of the line that it is held against.
 *
 * @param quantity units, at most 6 places after the point
 * @param value at most 4 places after the point; 0 where the line does not limit the value
 */
public record Amount(BigDecimal quantity, BigDecimal value) {
    public static final Amount NONE = new Amount(BigDecimal.ZERO, BigDecimal.ZERO);

    public Amount plus(Amount other) {
        return new Amount(quantity.add(other.quantity), value.add(other.value));
    }

    public Amount minus(Amount other) {
        return new Amount(quantity.subtract(other.quantity), value.subtract(other.value));
    }

    public Amount negated() {
        return new Amount(quantity.negate(), value.negate());
    }

    /** The smaller quantity and the smaller value of two. */
    public Amount least(Amount other) {
        return new Amount(quantity.min(other.quantity), value.min(other.value));
    }

    /** Whether neither part is less than zero. */
    public boolean isPositive() {
        return quantity.signum() >= 0 && value.signum() >= 0;
    }

    /** Whether both parts are zero. */
    public boolean isNothing() {
        return quantity.signum() == 0 && value.signum() == 0;
    }

    /** Whether neither part is more than that of another. */
    public boolean isWithin(Amount other) {
        return quantity.compareTo(other.quantity) <= 0 && value.compareTo(other.value) <= 0;
    }
}
