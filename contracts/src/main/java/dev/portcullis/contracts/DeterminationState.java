package dev.portcullis.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A license determination on {@value Topics#DETERMINATIONS}, owned by licensing-svc.
 *
 * @param id opaque id of the determination, the record's key
 * @param version rises by one with each change
 * @param activity what was to happen
 * @param itemId the item
 * @param partyIds the parties to the transaction
 * @param personId the person who would receive technology or source code; absent unless the release is to a person
 * @param destination the country of destination; absent where it is not known, and for a release to a person, whose nationality no
 *     topic but that of persons tells
 * @param outcome the answer
 * @param authority what permits, such as {@code NLR} or {@code ENC}; absent where nothing does, and for a
 *     release to a person
 * @param citations the provisions that decided; for a release to a person those on which every such release is judged
 * @param asOf the day whose law was applied
 * @param determinedAt when it was determined
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeterminationState(
        String id,
        long version,
        Activity activity,
        String itemId,
        List<String> partyIds,
        @Nullable String personId,
        @Nullable CountryCode destination,
        Outcome outcome,
        @Nullable String authority,
        List<String> citations,
        LocalDate asOf,
        Instant determinedAt) {

    public DeterminationState {
        Require.text(id, "id");
        Require.version(version);
        Require.present(activity, "activity");
        Require.text(itemId, "itemId");
        Require.present(outcome, "outcome");
        Require.present(asOf, "asOf");
        Require.present(determinedAt, "determinedAt");
        partyIds = partyIds == null ? List.of() : List.copyOf(partyIds);
        citations = citations == null ? List.of() : List.copyOf(citations);
    }

    /** The kind of transaction (15 CFR 734.13, 734.14, 734.16). */
    public enum Activity {
        EXPORT,
        REEXPORT,
        IN_COUNTRY_TRANSFER,
        DEEMED_EXPORT,
        DEEMED_REEXPORT
    }

    /** The answers that a determination can give. */
    public enum Outcome {
        NO_LICENSE_REQUIRED,
        EXCEPTION,
        LICENSE_REQUIRED,
        PROHIBITED,
        /** A fact is missing or too old, or the law leaves the answer to a person. Never permits. */
        REVIEW
    }
}
