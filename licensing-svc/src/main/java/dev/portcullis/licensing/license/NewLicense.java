package dev.portcullis.licensing.license;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.contracts.LicenseState.Tolerance;
import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.determination.Transaction.Role;
import dev.portcullis.licensing.measure.Units;
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
 * @param legalEntities the legal entities that may export under it
 * @param organizationUnits the parts of the company that may
 * @param partyRoles the roles in which parties may take part
 * @param referenceDocuments the contracts, orders or agreements that it was granted for
 * @param endUses the end uses that it allows, by the codes of the law files
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
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 64) String> legalEntities,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 64) String> organizationUnits,
        @Nullable @Size(max = 4) List<@NotNull Role> partyRoles,
        @Nullable @Size(max = 200) List<@NotBlank @Size(max = 64) String> referenceDocuments,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 60) String> endUses,
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
     * @param unit of the quantity (UN/ECE Recommendation No. 20); pieces where left out
     * @param tolerance what the line may be exceeded by or stay short of; nothing where left out
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

            @Nullable Money value,
            @Nullable @Size(min = 1, max = 8) String unit,
            @Nullable @Valid NewTolerance tolerance) {
        /** The line with nothing drawn. */
        public Line unused() {
            return new Line(
                    line,
                    eccn,
                    itemId,
                    quantity,
                    BigDecimal.ZERO,
                    value,
                    value == null ? null : new Money(BigDecimal.ZERO, value.currency()),
                    unit == null || unit.equals(Units.ONE) ? null : unit,
                    null,
                    null,
                    tolerance == null ? null : tolerance.tolerance());
        }
    }

    /**
     * By how much a line may be exceeded, or stay unused and yet count as fulfilled, in percent; what its kind allows at the most.
     *
     * @param quantityExcess of the quantity
     * @param valueExcess of the value, until the full quantity has left (15 CFR 750.11)
     * @param shortfall of either
     */
    public record NewTolerance(
            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal quantityExcess,

            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal valueExcess,

            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal shortfall) {
        Tolerance tolerance() {
            return new Tolerance(orZero(quantityExcess), orZero(valueExcess), orZero(shortfall));
        }

        private static BigDecimal orZero(@Nullable BigDecimal percent) {
            return percent == null ? BigDecimal.ZERO : percent;
        }
    }

    LicenseTerms terms() {
        return new LicenseTerms(
                listed(licensees),
                listed(consignees),
                listed(countries),
                listed(personIds),
                listed(legalEntities),
                listed(organizationUnits),
                listed(partyRoles),
                listed(referenceDocuments),
                listed(endUses),
                conditions);
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
