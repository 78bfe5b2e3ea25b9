package dev.portcullis.classification.datasheet;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One or several equal dice of a package.
 *
 * @param name what the maker calls it
 * @param count how many there are, 1 or more; 1 where absent
 * @param areaMm2 area of one, square millimeters
 * @param logic whether it is a logic die; yes where absent, because counting a die as logic is never assumed away
 * @param nonPlanar whether its process uses non-planar transistors (FinFET, gate-all-around)
 */
public record Die(
        @Nullable @Size(max = 100) String name,
        @Nullable @Min(1) @Max(10_000) Integer count,

        @NotNull @Positive @DecimalMax("100000") @Digits(integer = 6, fraction = 6)
        BigDecimal areaMm2,

        @Nullable Boolean logic,
        @Nullable Boolean nonPlanar) {

    /** How many equal dice there are. */
    public int dies() {
        return count == null ? 1 : count;
    }

    /** Area of all of them, square millimeters. */
    public BigDecimal totalAreaMm2() {
        return dies() == 1 ? areaMm2 : areaMm2.multiply(BigDecimal.valueOf(dies()));
    }

    /** Whether it is a logic die. */
    public boolean isLogic() {
        return !Boolean.FALSE.equals(logic);
    }
}
