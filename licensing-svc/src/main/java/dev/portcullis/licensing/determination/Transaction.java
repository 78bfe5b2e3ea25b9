package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen.
 *
 * @param activity the kind of transaction
 * @param itemId the item
 * @param parties who takes part, with their roles
 * @param personId who receives technology or source code; null unless the release is to a person
 * @param destination the country to which the item goes; null for a release to a person, which goes to the country that the person
 *     counts as
 * @param region of the destination, where rules tell regions apart; null where none was given
 * @param endUses declared end uses, by the codes of the law files; none is not the same as CIVIL
 * @param quantity units, more than zero
 * @param value of these units; null where it was not stated
 * @param exceptionFacts documents and statements by name, such as {@code TSR.writtenAssurance}
 */
public record Transaction(
        Activity activity,
        String itemId,
        List<Participant> parties,
        @Nullable String personId,
        @Nullable CountryCode destination,
        @Nullable String region,
        SortedSet<String> endUses,
        BigDecimal quantity,
        @Nullable Money value,
        SortedMap<String, String> exceptionFacts) {

    public Transaction {
        parties = List.copyOf(parties);
        endUses = new TreeSet<>(endUses);
        exceptionFacts = new TreeMap<>((Map<String, String>) exceptionFacts);
    }

    /** Whether the item is released to a person rather than sent to a place. */
    public boolean toPerson() {
        return activity == Activity.DEEMED_EXPORT || activity == Activity.DEEMED_REEXPORT;
    }

    /** A party with its role. */
    public record Participant(String partyId, Role role) {}

    /** The roles of 15 CFR 748.5 and the end user. */
    public enum Role {
        PURCHASER,
        INTERMEDIATE_CONSIGNEE,
        ULTIMATE_CONSIGNEE,
        END_USER
    }
}
