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
 * @param regionQuestion what must be asked where no region was given; null where regions do not matter
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
        @Nullable String regionQuestion) {}
