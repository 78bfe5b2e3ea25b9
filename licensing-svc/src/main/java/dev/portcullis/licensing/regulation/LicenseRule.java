package dev.portcullis.licensing.regulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A license requirement that the regulations state in prose.
 *
 * @param id by which control rows name it
 * @param reason such as {@code RS}
 * @param what it controls, in our own words
 * @param citation where it stands
 * @param effectiveFrom first day; null where it is older than the editions at hand
 * @param effectiveTo last day; null where it goes on
 * @param codified the reach of the text
 * @param enforced the reach that BIS says that it enforces; null where that is the text
 * @param whenTheyDiffer the company's decision
 * @param unsettled where it is for counsel to say whether the rule reaches; null where the reach is clear
 * @param deemedExportsExcluded the provision that takes deemed exports out; null where none does
 */
public record LicenseRule(
        String id,
        String reason,
        String what,
        String citation,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Reach codified,
        @Nullable Reach enforced,
        Decision whenTheyDiffer,
        @Nullable Unsettled unsettled,
        @Nullable String deemedExportsExcluded) {

    /**
     * Destinations for which the reach of a rule is an open question of law.
     *
     * @param question what counsel must decide
     */
    public record Unsettled(CountryScope scope, String question, String citation) {}

    /**
     * Whom a rule reaches.
     *
     * @param scope destinations
     * @param headquarters countries whose companies are reached wherever they are
     * @param from the countries that an item must leave for the rule to reach it; nowhere means any
     * @param citation where it is said, if elsewhere than the rule
     */
    public record Reach(
            CountryScope scope,
            CountryScope headquarters,
            CountryScope from,
            @Nullable String citation) {}

    /** What a company does where text and enforcement differ. */
    public enum Decision {
        FOLLOW_CODIFIED,
        FOLLOW_ENFORCED,
        REVIEW
    }

    boolean isInForce(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveTo == null || !day.isAfter(effectiveTo));
    }
}
