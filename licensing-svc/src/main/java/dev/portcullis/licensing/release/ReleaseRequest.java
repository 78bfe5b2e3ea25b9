package dev.portcullis.licensing.release;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.decision.TransactionRequest;
import dev.portcullis.licensing.determination.Origin;
import dev.portcullis.licensing.determination.Route;
import dev.portcullis.licensing.determination.Transaction.PartyRole;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the gate to open.
 *
 * @param activity what is to happen
 * @param itemId the item
 * @param parties everybody who takes part, each in a role; at most 50
 * @param personId the person who would receive technology or source code
 * @param destination where the item is to go; left out for a release to a person
 * @param region the part of the destination where the law tells parts apart
 * @param endUses the end uses that are known or suspected
 * @param exceptionFacts what a license exception asks for and no other service knows
 * @param route how the item gets there; a shipment from the United States where left out
 * @param origin where the item comes from; it counts as subject to the EAR where left out
 * @param reference the business's own number of the order or project; red flags on it count
 * @param quantity units, more than 0 and at most a million million
 * @param value the value of these units, where a license limits it
 * @param licenseNumber the one license to draw upon; any that covers the release where left out
 * @param unit unit of the quantity (UN/ECE Recommendation No. 20); pieces where left out
 * @param legalEntity the legal entity that exports, where a license names one
 * @param organizationUnit the part of the company that exports, where a license names one
 * @param referenceDocument the contract, order or agreement, where a license names one
 * @param split how the release is spread over several licenses; all of them cover their part, or nothing is drawn
 */
public record ReleaseRequest(
        @NotNull Activity activity,
        @NotBlank @Size(max = 64) String itemId,
        @Nullable @Size(max = 50) List<@NotNull @Valid PartyRole> parties,
        @Nullable @Size(min = 1, max = 64) String personId,
        @Nullable CountryCode destination,
        @Nullable @Size(min = 1, max = 40) String region,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 60) String> endUses,

        @Nullable @Size(max = 40)
        Map<@NotBlank @Size(max = 60) String, @NotBlank @Size(max = 200) String> exceptionFacts,

        @Nullable @Size(min = 1, max = 64) String reference,

        @NotNull
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1000000000000")
        @Digits(integer = 13, fraction = 6)
        BigDecimal quantity,

        @Nullable Money value,
        @Nullable @Valid Route route,
        @Nullable @Valid Origin origin,
        @Nullable @Size(min = 1, max = 40) String licenseNumber,
        @Nullable @Size(min = 1, max = 8) String unit,
        @Nullable @Size(min = 1, max = 64) String legalEntity,
        @Nullable @Size(min = 1, max = 64) String organizationUnit,
        @Nullable @Size(min = 1, max = 64) String referenceDocument,
        @Nullable @Size(min = 2, max = 20) List<@NotNull @Valid Split> split)
        implements TransactionRequest {
    /**
     * What of the release one license covers.
     *
     * @param licenseNumber the license
     * @param line the line; any that covers it where left out
     * @param quantity units of the part, in the unit of the release
     * @param value their value
     */
    public record Split(
            @NotBlank @Size(max = 40) String licenseNumber,
            @Nullable @Min(1) @Max(999) Integer line,

            @NotNull
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax("1000000000000")
            @Digits(integer = 13, fraction = 6)
            BigDecimal quantity,

            @Nullable Money value) {}
}
