package dev.portcullis.licensing.usage;

import dev.portcullis.contracts.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back of a draw.
 *
 * @param reference by which the return is known; the same one comes back once
 * @param reason why, in words
 * @param parts what comes back on which license and line
 */
public record ReturnRequest(
        @NotBlank @Size(max = 100) String reference,
        @NotBlank @Size(max = 2000) String reason,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Part> parts) {
    /**
     * What comes back on one line.
     *
     * @param licenseNumber the license
     * @param line the line; may be left out where the draw moved one line of the license
     * @param quantity units that come back
     * @param unit of the quantity; the line's where left out
     * @param value value that comes back, in the line's currency; nothing where left out
     */
    public record Part(
            @NotBlank @Size(max = 40) String licenseNumber,
            @Nullable @Min(1) @Max(999) Integer line,

            @NotNull @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 13, fraction = 6)
            BigDecimal quantity,

            @Nullable @Size(min = 1, max = 8) String unit,
            @Nullable Money value) {}
}
