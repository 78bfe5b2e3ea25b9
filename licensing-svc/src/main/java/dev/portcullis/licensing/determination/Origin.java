package dev.portcullis.licensing.determination;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.Eccn;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an item comes from, by which it is subject to the EAR or not (15 CFR 734.3(a)).
 *
 * @param made where it was made, or is
 * @param controlledContentPercent for a foreign-made item the value of its controlled United States content, in percent of its own,
 *     reckoned for the destination (Supplement No. 2 to Part 734)
 * @param controlledContent the entries of that content
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Origin(
        @NotNull Made made,

        @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 6)
        BigDecimal controlledContentPercent,

        @Size(max = 100) List<@NotNull Eccn> controlledContent) {
    public Origin {
        controlledContent = controlledContent == null ? List.of() : List.copyOf(controlledContent);
    }

    /** Where an item was made, or is. */
    public enum Made {
        UNITED_STATES,
        /** Made abroad, and now in the United States, or moving through it. */
        ABROAD_NOW_IN_UNITED_STATES,
        ABROAD
    }
}
