package dev.portcullis.screening.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * The figures that names are scored with, as data with a version. Shares and scores lie between 0 and 1.
 *
 * @param version names this set of figures in each result
 * @param reviewThreshold the score from which a person must look
 * @param inexactCeiling the most that a name can score that is not equal after normalization
 * @param omission how much a word that only one of the names has counts against a match
 * @param omissionAlone the same where only one word of either name has its counterpart
 * @param secondEdit how many times the first edit the second counts
 * @param firstLetter how many edits more one counts that changes the first letter
 * @param shortWords what is added to the penalty for each letter that a word lacks to seven
 * @param shortSounds what is taken from that for each letter that the longer word lacks to six
 * @param rarest the most that a word weighs, the natural logarithm of a number of names
 * @param otherRomanization the similarity of words that are one name in two romanizations
 * @param editPenalty what one edit takes from a word's similarity, divided by the word's length in letters
 * @param oneEditFrom the shortest word, in letters, that may differ by one edit
 * @param twoEditsFrom the shortest word, in letters, that may differ by two edits
 * @param sameSound the similarity of words that sound the same
 * @param unvowelled the similarity of words with the same consonants of which one is written without vowels
 * @param sameConsonants the similarity of words with the same consonants in the same order
 * @param commonWords the share of an edit's similarity that is left where both words are common ones
 * @param joined the similarity of one word with the same letters written as two
 * @param initial the similarity of a letter with a word that it begins
 * @param initialWeight the share of a word's weight that a single letter has
 * @param swappedParts the share of a similarity that is left where a family name meets a given name
 * @param weakCeiling the most that a weak alias can score alone
 * @param legalFormContradiction what contradicting legal forms take from the score
 * @param hits the most hits that an answer holds
 * @param effects what is known beside the names does to a score
 */
public record Profile(
        String version,
        double reviewThreshold,
        double inexactCeiling,
        double omission,
        double omissionAlone,
        double editPenalty,
        double secondEdit,
        double firstLetter,
        double shortWords,
        int oneEditFrom,
        int twoEditsFrom,
        double sameSound,
        double shortSounds,
        double rarest,
        double otherRomanization,
        double unvowelled,
        double sameConsonants,
        double commonWords,
        double joined,
        double initial,
        double initialWeight,
        double swappedParts,
        double weakCeiling,
        double legalFormContradiction,
        int hits,
        Effects effects) {

    /**
     * What evidence beside the names adds to a score or takes from it; each 0 to 1.
     *
     * @param sameCountry where a country is one of the listed party's
     * @param otherCountry taken where none is
     * @param sameBirthDay where a day of birth is the same
     * @param sameBirthYear where what is told of the birth does not differ
     * @param otherBirth taken where births are more than a year apart
     * @param sameAddress where an address is the same
     * @param identifierFloor the least score of a party with the same document or number
     * @param otherIdentifier taken where a number that a party has only one of differs
     * @param weakSupport where a weak alias is met beside another name
     */
    public record Effects(
            double sameCountry,
            double otherCountry,
            double sameBirthDay,
            double sameBirthYear,
            double otherBirth,
            double sameAddress,
            double identifierFloor,
            double otherIdentifier,
            double weakSupport) {}

    /** The same figures with answers from another score on, for what is shown and decides nothing. */
    public Profile withReviewThreshold(double threshold) {
        return new Profile(
                version,
                threshold,
                inexactCeiling,
                omission,
                omissionAlone,
                editPenalty,
                secondEdit,
                firstLetter,
                shortWords,
                oneEditFrom,
                twoEditsFrom,
                sameSound,
                shortSounds,
                rarest,
                otherRomanization,
                unvowelled,
                sameConsonants,
                commonWords,
                joined,
                initial,
                initialWeight,
                swappedParts,
                weakCeiling,
                legalFormContradiction,
                hits,
                effects);
    }

    /** The profile that ships with the service. */
    public static Profile shipped() {
        return Shipped.PROFILE;
    }

    private static final class Shipped {
        private static final Profile PROFILE = load();

        private static Profile load() {
            Properties figures = new Properties();
            try (InputStream in = Profile.class.getResourceAsStream("/profiles/matching.properties")) {
                figures.load(Objects.requireNonNull(in, "profiles/matching.properties"));
            } catch (IOException e) {
                throw new UncheckedIOException("the shipped matching profile is unreadable", e);
            }
            return new Profile(
                    text(figures, "version"),
                    share(figures, "review-threshold"),
                    share(figures, "inexact-ceiling"),
                    share(figures, "omission"),
                    share(figures, "omission-alone"),
                    Double.parseDouble(text(figures, "edit-penalty")),
                    Double.parseDouble(text(figures, "second-edit")),
                    Double.parseDouble(text(figures, "first-letter")),
                    share(figures, "short-words"),
                    Integer.parseInt(text(figures, "one-edit-from")),
                    Integer.parseInt(text(figures, "two-edits-from")),
                    share(figures, "same-sound"),
                    share(figures, "short-sounds"),
                    Double.parseDouble(text(figures, "rarest")),
                    share(figures, "other-romanization"),
                    share(figures, "unvowelled"),
                    share(figures, "same-consonants"),
                    share(figures, "common-words"),
                    share(figures, "joined"),
                    share(figures, "initial"),
                    share(figures, "initial-weight"),
                    share(figures, "swapped-parts"),
                    share(figures, "weak-ceiling"),
                    share(figures, "legal-form-contradiction"),
                    Integer.parseInt(text(figures, "hits")),
                    new Effects(
                            share(figures, "same-country"),
                            share(figures, "other-country"),
                            share(figures, "same-birth-day"),
                            share(figures, "same-birth-year"),
                            share(figures, "other-birth"),
                            share(figures, "same-address"),
                            share(figures, "identifier-floor"),
                            share(figures, "other-identifier"),
                            share(figures, "weak-support")));
        }

        private static double share(Properties figures, String name) {
            double value = Double.parseDouble(text(figures, name));
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalStateException("the matching profile's " + name + " must lie between 0 and 1");
            }
            return value;
        }

        private static String text(Properties figures, String name) {
            return Objects.requireNonNull(figures.getProperty(name), name).trim();
        }
    }
}
