package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.Eccn;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An end use of 15 CFR Part 744.
 *
 * @param code by which a transaction declares it
 * @param scope destinations or headquarters that it reaches
 * @param eccns the entries that it reaches; empty where it reaches all items
 * @param outcome what it leads to
 */
public record EndUse(
        String code,
        String citation,
        CountryScope scope,
        Set<Eccn> eccns,
        Outcome outcome,
        @Nullable ReviewPolicy policy) {}
