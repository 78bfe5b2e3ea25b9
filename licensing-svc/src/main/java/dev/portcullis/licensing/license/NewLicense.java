package dev.portcullis.licensing.license;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A license as its manager records it from the authority's paper.
 *
 * @param number the number on the paper
 * @param kind what it is for
 * @param validFrom first day
 * @param validUntil last day
 * @param licensees ids of the parties that hold it
 * @param consignees ids of the parties that may receive
 * @param countries destinations; for a deemed export the countries of the persons
 * @param personIds ids of the foreign persons of a deemed export license
 * @param conditions the conditions, word for word
 * @param lines what it authorizes
 */
public record NewLicense(
        @NotNull
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9./-]{1,39}",
                message = "must be 2 to 40 letters, digits, dots, slashes and hyphens")
        String number,

        @NotNull LicenseKind kind,
        @NotNull LocalDate validFrom,
        @NotNull LocalDate validUntil,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 64) String> licensees,
        @Nullable @Size(max = 200) List<@NotBlank @Size(max = 64) String> consignees,
        @Nullable @Size(max = 250) List<@NotNull CountryCode> countries,
        @Nullable @Size(max = 200) List<@NotBlank @Size(max = 64) String> personIds,
        @Nullable @Size(max = 20_000) String conditions,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid NewLine> lines) {

    /**
     * One line.
     *
     * @param line its number on the paper, from 1
     * @param eccn the entry that it covers
     * @param itemId the one item that it covers; all items of the entry where left out
     * @param quantity units authorized; may be left out where the value limits
     * @param value value authorized; may be left out where the quantity limits
     */
    public record NewLine(
            @NotNull @Min(1) @Max(999) Integer line,
            @NotNull Eccn eccn,
            @Nullable @Size(min = 1, max = 64) String itemId,

            @Nullable
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax("1000000000000")
            @Digits(integer = 13, fraction = 6)
            BigDecimal quantity,

            @Nullable Money value) {}

    LicenseTerms terms() {
        return new LicenseTerms(
                licensees == null ? List.of() : licensees,
                consignees == null ? List.of() : consignees,
                countries == null ? List.of() : countries,
                personIds == null ? List.of() : personIds,
                conditions);
    }
}
