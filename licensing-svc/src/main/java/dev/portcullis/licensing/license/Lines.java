package dev.portcullis.licensing.license;

import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.contracts.LicenseState.Tolerance;
import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.balance.Amount;
import dev.portcullis.licensing.balance.Limit;
import dev.portcullis.licensing.balance.LineBalance;
import dev.portcullis.licensing.measure.Units;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A line of a license and the balance that it states. */
public final class Lines {
    private static final Tolerance NONE = new Tolerance(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private Lines() {}

    static String unit(Line line) {
        String unit = line.unit();
        return unit == null ? Units.ONE : unit;
    }

    static Tolerance tolerance(Line line) {
        Tolerance tolerance = line.tolerance();
        return tolerance == null ? NONE : tolerance;
    }

    /** How the line stands. */
    public static LineBalance balance(Line line) {
        Tolerance tolerance = tolerance(line);
        return new LineBalance(
                new Limit(
                        line.quantity(),
                        amount(line.value()),
                        tolerance.quantityExcess(),
                        tolerance.valueExcess(),
                        tolerance.shortfall()),
                new Amount(line.quantityDrawn(), orZero(amount(line.valueDrawn()))),
                new Amount(orZero(line.quantityAssigned()), orZero(amount(line.valueAssigned()))));
    }

    /** The same line as another balance leaves it. */
    static Line with(Line line, LineBalance balance) {
        Money value = line.value();
        return new Line(
                line.line(),
                line.eccn(),
                line.itemId(),
                line.quantity(),
                tidy(balance.drawn().quantity()),
                value,
                value == null ? null : new Money(tidy(balance.drawn().value()), value.currency()),
                line.unit(),
                orNull(balance.assigned().quantity()),
                value == null || balance.assigned().value().signum() == 0
                        ? null
                        : new Money(tidy(balance.assigned().value()), value.currency()),
                line.tolerance());
    }

    static @Nullable String currency(Line line) {
        Money value = line.value();
        return value == null ? null : value.currency();
    }

    /** Without the zeros that a column's scale adds, and never in powers of ten. */
    static BigDecimal tidy(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static @Nullable BigDecimal orNull(BigDecimal number) {
        return number.signum() == 0 ? null : tidy(number);
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static BigDecimal orZero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }
}
