package dev.portcullis.screening.match;

import dev.portcullis.screening.match.PartMatch.How;

/** How alike two words are, 0 to 1, and why. Symmetric. */
final class TermSimilarity {
    private final Profile profile;

    TermSimilarity(Profile profile) {
        this.profile = profile;
    }

    /**
     * A similarity with its reason.
     *
     * @param value 0 to 1
     * @param how why
     */
    record Result(double value, How how) {
        static final Result NONE = new Result(0, How.MISSING);
    }

    /** Compares two words. */
    Result of(Term a, Term b) {
        if (a.text().equals(b.text())) {
            return new Result(1, How.EQUAL);
        }
        if (a.isLetter() || b.isLetter()) {
            boolean begins = a.text().charAt(0) == b.text().charAt(0)
                    && a.text().length() != b.text().length();
            return begins ? new Result(profile.initial(), How.INITIAL) : Result.NONE;
        }
        if (a.hasDigit() || b.hasDigit()) {
            return Result.NONE;
        }
        int longer = Math.max(a.text().length(), b.text().length());
        int shorter = Math.min(a.text().length(), b.text().length());
        Result best = Result.NONE;
        if (shorter >= 3
                && (a.sound().equals(b.sound()) || isPlural(a.text(), b.text()) || isPlural(b.text(), a.text()))) {
            best = new Result(profile.sameSound(), How.SOUND);
        }
        int limit = longer >= profile.twoEditsFrom() ? 2 : longer >= profile.oneEditFrom() ? 1 : 0;
        // Two words that everybody knows are rarely a slip for one another: electric is not electronic.
        double most = a.isCommon() && b.isCommon() ? profile.commonWords() : 1;
        best = better(best, edits(a.text(), b.text(), limit, longer, most));
        best = better(best, edits(a.sound(), b.sound(), limit, longer, most * profile.sameSound()));
        if (sameConsonants(a, b, longer - shorter)) {
            best = better(best, new Result(profile.sameConsonants(), How.CONSONANTS));
        }
        return best;
    }

    private Result edits(String a, String b, int limit, int length, double most) {
        int edits = limit == 0 ? 1 : EditDistance.within(a, b, limit);
        return edits > limit
                ? Result.NONE
                : new Result(most * (1 - edits * profile.editPenalty() / length), How.SPELLING);
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
    private static boolean sameConsonants(Term a, Term b, int lengthDifference) {
        return a.consonants().length() >= 3
                && a.consonants().equals(b.consonants())
                && (lengthDifference <= 2 || a.isConsonantal() || b.isConsonantal());
    }

    private static Result better(Result a, Result b) {
        return b.value() > a.value() ? b : a;
    }
}
