package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.ItemState.Form;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a review policy applies. The first that fits is the one.
 *
 * @param rules the license requirements of which it speaks
 * @param tppBelow total processing performance below which it applies; null where that does not matter
 * @param dramBandwidthBelow gigabytes per second below which it applies; null where that does not matter
 * @param question what an application must answer; null where nothing special is asked
 */
public record ReviewPolicyRule(
        Set<String> rules,
        CountryScope to,
        CountryScope orHeadquarters,
        Set<Activity> activities,
        Set<Form> forms,
        @Nullable Double tppBelow,
        @Nullable Double dramBandwidthBelow,
        ReviewPolicy policy,
        String citation,
        @Nullable LocalDate effectiveFrom,
        @Nullable String question) {}
