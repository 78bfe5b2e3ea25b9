package dev.portcullis.licensing.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says. It holds the items that it names, on their way to whatever it names: an item is named by its id or its entry,
 * a target by the destination, a party, or the place of a party's headquarters or ultimate parent. A letter that names no item holds
 * every item on its way to its targets; one that names no target holds its items on every way.
 *
 * @param letterReference the letter's own reference
 * @param letterDate its date
 * @param effectiveFrom the first day on which it holds
 * @param effectiveUntil the last day; absent until BIS says otherwise
 * @param itemIds items
 * @param eccns entries of the Commerce Control List
 * @param countries destinations
 * @param countryGroups groups of destinations, such as {@code D:5} (Supplement No. 1 to 15 CFR Part 740)
 * @param partyIds parties
 * @param headquartersCountries where a party, or its ultimate parent, has its headquarters
 * @param note what the letter says, in words, for people to read
 * @param outcome what it makes of a transaction
 * @param citation the provision under which it was sent, such as {@code 15 CFR 744.23(b)}
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HoldTerms(
        @NotBlank @Size(max = 200) String letterReference,
        @NotNull LocalDate letterDate,
        @NotNull LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        @Size(max = 500) List<@NotBlank @Size(max = 64) String> itemIds,
        @Size(max = 100) List<@NotNull Eccn> eccns,
        @Size(max = 250) List<@NotNull CountryCode> countries,

        @Size(max = 20)
        List<@NotNull @Pattern(regexp = "[A-E](:[1-6])?", message = "must be a country group such as D:5") String>
                countryGroups,

        @Size(max = 500) List<@NotBlank @Size(max = 64) String> partyIds,
        @Size(max = 250) List<@NotNull CountryCode> headquartersCountries,
        @NotBlank @Size(max = 4000) String note,
        @NotNull Outcome outcome,
        @NotBlank @Size(max = 200) String citation) {

    public HoldTerms {
        itemIds = itemIds == null ? List.of() : List.copyOf(itemIds);
        eccns = eccns == null ? List.of() : List.copyOf(eccns);
        countries = countries == null ? List.of() : List.copyOf(countries);
        countryGroups = countryGroups == null ? List.of() : List.copyOf(countryGroups);
        partyIds = partyIds == null ? List.of() : List.copyOf(partyIds);
        headquartersCountries = headquartersCountries == null ? List.of() : List.copyOf(headquartersCountries);
    }

    /** What a letter makes of a transaction that it holds. */
    public enum Outcome {
        /** A person must look. */
        REVIEW,
        /** A license is required, whatever the lists say. */
        LICENSE_REQUIRED
    }

    /** Whether the letter names items. */
    public boolean namesItems() {
        return !itemIds.isEmpty() || !eccns.isEmpty();
    }

    /** Whether the letter names targets. */
    public boolean namesTargets() {
        return !countries.isEmpty()
                || !countryGroups.isEmpty()
                || !partyIds.isEmpty()
                || !headquartersCountries.isEmpty();
    }

    /** Whether the letter holds on a day. */
    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveUntil == null || !day.isAfter(effectiveUntil));
    }
}
