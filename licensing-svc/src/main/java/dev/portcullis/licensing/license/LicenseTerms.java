package dev.portcullis.licensing.license;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom and where a license names. A party, country or person that it does not name is not covered: nothing is read into it.
 *
 * @param licensees the parties that hold the license
 * @param consignees the parties that may receive: consignees and end users
 * @param countries the destinations; for a deemed export the countries of the persons; empty names none
 * @param personIds the foreign persons of a deemed export license
 * @param conditions the conditions of the license, word for word, for people to keep (15 CFR 750.7(d))
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LicenseTerms(
        List<String> licensees,
        List<String> consignees,
        List<CountryCode> countries,
        List<String> personIds,
        @Nullable String conditions) {
    public LicenseTerms {
        licensees = licensees == null ? List.of() : List.copyOf(licensees);
        consignees = consignees == null ? List.of() : List.copyOf(consignees);
        countries = countries == null ? List.of() : List.copyOf(countries);
        personIds = personIds == null ? List.of() : List.copyOf(personIds);
    }
}
