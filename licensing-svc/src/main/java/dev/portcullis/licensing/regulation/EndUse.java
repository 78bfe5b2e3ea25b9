package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.Eccn;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What 15 CFR Part 744 says of an end use, for the items and places of one paragraph. Of the rules of one end use, the first that
 * reaches a transaction decides.
 *
 * @param code by which a transaction declares it
 * @param scope destinations that it reaches
 * @param headquarters countries whose companies it reaches wherever they are
 * @param eccns the entries that it reaches; empty where it reaches all items
 * @param exceptEccns the entries that it does not reach
 * @param outcome what it leads to
 * @param question what a person must settle where the outcome is a review; null where the end use itself is the question
 */
public record EndUse(
        String code,
        String citation,
        CountryScope scope,
        CountryScope headquarters,
        Set<Eccn> eccns,
        Set<Eccn> exceptEccns,
        Outcome outcome,
        @Nullable ReviewPolicy policy,
        @Nullable String question) {

    /**
     * Whether it reaches an item.
     *
     * @param eccn the item's entry; null where it is not classified
     */
    public boolean reaches(@Nullable Eccn eccn) {
        return (eccns.isEmpty() || (eccn != null && eccns.contains(eccn)))
                && (eccn == null || !exceptEccns.contains(eccn));
    }
}
