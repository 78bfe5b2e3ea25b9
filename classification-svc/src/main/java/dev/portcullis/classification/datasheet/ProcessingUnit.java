package dev.portcullis.classification.datasheet;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One or several equal processing units of an integrated circuit, such as the dice of a package.
 *
 * @param name what the maker calls it
 * @param count how many there are, 1 or more; 1 where absent
 * @param rates the theoretical peak rates of one unit, a rate for each bit length
 */
public record ProcessingUnit(
        @Nullable @Size(max = 100) String name,
        @Nullable @Min(1) @Max(10_000) Integer count,
        @NotEmpty @Size(max = 32) List<@NotNull @Valid Rate> rates) {

    public ProcessingUnit {
        rates = Lists.orEmpty(rates);
    }

    /** How many equal units there are. */
    public int units() {
        return count == null ? 1 : count;
    }

    /**
     * A theoretical peak rate.
     *
     * @param tops tera-operations (or TFLOPS) a second, a multiply-accumulate counted as two
     * @param bitLength largest bit length of the inputs to the multiplication, 1 to 128
     * @param sparse whether the rate holds for sparse matrices only; such rates do not count (3A090, Technical Note 3)
     */
    public record Rate(
            @NotNull @PositiveOrZero @DecimalMax("1000000000") @Digits(integer = 10, fraction = 6)
            BigDecimal tops,

            @NotNull @Min(1) @Max(128) Integer bitLength,
            @Nullable Boolean sparse) {
        /** Whether the rate holds for dense matrices. */
        public boolean dense() {
            return !Boolean.TRUE.equals(sparse);
        }
    }
}
