package dev.portcullis.screening.match;

import dev.portcullis.screening.name.Lexicon;

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
    private final double names;

    /** @param names how many names the edition has */
    TermWeights(Lexicon lexicon, Profile profile, int names) {
        this.lexicon = lexicon;
        this.profile = profile;
        this.names = names;
    }

    /**
     * The word with its weight.
     *
     * @param id its number in the edition, negative where it has none
     * @param count in how many of the edition's names it stands
     */
    Term term(int id, String word, int count) {
        double frequency = lexicon.frequency(word);
        double holding = Math.max(1, count + frequency * SHIPPED_NAMES);
        double weight = Math.max(0.5, Math.min(profile.rarest(), Math.log((names + SHIPPED_NAMES) / holding)));
        return Term.of(
                id,
                word,
                frequency > 0,
                lexicon.romanizations(word),
                word.length() == 1 ? weight * profile.initialWeight() : weight);
    }
}
