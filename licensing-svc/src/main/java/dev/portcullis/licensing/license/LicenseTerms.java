package dev.portcullis.licensing.license;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.licensing.determination.Transaction.Role;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom and where a license names. A party, country or person that it does not name is not covered: nothing is read into it.
 *
 * @param licensees the parties that hold the license
 * @param consignees the parties that may receive: consignees and end users
 * @param countries the destinations; for a deemed export the countries of the persons; empty names none
 * @param personIds the foreign persons to whom it allows releases
 * @param legalEntities the legal entities that may export under it
 * @param organizationUnits the parts of the company that may
 * @param partyRoles the roles in which parties may take part
 * @param referenceDocuments the contracts, orders or agreements that it was granted for
 * @param endUses the end uses that it allows, by the codes of the law files; empty leaves them to the determination
 * @param conditions the conditions of the license, word for word, for people to keep (15 CFR 750.7(d))
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LicenseTerms(
        List<String> licensees,
        List<String> consignees,
        List<CountryCode> countries,
        List<String> personIds,
        List<String> legalEntities,
        List<String> organizationUnits,
        List<Role> partyRoles,
        List<String> referenceDocuments,
        List<String> endUses,
        @Nullable String conditions) {
    public LicenseTerms {
        licensees = listed(licensees);
        consignees = listed(consignees);
        countries = listed(countries);
        personIds = listed(personIds);
        legalEntities = listed(legalEntities);
        organizationUnits = listed(organizationUnits);
        partyRoles = listed(partyRoles);
        referenceDocuments = listed(referenceDocuments);
        endUses = listed(endUses);
    }

    /** What was stored before a list was known of, and what was left out, names nothing. */
    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
