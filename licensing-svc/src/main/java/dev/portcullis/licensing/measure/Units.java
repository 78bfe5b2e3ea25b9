package dev.portcullis.licensing.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of units. Factors are exact by definition (the international yard and pound agreement of 1959, the SI), so a conversion is exact
 * wherever its result has a finite number of places; beyond {@value #PLACES} of them it is rounded to the side that the caller names.
 */
public final class Units {
    /** Places after the point that a quantity can have. */
    public static final int PLACES = 6;

    /** A line that names no unit counts pieces. */
    public static final String ONE = "C62";

    private final Map<String, Unit> byCode = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where a code stands twice */
    public Units(List<Unit> units) {
        for (Unit unit : units) {
            if (byCode.putIfAbsent(unit.code(), unit) != null) {
                throw new IllegalArgumentException("the unit " + unit.code() + " stands twice in the table");
            }
        }
        if (!byCode.containsKey(ONE)) {
            throw new IllegalArgumentException("the table has no unit " + ONE);
        }
    }

    public @Nullable Unit find(String code) {
        return byCode.get(code);
    }

    /** Whether a quantity in one unit can be told in the other. */
    public boolean comparable(String from, String to) {
        Unit one = byCode.get(from);
        Unit other = byCode.get(to);
        return one != null && other != null && one.dimension().equals(other.dimension());
    }

    /**
     * A quantity in another unit of the same dimension.
     *
     * @param rounding the side to round to where the result has more than {@value #PLACES} places: up for what is used, down for what
     *     comes back, so that no conversion ever makes a license larger
     * @throws IllegalArgumentException where a unit is unknown or of another dimension
     */
    public BigDecimal convert(BigDecimal quantity, String from, String to, RoundingMode rounding) {
        if (!comparable(from, to)) {
            throw new IllegalArgumentException(from + " is not told in " + to);
        }
        if (from.equals(to)) {
            return quantity;
        }
        BigDecimal inFirst = quantity.multiply(unit(from).factor());
        BigDecimal factor = unit(to).factor();
        return inFirst.divide(factor, PLACES, rounding);
    }

    private Unit unit(String code) {
        Unit unit = byCode.get(code);
        if (unit == null) {
            throw new IllegalArgumentException("there is no unit " + code);
        }
        return unit;
    }
}
