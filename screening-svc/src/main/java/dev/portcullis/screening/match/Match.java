package dev.portcullis.screening.match;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import java.util.List;

/**
 * A listed party that a name is like, by the best of its names.
 *
 * @param entry the entry
 * @param matchedName the entry's name or alias that was met
 * @param alias whether that is an alias
 * @param kind how much the publisher stands by it
 * @param score 0 to 1, where 1 is equal after normalization: the score of the names and the effects of the evidence
 * @param nameScore the score of the names alone, 0 to 1
 * @param parts the score of the names, word by word
 * @param legalForm what the legal forms say
 * @param evidence what else is known says
 */
public record Match(
        ListedParty entry,
        String matchedName,
        boolean alias,
        Alias.Kind kind,
        double score,
        double nameScore,
        List<PartMatch> parts,
        LegalFormEvidence legalForm,
        List<Evidence> evidence) {
    public Match {
        parts = List.copyOf(parts);
        evidence = List.copyOf(evidence);
    }

    /** Whether the name is equal to the listed one after normalization, and nothing speaks against it. */
    public boolean isExact() {
        return score == 1;
    }

    /** How the legal forms of two names compare. */
    public enum LegalFormEvidence {
        /** Of the same class, or none on either side. */
        AGREES,
        /** Only one of the names states one, which the other may have left out. */
        ONE_SIDED,
        /** Of two classes, or a legal form where a person or a vessel is listed. */
        CONTRADICTS
    }
}
