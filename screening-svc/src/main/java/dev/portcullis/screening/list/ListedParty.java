package dev.portcullis.screening.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a screening list.
 *
 * @param id the entry's id within its edition, the publisher's own where it gives one
 * @param list the code of its list, such as {@code EL} or {@code SDN}; see {@link ListCode}
 * @param type what is listed, where the list says so
 * @param name the name that it is listed under
 * @param aliases other names, none of them equal to the name
 * @param addresses addresses as the list writes them
 * @param countries ISO 3166-1 alpha-2 codes of the addresses, where they can be told
 * @param programs the sanctions programs that it is listed under
 * @param reference the notice that listed it, such as {@code 84 FR 22963}
 * @param licenseRequirement the license requirement that the list states (Supplement No. 4 to 15 CFR Part 744)
 * @param licensePolicy the license review policy that the list states
 * @param remarks the publisher's remarks
 * @param source where the publisher shows the list
 * @param particulars what else the list says of it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection
public record ListedParty(
        String id,
        String list,
        Type type,
        String name,
        List<Alias> aliases,
        List<String> addresses,
        List<String> countries,
        List<String> programs,
        @Nullable String reference,
        @Nullable String licenseRequirement,
        @Nullable String licensePolicy,
        @Nullable String remarks,
        @Nullable String source,
        Particulars particulars) {

    public ListedParty {
        if (id.isBlank() || list.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("an entry has an id, a list and a name");
        }
        aliases = copy(aliases);
        addresses = copy(addresses);
        countries = copy(countries);
        programs = copy(programs);
        particulars = particulars == null ? Particulars.NONE : particulars;
    }

    /** What is listed. */
    public enum Type {
        ENTITY,
        INDIVIDUAL,
        VESSEL,
        AIRCRAFT,
        /** The list does not say; the Bureau of Industry and Security's lists do not. */
        UNKNOWN;

        /** Whether the name of such an entry may carry a legal form. */
        public boolean mayHaveLegalForm() {
            return this == ENTITY || this == UNKNOWN;
        }
    }

    private static <T> List<T> copy(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
