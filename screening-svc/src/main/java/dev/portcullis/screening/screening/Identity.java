package dev.portcullis.screening.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.screening.list.ListedParty.Type;
import dev.portcullis.screening.screening.SubjectRequest.Document;
import dev.portcullis.screening.screening.SubjectRequest.NameParts;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tells somebody who is kept from others of the same names, as it is stored beside names, country and addresses. It is personal data of people:
 * it goes into no event, no ledger entry and no log, and serves comparison with the lists alone.
 *
 * @param type what it is; absent where nobody told
 * @param nameParts a person's name told apart
 * @param countries further countries: of nationalities, flags or branches
 * @param birthDate see {@link SubjectRequest#birthDate}
 * @param identifiers documents and numbers
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Identity(
        @Nullable Type type,
        @Nullable NameParts nameParts,
        List<CountryCode> countries,
        @Nullable String birthDate,
        List<Document> identifiers) {
    /** Nothing is known beside names, country and addresses. */
    public static final Identity UNKNOWN = new Identity(null, null, List.of(), null, List.of());

    public Identity {
        countries = countries == null ? List.of() : List.copyOf(countries);
        identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
    }

    /** Who is screened: what {@code /v1/screenings} makes of the same words. */
    public Subject subject(String name, List<String> aliases, CountryCode country, List<String> addresses) {
        return new SubjectRequest(
                        null,
                        name,
                        List.copyOf(aliases),
                        type,
                        nameParts,
                        country,
                        List.copyOf(countries),
                        birthDate,
                        List.copyOf(addresses),
                        List.copyOf(identifiers))
                .toSubject();
    }
}
