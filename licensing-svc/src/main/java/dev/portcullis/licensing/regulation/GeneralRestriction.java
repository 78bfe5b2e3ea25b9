package dev.portcullis.licensing.regulation;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A restriction on all license exceptions (15 CFR 740.2(a)): where it holds, only those remain that it names, or the others need a
 * further fact.
 *
 * @param citation where it stands
 * @param entries a pattern of the entries that it speaks of; null for all
 * @param items the entries and paragraphs that it speaks of; empty for all
 * @param reasons the reasons for control of which one must ask for the license; empty where that does not matter
 * @param to destinations for which it holds; nowhere means all, unless headquarters are named
 * @param headquarters headquarters for which it holds as well
 * @param notTo destinations for which it does not hold
 * @param allowed the exceptions that remain, by symbol or by name with paragraph
 * @param requires the facts with which the others remain too; empty where nothing helps
 */
public record GeneralRestriction(
        String citation,
        @Nullable Pattern entries,
        List<ItemScope> items,
        Set<String> reasons,
        CountryScope to,
        CountryScope headquarters,
        CountryScope notTo,
        Set<String> allowed,
        List<Requirement> requires) {

    /** Whether an exception remains. */
    public boolean allows(LicenseException exception) {
        return allowed.contains(exception.symbol()) || allowed.contains(exception.name());
    }
}
