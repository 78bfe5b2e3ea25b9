package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.ItemState.Form;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is subject to the EAR, and what is an export (15 CFR Part 734).
 *
 * @param exclusions what takes an item or an activity out
 * @param deMinimis how much controlled content a foreign-made item may hold
 * @param directProducts the rules on foreign direct products
 * @param transit the countries of General Prohibition Eight
 * @param transitCitation where they stand
 * @param access what is asked of those who use an item over a network
 */
public record Jurisdiction(
        List<Exclusion> exclusions,
        DeMinimis deMinimis,
        List<DirectProduct> directProducts,
        Set<CountryCode> transit,
        String transitCitation,
        Access access) {

    /**
     * An exclusion, with the facts that it needs.
     *
     * @param authority what the answer names as permitting, such as {@code NOT_SUBJECT}
     * @param forms the forms of item that it reaches; empty for all
     * @param activities the activities that it reaches; empty for all
     * @param means how the item is given; empty for all
     * @param to destinations; nowhere means all
     * @param what it says, in our own words
     */
    public record Exclusion(
            String id,
            String authority,
            String citation,
            Set<Form> forms,
            Set<Activity> activities,
            Set<String> means,
            CountryScope to,
            String what,
            List<Requirement> requires) {}

    /**
     * The de minimis rules (15 CFR 734.4).
     *
     * @param limits in the order in which they are tried
     * @param reportForms forms of item for which a report must have been sent first
     * @param zeroContent content that has no level
     */
    public record DeMinimis(
            String citation,
            List<Limit> limits,
            Set<Form> reportForms,
            String reportQuestion,
            List<ZeroContent> zeroContent) {}

    /** A level in percent, for destinations. */
    public record Limit(CountryScope to, BigDecimal percent, String citation) {}

    /** Entries whose content has no de minimis level for destinations. */
    public record ZeroContent(Pattern entries, CountryScope to, String citation) {}

    /** A rule on foreign direct products (15 CFR 734.9): a flag that a person must settle. */
    public record DirectProduct(String fact, String citation, CountryScope to, Set<Form> forms, String question) {}

    /** What is asked where capacity is used over a network. */
    public record Access(String citation, CountryScope asks, String question) {}
}
