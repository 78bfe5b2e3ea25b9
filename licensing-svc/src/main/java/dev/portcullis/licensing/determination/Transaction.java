package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen, as far as the law asks. Who takes part is in the facts.
 *
 * @param activity the kind of transaction
 * @param itemId the item
 * @param personId who receives technology or source code; null unless the release is to a person
 * @param destination the country to which the item goes; null for a release to a person, which goes to the country that the person
 *     counts as
 * @param region of the destination, where rules tell regions apart; null where none was given
 * @param endUses declared end uses, by the codes of the law files; none is not the same as CIVIL
 * @param exceptionFacts documents and statements by name, such as {@code TSR.writtenAssurance}
 */
public record Transaction(
        Activity activity,
        String itemId,
        @Nullable String personId,
        @Nullable CountryCode destination,
        @Nullable String region,
        SortedSet<String> endUses,
        SortedMap<String, String> exceptionFacts) {

    public Transaction {
        endUses = new TreeSet<>(endUses);
        exceptionFacts = new TreeMap<>(exceptionFacts);
    }

    /** Whether the item is released to a person rather than sent to a place. */
    public boolean toPerson() {
        return activity == Activity.DEEMED_EXPORT || activity == Activity.DEEMED_REEXPORT;
    }
}
