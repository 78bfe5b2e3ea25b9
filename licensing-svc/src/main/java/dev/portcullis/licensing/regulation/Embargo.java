package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Outcome;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A control of 15 CFR Part 746 on a destination.
 *
 * @param countries the destinations
 * @param regions the regions of them that it reaches; empty where it reaches all
 * @param otherRegions what a transaction says to name a region that is not reached
 * @param outcome what it leads to
 * @param policy how applications are reviewed; null where there is nothing to apply for
 * @param ear99 whether it reaches EAR99 items as well
 * @param ear99Question what must be asked of an EAR99 item where that is not settled; null where it is
 * @param ear99Free asks for what frees an EAR99 item; null where nothing does
 * @param regionQuestion what must be asked where no region was given; null where regions do not matter
 * @param deemed what it means for a release to a national of the country; null where it means nothing
 * @param partyQuestion what must be asked of a party that is at home there while the item goes elsewhere; null for nothing
 * @param publishedQuestion what must be asked of an item that is not subject to the EAR; null for nothing
 */
public record Embargo(
        String id,
        Set<CountryCode> countries,
        Set<String> regions,
        Set<String> otherRegions,
        String citation,
        Outcome outcome,
        @Nullable ReviewPolicy policy,
        boolean ear99,
        @Nullable String ear99Question,
        @Nullable String ear99Free,
        @Nullable String regionQuestion,
        @Nullable Deemed deemed,
        @Nullable String partyQuestion,
        @Nullable String publishedQuestion) {

    /**
     * A release to a national, who is not in the country (15 CFR 734.13(b)).
     *
     * @param outcome what it leads to for items of the control list
     * @param policy how applications are reviewed; null where there is nothing to apply for
     * @param ear99Question what must be asked of an EAR99 item, and of every item where the outcome is a review
     */
    public record Deemed(Outcome outcome, @Nullable ReviewPolicy policy, String ear99Question) {}

    /** The reason by which license exceptions name the control. */
    public String reason() {
        return "EMBARGO:" + id;
    }

    /** The fact by which a transaction states what frees an EAR99 item. */
    public String ear99FreeFact() {
        return "embargo." + id + ".ear99Free";
    }
}
