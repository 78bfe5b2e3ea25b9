package dev.portcullis.screening.match;

import dev.portcullis.screening.list.ListedParty;
import java.util.List;

/**
 * A listed party that a name is like, by the best of its names.
 *
 * @param entry the entry
 * @param matchedName the entry's name or alias that was met
 * @param alias whether that is an alias
 * @param score 0 to 1, where 1 is equal after normalization
 * @param parts the score, word by word
 * @param legalForm what the legal forms say
 */
public record Match(
        ListedParty entry,
        String matchedName,
        boolean alias,
        double score,
        List<PartMatch> parts,
        LegalFormEvidence legalForm) {
    public Match {
        parts = List.copyOf(parts);
    }

    /** Whether the name is equal to the listed one after normalization. */
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
