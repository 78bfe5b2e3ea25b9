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
 * <p>There are two kinds. One answers for a transaction; it never changes. The other answers, for one item, for everybody in one
 * {@link Situation}: whether the item's technology or source code may be released to them. It changes whenever item, license or law does,
 * speaks of no person, and its key starts with {@value #SITUATION_PREFIX}.
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
 * @param situation whom it answers for; absent for a transaction
 * @param questions what a person must settle before there can be another answer; empty for a transaction
 * @param ahead other answers that the law already holds for days to come, in the order of their days
 * @param licenses licenses that would cover a release to persons whom they name, while the answer is that one is required
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
        Instant determinedAt,
        @Nullable Situation situation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> questions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Ahead> ahead,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Covering> licenses) {
    /** What the key of an answer for a situation starts with, and that of a transaction never does. */
    public static final String SITUATION_PREFIX = "dxs-";

    /** The answer for a transaction. */
    public DeterminationState(
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
        this(
                id,
                version,
                activity,
                itemId,
                partyIds,
                personId,
                destination,
                outcome,
                authority,
                citations,
                asOf,
                determinedAt,
                null,
                List.of(),
                List.of(),
                List.of());
    }

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
        questions = questions == null ? List.of() : List.copyOf(questions);
        ahead = ahead == null ? List.of() : List.copyOf(ahead);
        licenses = licenses == null ? List.of() : List.copyOf(licenses);
        if (situation != null && personId != null) {
            throw new IllegalArgumentException("an answer for a situation speaks of no person");
        }
    }

    /**
     * What a deemed export turns on, as far as it is the same for several persons: all that a determination reads of a person but whether
     * that one works here and until when.
     *
     * @param standing whether a release can be a deemed export at all
     * @param country the most recent country of citizenship or permanent residency (15 CFR 734.13(b)); present exactly for
     *     foreign persons
     * @param nationalities every foreign country of citizenship, in order, for rules that look at all
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Situation(
            PersonState.Standing standing, @Nullable CountryCode country, List<CountryCode> nationalities) {
        public Situation {
            Require.present(standing, "situation.standing");
            nationalities = nationalities == null
                    ? List.of()
                    : nationalities.stream().distinct().sorted().toList();
        }

        /** The situation that a person is in. */
        public static Situation of(PersonState person) {
            return new Situation(person.standing(), person.deemedExportCountry(), person.nationalities());
        }
    }

    /**
     * Another answer on a day to come.
     *
     * @param from the first day on which it holds
     * @param outcome the answer
     * @param authority what permits then; absent where nothing does
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ahead(
            LocalDate from, Outcome outcome, @Nullable String authority) {
        public Ahead {
            Require.present(from, "ahead.from");
            Require.present(outcome, "ahead.outcome");
        }
    }

    /**
     * A license that covers a release of the item to persons whom it names.
     *
     * @param licenseId opaque id of the license
     * @param number the number that the authority gave it
     * @param line the line that covers
     * @param validUntil last day
     * @param personIds opaque ids of the persons of this situation whom it names
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Covering(String licenseId, String number, int line, LocalDate validUntil, List<String> personIds) {
        public Covering {
            Require.text(licenseId, "license.licenseId");
            Require.text(number, "license.number");
            Require.present(validUntil, "license.validUntil");
            personIds = personIds == null ? List.of() : List.copyOf(personIds);
        }
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
