package dev.portcullis.screening.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.screening.list.Alias.Kind;
import dev.portcullis.screening.match.Evidence;
import dev.portcullis.screening.match.Match.LegalFormEvidence;
import dev.portcullis.screening.match.PartMatch;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a screening found, with all that is needed to find it again: the profile's version and the edition.
 *
 * @param status the strictest finding
 * @param profile the version of the matching profile
 * @param hits what was found, best first
 * @param cleared what was found, too, and is somebody else as people have decided: it counts for nothing and is shown
 * @param lists the lists that were searched, each with its edition
 * @param screenedAt when
 */
@RegisterForReflection
public record Finding(
        PartyState.Status status,
        String profile,
        List<Hit> hits,
        List<Cleared> cleared,
        List<PartyState.ListEdition> lists,
        Instant screenedAt) {
    public Finding {
        hits = List.copyOf(hits);
        cleared = cleared == null ? List.of() : List.copyOf(cleared);
        lists = List.copyOf(lists);
    }

    /**
     * A hit that is somebody else.
     *
     * @param hit the hit, explained as any other
     * @param by who says so
     */
    @RegisterForReflection
    public record Cleared(Hit hit, Clearance by) {}

    /** Whether the country that is known of a subject is one of the listed party's. */
    @RegisterForReflection
    public enum CountryEvidence {
        SAME,
        DIFFERENT,
        UNKNOWN
    }

    /**
     * A listed party that the subject is like, explained.
     *
     * @param list the code of the list
     * @param entryId the entry's id
     * @param listedName the name that the party is listed under
     * @param matchedName its name or alias that was met
     * @param queriedName the subject's name or alias that met it
     * @param nameKind how much the publisher stands by the matched name; absent in findings from before it was told
     * @param score 0 to 1, where 1 is equal after normalization
     * @param nameScore the score of the names alone; absent likewise
     * @param reference the notice that listed the party
     * @param programs the sanctions programs
     * @param countries the listed party's countries
     * @param country what the subject's country says
     * @param legalForm what the legal forms say
     * @param parts the score of the names, word by word
     * @param evidence what else is known, and what it does to the score
     * @param confirmedBy the case by which people have found the subject to be this one; absent where they have not
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hit(
            String list,
            String entryId,
            String listedName,
            String matchedName,
            String queriedName,
            @Nullable Kind nameKind,
            double score,
            @Nullable Double nameScore,
            @Nullable String reference,
            List<String> programs,
            List<String> countries,
            CountryEvidence country,
            LegalFormEvidence legalForm,
            List<PartMatch> parts,
            List<Evidence> evidence,
            @Nullable String confirmedBy) {
        public Hit {
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }

        /** The same hit, confirmed by a case or by none. */
        public Hit confirmedBy(@Nullable String caseId) {
            return new Hit(
                    list,
                    entryId,
                    listedName,
                    matchedName,
                    queriedName,
                    nameKind,
                    score,
                    nameScore,
                    reference,
                    programs,
                    countries,
                    country,
                    legalForm,
                    parts,
                    evidence,
                    caseId);
        }

        private PartyState.Hit toState() {
            return new PartyState.Hit(list, entryId, listedName, matchedName, score, reference, confirmedBy);
        }
    }

    /**
     * Whether this finding holds anything against the subject that an earlier one did not: a stricter status, or an entry that
     * was not met before. Without an earlier finding nothing was permitted, so that there is nothing to take back.
     */
    public boolean holdsMoreThan(@Nullable Finding earlier) {
        if (earlier == null) {
            return false;
        }
        return status.compareTo(earlier.status) > 0 || !earlier.entries().containsAll(entries());
    }

    private Set<List<String>> entries() {
        return hits.stream().map(hit -> List.of(hit.list, hit.entryId)).collect(Collectors.toSet());
    }

    /** The finding as other services read it, without the explanation. */
    public PartyState.Screening toState() {
        return new PartyState.Screening(
                status,
                hits.stream().map(Hit::toState).toList(),
                cleared.stream()
                        .map(one -> new PartyState.Cleared(one.hit.toState(), one.by.id(), one.by.until()))
                        .toList(),
                lists,
                screenedAt);
    }
}
