package dev.portcullis.licensing.usage;

import dev.portcullis.contracts.Money;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A correction of what counts as drawn.
 *
 * @param line the line
 * @param quantity units, in the line's unit
 * @param value value, in the line's currency; nothing where left out
 * @param lower whether less counts as drawn then; otherwise more
 * @param reason why, in words
 */
public record AdjustmentRequest(
        @NotNull @Min(1) @Max(999) Integer line,

        @NotNull @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 13, fraction = 6)
        BigDecimal quantity,

        @Nullable Money value,
        boolean lower,
        @NotBlank @Size(max = 2000) String reason) {}
