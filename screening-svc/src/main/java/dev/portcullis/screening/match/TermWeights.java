package dev.portcullis.screening.match;

import dev.portcullis.screening.name.Lexicon;

/**
 * How telling a word is: ln(names / names that hold it). The counts of a list are added to those that ship with the
 * service, so that "technology" is as common to a list of fifty names as to one of fifty thousand, and a score does not
 * change because the list grew.
 */
final class TermWeights {
    /** How many names the shipped frequencies stand for. */
    private static final double SHIPPED_NAMES = 50_000;

    private final Lexicon lexicon;
    private final Profile profile;
    private final WordCounts counts;

    TermWeights(Lexicon lexicon, Profile profile, WordCounts counts) {
        this.lexicon = lexicon;
        this.profile = profile;
        this.counts = counts;
    }

    /**
     * The word with its weight.
     *
     * @param id its number among the words that are searched, negative where it has none
     */
    Term term(int id, String word) {
        double frequency = lexicon.frequency(word);
        double holding = Math.max(1, counts.count(word) + frequency * SHIPPED_NAMES);
        double weight = Math.max(0.5, Math.min(profile.rarest(), Math.log((counts.names() + SHIPPED_NAMES) / holding)));
        return Term.of(
                id,
                word,
                frequency > 0,
                lexicon.romanizations(word),
                word.length() == 1 ? weight * profile.initialWeight() : weight);
    }
}
