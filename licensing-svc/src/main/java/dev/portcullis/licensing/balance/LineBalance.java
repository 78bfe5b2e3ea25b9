package dev.portcullis.licensing.balance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a line stands. Invariant: nothing is below zero, and drawn and assigned together are within the limit; each operation gives a
 * balance that keeps it, or throws.
 *
 * @param limit what the line authorizes
 * @param drawn what was shipped or released, less what came back
 * @param assigned what is reserved for orders and releases to come
 */
public record LineBalance(Limit limit, Amount drawn, Amount assigned) {
    /** Units that nobody drew or reserved; null where the line does not limit them. */
    public @Nullable BigDecimal quantityLeft() {
        return left(limit.mostQuantity(), drawn.quantity(), assigned.quantity());
    }

    /** Value that nobody drew or reserved; null where the line does not limit it. */
    public @Nullable BigDecimal valueLeft() {
        return left(limit.mostValue(drawn.quantity()), drawn.value(), assigned.value());
    }

    /** Whether so many units are left. */
    public boolean hasQuantity(BigDecimal quantity) {
        return within(quantity, quantityLeft());
    }

    /** Whether so much value is left. */
    public boolean hasValue(BigDecimal value) {
        return within(value, valueLeft());
    }

    /** Whether an amount is left. */
    public boolean has(Amount amount) {
        return hasQuantity(amount.quantity()) && hasValue(amount.value());
    }

    /**
     * Draws.
     *
     * @param amount what leaves
     * @param reserved the part of it that was assigned for this draw and is no longer reserved then
     */
    public LineBalance draw(Amount amount, Amount reserved) {
        requirePositive(amount);
        requirePositive(reserved);
        if (!reserved.isWithin(assigned)) {
            throw new OverdrawnException("more is taken from what is assigned than is assigned");
        }
        if (!has(amount.minus(reserved))) {
            throw new OverdrawnException("more is drawn than is left");
        }
        return new LineBalance(limit, drawn.plus(amount), assigned.minus(reserved));
    }

    /** Reserves. */
    public LineBalance assign(Amount amount) {
        requirePositive(amount);
        if (!has(amount)) {
            throw new OverdrawnException("more is assigned than is left");
        }
        return new LineBalance(limit, drawn, assigned.plus(amount));
    }

    /** Gives free what was reserved. */
    public LineBalance unassign(Amount amount) {
        requirePositive(amount);
        if (!amount.isWithin(assigned)) {
            throw new OverdrawnException("more is given free than is assigned");
        }
        return new LineBalance(limit, drawn, assigned.minus(amount));
    }

    /** Takes back what was drawn. */
    public LineBalance giveBack(Amount amount) {
        requirePositive(amount);
        if (!amount.isWithin(drawn)) {
            throw new OverdrawnException("more comes back than was drawn");
        }
        return new LineBalance(limit, drawn.minus(amount), assigned);
    }

    /** Corrects what counts as drawn, by an amount that may be less than zero. */
    public LineBalance adjust(Amount delta) {
        Amount corrected = drawn.plus(delta);
        LineBalance after = new LineBalance(limit, corrected, assigned);
        if (!corrected.isPositive() || !after.keepsItsLimit()) {
            throw new OverdrawnException("the correction leaves less than nothing, or more than is authorized");
        }
        return after;
    }

    /**
     * Whether the invariant holds against the limit. The tolerance in value ends when the full quantity has left, yet what was drawn by it
     * before stays drawn.
     */
    public boolean keepsItsLimit() {
        BigDecimal quantity = limit.mostQuantity();
        BigDecimal value = limit.mostValue(BigDecimal.ZERO);
        Amount used = drawn.plus(assigned);
        return drawn.isPositive()
                && assigned.isPositive()
                && (quantity == null || used.quantity().compareTo(quantity) <= 0)
                && (value == null || used.value().compareTo(value) <= 0);
    }

    /** Whether nothing more can be drawn. */
    public boolean isExhausted() {
        BigDecimal quantity = limit.mostQuantity();
        BigDecimal value = limit.mostValue(drawn.quantity());
        return quantity != null && drawn.quantity().compareTo(quantity) >= 0
                || value != null && drawn.value().compareTo(value) >= 0;
    }

    /** The share of what is authorized, without tolerance, that is drawn: the larger of quantity and value, 0 without a limit. */
    public BigDecimal share() {
        return share(drawn.quantity(), limit.quantity()).max(share(drawn.value(), limit.value()));
    }

    /** Whether what is not drawn is within the shortfall that the line allows: then the line counts as fulfilled. */
    public boolean isFulfilled() {
        boolean limited = limit.quantity() != null || limit.value() != null;
        return limited
                && share().compareTo(BigDecimal.ONE.subtract(limit.shortfall().movePointLeft(2))) >= 0;
    }

    private static BigDecimal share(BigDecimal drawn, @Nullable BigDecimal of) {
        return of == null ? BigDecimal.ZERO : drawn.divide(of, 6, java.math.RoundingMode.DOWN);
    }

    private static @Nullable BigDecimal left(@Nullable BigDecimal most, BigDecimal drawn, BigDecimal assigned) {
        return most == null ? null : most.subtract(drawn).subtract(assigned).max(BigDecimal.ZERO);
    }

    private static boolean within(BigDecimal wanted, @Nullable BigDecimal left) {
        return left == null || wanted.signum() <= 0 || wanted.compareTo(left) <= 0;
    }

    private static void requirePositive(Amount amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an amount is nothing or more");
        }
    }
}
