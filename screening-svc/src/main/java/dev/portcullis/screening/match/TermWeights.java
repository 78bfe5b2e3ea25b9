package dev.portcullis.screening.match;

import dev.portcullis.screening.name.Lexicon;
import java.util.Map;

/**
 * How telling a word is: ln(names / names that hold it). The counts of an edition are added to those that ship with the
 * service, so that "technology" is as common to a list of fifty names as to one of fifty thousand, and a score does not
 * change because the list grew.
 */
final class TermWeights {
    /** How many names the shipped frequencies stand for. */
    private static final double SHIPPED_NAMES = 50_000;

    private final Lexicon lexicon;
    private final Profile profile;
    private final Map<String, Integer> counts;
    private final double names;

    /**
     * @param counts in how many of the edition's names each word stands
     * @param names how many names the edition has
     */
    TermWeights(Lexicon lexicon, Profile profile, Map<String, Integer> counts, int names) {
        this.lexicon = lexicon;
        this.profile = profile;
        this.counts = counts;
        this.names = names;
    }

    /** The word with its weight. */
    Term term(String word) {
        return Term.of(word, lexicon.frequency(word) > 0, of(word));
    }

    private double of(String word) {
        double holding = Math.max(1, counts.getOrDefault(word, 0) + lexicon.frequency(word) * SHIPPED_NAMES);
        double weight = Math.max(0.5, Math.log((names + SHIPPED_NAMES) / holding));
        return word.length() == 1 ? weight * profile.initialWeight() : weight;
    }
}
