package dev.portcullis.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole current state of a counterparty on {@value Topics#PARTIES}, owned by screening-svc.
 *
 * @param id opaque id of the party, the record's key
 * @param version rises by one with each change, a new screening result included
 * @param name the name under which the party was registered
 * @param country where the party is
 * @param headquarters where its headquarters are; absent means not known, which never permits where it matters
 * @param ultimateParentHeadquarters where the headquarters of its ultimate parent are (15 CFR 744.23(a)(3)); its own, where it
 *     has no parent; absent means not known
 * @param active whether the party may be dealt with at all
 * @param screening the result against the lists in use; absent until the party was screened, and then nothing is permitted
 * @param ownership what is known of listed parties that own it; absent where nobody has told an owner, which is not known, and no finding
 * @param changedAt when this state came about
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartyState(
        String id,
        long version,
        String name,
        CountryCode country,
        @Nullable CountryCode headquarters,
        @Nullable CountryCode ultimateParentHeadquarters,
        boolean active,
        @Nullable Screening screening,
        @Nullable Ownership ownership,
        Instant changedAt) {

    public PartyState {
        Require.text(id, "id");
        Require.version(version);
        Require.text(name, "name");
        Require.present(country, "country");
        Require.present(changedAt, "changedAt");
    }

    /** What the screening found. Only {@code CLEAR} may ever permit. */
    public enum Status {
        CLEAR,
        /** Near enough to a listed name that a person must look. */
        POSSIBLE_MATCH,
        /** The name or an alias of a listed party, to the letter after normalization. */
        LISTED
    }

    /**
     * A screening result.
     *
     * @param status the strictest finding among the hits; those that are cleared do not count
     * @param hits what was found, best first
     * @param cleared what was found, too, and is somebody else by the decision of two people; none in records from before there were cases
     * @param lists the editions that were searched
     * @param screenedAt when
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Screening(
            Status status, List<Hit> hits, List<Cleared> cleared, List<ListEdition> lists, Instant screenedAt) {
        public Screening {
            Require.present(status, "screening.status");
            Require.present(screenedAt, "screening.screenedAt");
            hits = hits == null ? List.of() : List.copyOf(hits);
            cleared = cleared == null ? List.of() : List.copyOf(cleared);
            lists = lists == null ? List.of() : List.copyOf(lists);
        }

        /** A screening of which nobody has decided anything. */
        public Screening(Status status, List<Hit> hits, List<ListEdition> lists, Instant screenedAt) {
            this(status, hits, List.of(), lists, screenedAt);
        }
    }

    /**
     * A hit that two people have found to be somebody else. It permits until its last day and no longer, whatever comes after.
     *
     * @param hit what was found
     * @param by the case, or the entry of the good-guy list, that says so
     * @param until the last day on which it holds
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Cleared(Hit hit, String by, LocalDate until) {
        public Cleared {
            Require.present(hit, "cleared.hit");
            Require.text(by, "cleared.by");
            Require.present(until, "cleared.until");
        }
    }

    /**
     * A listed party that a name is like.
     *
     * @param list the list's code, such as {@code EL}, {@code SDN}, {@code DPL}, {@code UVL} or {@code MEU}
     * @param entryId the entry's id on its list
     * @param listedName the entry's name
     * @param matchedName the entry's name or alias that was met
     * @param score 0 to 1, where 1 is equal after normalization
     * @param reference the notice that listed the entry, such as a Federal Register citation, where the list gives one
     * @param confirmedBy the case by which two people have found the party to be the listed one, whatever the score; absent where they have not
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hit(
            String list,
            String entryId,
            String listedName,
            String matchedName,
            double score,
            @Nullable String reference,
            @Nullable String confirmedBy) {
        public Hit {
            Require.text(list, "hit.list");
            Require.text(entryId, "hit.entryId");
            if (!(score >= 0 && score <= 1)) {
                throw new IllegalArgumentException("hit.score must lie between 0 and 1");
            }
        }

        /** A hit that nobody has confirmed. */
        public Hit(
                String list,
                String entryId,
                String listedName,
                String matchedName,
                double score,
                @Nullable String reference) {
            this(list, entryId, listedName, matchedName, score, reference, null);
        }

        /** Whether the party is taken for the listed one: by its name, to the letter, or because people have found so. */
        public boolean isTheListed() {
            return score >= 1 || confirmedBy != null;
        }
    }

    /**
     * An edition of a list that was searched.
     *
     * @param list the list's code
     * @param edition the edition's id, a digest or the publisher's own
     * @param loadedAt when screening-svc took it in
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ListEdition(String list, String edition, Instant loadedAt) {
        public ListEdition {
            Require.text(list, "list");
            Require.text(edition, "edition");
            Require.present(loadedAt, "loadedAt");
        }
    }

    /** How sure it is that listed parties own a party to the degree that a rule speaks of. */
    public enum OwnershipDegree {
        /** No listed party is known to own any of it. */
        NONE,
        /** Listed parties own some of it, and less than the rule speaks of for certain. */
        BELOW,
        /** What is not known could reach it: never a pass. */
        POSSIBLE,
        CERTAIN
    }

    /**
     * What the stakes that are told of a party come to.
     *
     * @param findings one of each rule on ownership
     * @param asOf the day on which it was so
     * @param assessedAt when
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Ownership(List<OwnershipFinding> findings, LocalDate asOf, Instant assessedAt) {
        public Ownership {
            Require.present(asOf, "ownership.asOf");
            Require.present(assessedAt, "ownership.assessedAt");
            findings = findings == null ? List.of() : List.copyOf(findings);
        }
    }

    /**
     * What comes of one rule. How the rule stands on a day is for its reader to say.
     *
     * @param rule the rule, such as {@code OFAC-50} or {@code BIS-AFFILIATES}
     * @param degree how sure it is
     * @param low percent that listed parties own in the aggregate at the least
     * @param high the same at the most
     * @param lists the codes of the lists on which they stand
     * @param chain the links that decide, nearest to the listed parties first, the first of them where there are many
     * @param redFlags codes of what must be found out, such as {@code UNKNOWN_SHARE}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record OwnershipFinding(
            String rule,
            OwnershipDegree degree,
            BigDecimal low,
            BigDecimal high,
            List<String> lists,
            List<String> chain,
            List<String> redFlags) {
        public OwnershipFinding {
            Require.text(rule, "ownership.rule");
            Require.present(degree, "ownership.degree");
            Require.present(low, "ownership.low");
            Require.present(high, "ownership.high");
            lists = lists == null ? List.of() : List.copyOf(lists);
            chain = chain == null ? List.of() : List.copyOf(chain);
            redFlags = redFlags == null ? List.of() : List.copyOf(redFlags);
        }
    }
}
