package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.CountryCode;
import java.util.Set;

/**
 * A set of countries as a rule words it. A country that is named is in it; one that is reached by a Country Group, or because
 * the rule is worldwide, is in it unless it is excepted.
 *
 * @param worldwide whether every country is reached
 * @param countries named countries
 * @param groups Country Groups, such as {@code D:5}
 * @param exceptCountries taken out again
 * @param exceptGroups taken out again
 */
public record CountryScope(
        boolean worldwide,
        Set<CountryCode> countries,
        Set<String> groups,
        Set<CountryCode> exceptCountries,
        Set<String> exceptGroups) {

    public static final CountryScope NOWHERE = new CountryScope(false, Set.of(), Set.of(), Set.of(), Set.of());

    /** Whether the rule reaches the country on the day of the groups. */
    public boolean covers(CountryCode country, CountryGroups on) {
        if (countries.contains(country)) {
            return true;
        }
        return (worldwide || on.isInAny(country, groups))
                && !exceptCountries.contains(country)
                && !on.isInAny(country, exceptGroups);
    }

    public boolean isNowhere() {
        return !worldwide && countries.isEmpty() && groups.isEmpty();
    }
}
