package dev.portcullis.screening.match;

import dev.portcullis.screening.match.PartMatch.How;

/** How alike one word and others are, 0 to 1, and why. Symmetric. Used by one thread at a time. */
final class TermSimilarity {
    private static final long LETTERS = (1L << 58) - 1;

    private static final Term NOTHING = Term.of(-1, "0", false, new int[0], 0);

    private final Profile profile;
    private final int oneEditFrom;
    private final int twoEditsFrom;
    private final Pattern spelling = new Pattern();
    private final Pattern sound = new Pattern();
    private Term word = NOTHING;
    private boolean mayBePlural;
    private How how = How.MISSING;

    TermSimilarity(Profile profile) {
        this.profile = profile;
        this.oneEditFrom = profile.oneEditFrom();
        this.twoEditsFrom = profile.twoEditsFrom();
    }

    /** Takes the word that others are compared with. */
    void set(Term term) {
        word = term;
        spelling.set(term.text());
        sound.set(term.sound());
        mayBePlural = term.text().endsWith("y") || term.text().endsWith("ies");
    }

    /** Why the word that was compared last is alike. */
    How how() {
        return how;
    }

    /**
     * Whether another word may be alike by spelling or sound, told from the letters alone; never false where {@link #of} is above 0 for
     * another reason than the consonants.
     */
    boolean mayBeAlike(long letters, long soundLetters) {
        int length = (int) (letters >>> 58);
        int longer = Math.max(length, word.text().length());
        int limit = longer >= twoEditsFrom ? 2 : longer >= oneEditFrom ? 1 : 0;
        return within(word.letters(), letters, limit)
                || within(word.soundLetters(), soundLetters, limit)
                || within(word.letters(), letters, 2)
                        && Math.abs(length - word.text().length()) == 2;
    }

    private static boolean within(long a, long b, int limit) {
        int difference = (int) (a >>> 58) - (int) (b >>> 58);
        return difference <= limit && -difference <= limit && Long.bitCount((a ^ b) & LETTERS) <= 2 * limit;
    }

    /** Compares with another word. */
    double of(Term other) {
        how = How.EQUAL;
        if (word.text().equals(other.text())) {
            return 1;
        }
        how = How.MISSING;
        if (word.sharesGroup(other)) {
            how = How.ROMANIZATION;
            return profile.otherRomanization();
        }
        if (word.isLetter() || other.isLetter()) {
            return initial(other);
        }
        if (word.hasDigit() || other.hasDigit()) {
            return 0;
        }
        int longer = Math.max(word.text().length(), other.text().length());
        int shorter = Math.min(word.text().length(), other.text().length());
        double best = 0;
        if (shorter >= 3 && (word.sound().equals(other.sound()) || isPlural(other))) {
            // In a short word one letter is much of the name.
            best = better(best, profile.sameSound() - profile.shortSounds() * Math.max(0, 6 - longer), How.SOUND);
        }
        int limit = longer >= profile.twoEditsFrom() ? 2 : longer >= profile.oneEditFrom() ? 1 : 0;
        if (limit > 0) {
            // Two words that everybody knows are rarely a slip for one another: electric is not electronic.
            double most = word.isCommon() && other.isCommon() ? profile.commonWords() : 1;
            best = edits(best, spelling.within(other.text(), limit), limit, longer, word.text(), other.text(), most);
            double sounds = most * profile.sameSound();
            best = edits(best, sound.within(other.sound(), limit), limit, longer, word.sound(), other.sound(), sounds);
        }
        if ((word.isConsonantal() || other.isConsonantal()) && word.skeleton().equals(other.skeleton())) {
            best = better(best, unvowelled(other), How.CONSONANTS);
        }
        if (sameConsonants(other, longer - shorter)) {
            best = better(best, profile.sameConsonants(), How.CONSONANTS);
        }
        return best;
    }

    private double initial(Term other) {
        boolean begins = word.text().charAt(0) == other.text().charAt(0)
                && word.text().length() != other.text().length();
        return begins ? better(0, profile.initial(), How.INITIAL) : 0;
    }

    /** A slip weighs more in a short word, the second more than the first, and one in the first letter most. */
    private double edits(double best, int edits, int limit, int length, String a, String b, double most) {
        if (edits > limit) {
            return best;
        }
        double slips = edits <= 1 ? edits : 1 + (edits - 1) * profile.secondEdit();
        if (edits > 0 && a.charAt(0) != b.charAt(0)) {
            slips += profile.firstLetter();
        }
        double penalty = profile.editPenalty() + profile.shortWords() * Math.max(0, 7 - length);
        double value = most * Math.max(0, 1 - slips * penalty / length);
        return better(best, value, How.SPELLING);
    }

    private boolean isPlural(Term other) {
        return isPlural(word.text(), other.text()) || isPlural(other.text(), word.text());
    }

    /** Whether the second word is the English plural of the first. */
    private static boolean isPlural(String one, String many) {
        int letters = one.length();
        return many.length() == letters + 1 && many.charAt(letters) == 's' && many.startsWith(one)
                || many.length() == letters + 2
                        && one.endsWith("y")
                        && many.endsWith("ies")
                        && many.regionMatches(0, one, 0, letters - 1);
    }

    /** Vowels differ between romanizations of Arabic; two consonants are too few to tell words apart. */
    private boolean sameConsonants(Term other, int lengthDifference) {
        return word.consonants().length() >= 3
                && word.consonants().equals(other.consonants())
                && endsInVowel(word) == endsInVowel(other)
                && (Math.max(word.text().length(), other.text().length()) >= 5
                        || word.isConsonantal()
                        || other.isConsonantal())
                && (lengthDifference <= 2 || word.isConsonantal() || other.isConsonantal());
    }

    /** Words of which one is written without vowels, as Arabic script is: the more consonants agree, the more alike they are. */
    private double unvowelled(Term other) {
        int consonants = word.skeleton().length();
        boolean tooShort = consonants == 0
                || consonants == 1
                        && Math.max(word.text().length(), other.text().length()) > 4;
        return tooShort ? 0 : profile.unvowelled() - profile.shortSounds() * Math.max(0, 3 - consonants);
    }

    /** Ahmad is not Ahmadi. */
    private static boolean endsInVowel(Term term) {
        return Sound.isVowel(term.sound().charAt(term.sound().length() - 1));
    }

    private double better(double best, double value, How why) {
        if (value <= best) {
            return best;
        }
        how = why;
        return value;
    }
}
