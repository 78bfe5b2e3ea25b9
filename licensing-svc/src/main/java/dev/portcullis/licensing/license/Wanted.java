package dev.portcullis.licensing.license;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.Money;
import dev.portcullis.licensing.determination.Transaction.PartyRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release that wants a license. What is null was not stated, and permits nothing.
 *
 * @param activity what is to happen
 * @param itemId the item
 * @param eccn the item's entry
 * @param parties every party to the transaction, in its roles
 * @param personId the person who receives technology or source code; null unless the release is to a person
 * @param destination the country of the release; for a deemed export the country that it counts as
 * @param exporter who exports, and for which contract
 * @param endUses the end uses that are known or suspected
 * @param quantity units, more than zero
 * @param unit of the quantity
 * @param value the value of these units; null where it was not stated
 * @param day the day of the release
 */
public record Wanted(
        Activity activity,
        String itemId,
        Eccn eccn,
        List<PartyRole> parties,
        @Nullable String personId,
        @Nullable CountryCode destination,
        Exporter exporter,
        List<String> endUses,
        BigDecimal quantity,
        String unit,
        @Nullable Money value,
        LocalDate day) {
    public Wanted {
        parties = List.copyOf(parties);
        endUses = List.copyOf(endUses);
    }

    /**
     * Who exports, and for which contract.
     *
     * @param legalEntity the legal entity
     * @param organizationUnit the part of the company
     * @param referenceDocument the contract, order or agreement
     */
    public record Exporter(
            @Nullable String legalEntity,
            @Nullable String organizationUnit,
            @Nullable String referenceDocument) {
        public static final Exporter UNKNOWN = new Exporter(null, null, null);
    }

    /** The parties, each once. */
    List<String> partyIds() {
        return parties.stream().map(PartyRole::partyId).distinct().toList();
    }

    /** Whether something is released to a person. */
    boolean toPerson() {
        return activity == Activity.DEEMED_EXPORT || activity == Activity.DEEMED_REEXPORT;
    }

    /** The same transaction with another quantity and value. */
    public Wanted of(BigDecimal otherQuantity, String otherUnit, @Nullable Money otherValue) {
        return new Wanted(
                activity,
                itemId,
                eccn,
                parties,
                personId,
                destination,
                exporter,
                endUses,
                otherQuantity,
                otherUnit,
                otherValue,
                day);
    }
}
