package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.Eccn;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An "is informed" letter: BIS has told the company that a license is required for certain items, places or parties although
 * no list says so (15 CFR 744.23(b) and its like).
 *
 * <p>A hold reaches the items that it names, on their way to any of the targets that it names: a destination, a party, or the place
 * of a party's headquarters or ultimate parent. One that names no item reaches every item; one that names no target, every way.
 *
 * @param id the hold's id
 * @param letterReference names the letter
 * @param effectiveFrom first day
 * @param effectiveUntil last day; null where it holds until it is withdrawn
 * @param itemIds items
 * @param eccns entries
 * @param countries destinations
 * @param countryGroups destinations by group, such as {@code D:5}
 * @param headquarters countries of headquarters or ultimate parents
 * @param partyIds parties
 * @param outcome {@code LICENSE_REQUIRED} or {@code REVIEW}
 * @param citation the provision on which the letter rests
 */
public record IsInformedHold(
        String id,
        String letterReference,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        Set<String> itemIds,
        Set<Eccn> eccns,
        Set<CountryCode> countries,
        Set<String> countryGroups,
        Set<CountryCode> headquarters,
        Set<String> partyIds,
        Outcome outcome,
        String citation) {

    public IsInformedHold {
        itemIds = Set.copyOf(itemIds);
        eccns = Set.copyOf(eccns);
        countries = Set.copyOf(countries);
        countryGroups = Set.copyOf(countryGroups);
        headquarters = Set.copyOf(headquarters);
        partyIds = Set.copyOf(partyIds);
        if (outcome != Outcome.LICENSE_REQUIRED && outcome != Outcome.REVIEW) {
            throw new IllegalArgumentException("a hold leads to LICENSE_REQUIRED or REVIEW");
        }
        if (itemIds.isEmpty()
                && eccns.isEmpty()
                && countries.isEmpty()
                && countryGroups.isEmpty()
                && headquarters.isEmpty()
                && partyIds.isEmpty()) {
            throw new IllegalArgumentException("a hold names an item, a place or a party");
        }
    }

    /** Whether the letter is in effect on a day. */
    public boolean isInEffect(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveUntil == null || !day.isAfter(effectiveUntil));
    }
}
