package dev.portcullis.licensing.moving;

import dev.portcullis.licensing.license.NewLicense;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

/**
 * A license of another system, and what was drawn of it there.
 *
 * @param license what it says
 * @param opening what was drawn of its lines before it moved in
 */
@RegisterForReflection
public record MovedLicense(
        @NotNull @Valid NewLicense license,
        @NotNull @Size(max = 200) List<@NotNull @Valid Opening> opening) {
    /**
     * What was drawn of a line.
     *
     * @param line the line
     * @param quantity units, in the line's unit
     * @param value value, in the line's currency
     */
    @RegisterForReflection
    public record Opening(
            int line,

            @NotNull @DecimalMin("0") @Digits(integer = 13, fraction = 6)
            BigDecimal quantity,

            @NotNull @DecimalMin("0") @Digits(integer = 15, fraction = 4)
            BigDecimal value) {}
}
