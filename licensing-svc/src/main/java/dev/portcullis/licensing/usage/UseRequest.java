package dev.portcullis.licensing.usage;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.determination.Transaction.PartyRole;
import dev.portcullis.licensing.license.Instruction.Use;
import dev.portcullis.licensing.license.Wanted;
import dev.portcullis.licensing.license.Wanted.Exporter;
import dev.portcullis.licensing.measure.Units;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipment or release that uses licenses, or an order that will. What is left out was not stated, and a license that names it then does
 * not cover.
 *
 * @param activity what happens
 * @param itemId the item
 * @param eccn its entry; the same that the item is classified under, where this service knows the item
 * @param parties everybody who takes part, each in a role
 * @param personId the person who receives technology or source code
 * @param destination the country of destination; for a release to a person the country that it counts as
 * @param legalEntity the legal entity that exports
 * @param organizationUnit the part of the company that exports
 * @param referenceDocument the contract, order or agreement
 * @param endUses the end uses that are known or suspected
 * @param day the day on which it happens or is to happen; today where left out
 * @param assignment the assignment that is drawn; what it reserves is used first
 * @param parts what is used of each license; all of them cover their part, or nothing is used
 */
@RegisterForReflection
public record UseRequest(
        @NotNull Activity activity,
        @NotBlank @Size(max = 64) String itemId,
        @NotNull Eccn eccn,
        @Nullable @Size(max = 50) List<@NotNull @Valid PartyRole> parties,
        @Nullable @Size(min = 1, max = 64) String personId,
        @Nullable CountryCode destination,
        @Nullable @Size(min = 1, max = 64) String legalEntity,
        @Nullable @Size(min = 1, max = 64) String organizationUnit,
        @Nullable @Size(min = 1, max = 64) String referenceDocument,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 60) String> endUses,
        @Nullable LocalDate day,
        @Nullable @Size(min = 1, max = 100) String assignment,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Part> parts) {

    /**
     * What is used of one license.
     *
     * @param licenseNumber the license
     * @param line the line; any that covers it where left out
     * @param quantity units
     * @param unit of the quantity (UN/ECE Recommendation No. 20); pieces where left out
     * @param value the value of these units, where the line limits it, in its currency
     */
    @RegisterForReflection
    public record Part(
            @NotBlank @Size(max = 40) String licenseNumber,
            @Nullable @Min(1) @Max(999) Integer line,

            @NotNull
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax("1000000000000")
            @Digits(integer = 13, fraction = 6)
            BigDecimal quantity,

            @Nullable @Size(min = 1, max = 8) String unit,
            @Nullable Money value) {}

    /** What each license must cover. */
    List<Use> uses(LocalDate today) {
        return parts.stream()
                .map(part -> new Use(part.licenseNumber(), part.line(), wanted(part, today)))
                .toList();
    }

    private Wanted wanted(Part part, LocalDate today) {
        return new Wanted(
                activity,
                itemId,
                eccn,
                parties == null ? List.of() : parties,
                personId,
                destination,
                new Exporter(legalEntity, organizationUnit, referenceDocument),
                endUses == null ? List.of() : endUses,
                part.quantity(),
                part.unit() == null ? Units.ONE : part.unit(),
                part.value(),
                day == null ? today : day);
    }
}
