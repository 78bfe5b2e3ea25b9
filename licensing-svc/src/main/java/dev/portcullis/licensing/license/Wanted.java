package dev.portcullis.licensing.license;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release that wants a license.
 *
 * @param activity what is to happen
 * @param itemId the item
 * @param eccn the item's entry
 * @param partyIds every party to the transaction
 * @param personId the person who receives technology or source code; null unless the release is to a person
 * @param destination the country of the release; for a deemed export the country that it counts as
 * @param quantity units, more than zero
 * @param value the value of these units; null where it was not stated
 * @param day the day of the release
 */
public record Wanted(
        Activity activity,
        String itemId,
        Eccn eccn,
        List<String> partyIds,
        @Nullable String personId,
        @Nullable CountryCode destination,
        BigDecimal quantity,
        @Nullable Money value,
        LocalDate day) {
    public Wanted {
        partyIds = List.copyOf(partyIds);
    }

    /** Whether something is released to a person. */
    boolean toPerson() {
        return activity == Activity.DEEMED_EXPORT || activity == Activity.DEEMED_REEXPORT;
    }
}
