package dev.portcullis.screening.match;

/**
 * A word with what its comparison needs. Terms of an index are shared by all its names.
 *
 * @param id its number in the index, in the order of the texts; negative where the index does not have it
 * @param text lower-case ASCII, at most {@value #LONGEST} letters
 * @param sound see {@link Sound#of}
 * @param consonants see {@link Sound#consonants}
 * @param letters which letters the text has, see {@link #letters(String)}
 * @param soundLetters which letters the sound has
 * @param hasDigit whether it is a number, or a code such as a ship's or a bureau's: one digit off is another one
 * @param isCommon whether it is one of the common words that ship with the service
 * @param isConsonantal whether it is written without vowels, as Arabic and Hebrew are
 * @param skeleton see {@link Skeleton}
 * @param groups the names that the word is a romanization of, see {@link dev.portcullis.screening.name.Lexicon#romanizations}
 * @param weight how telling the word is: the logarithm of how many names there are to one that holds it
 */
record Term(
        int id,
        String text,
        String sound,
        String consonants,
        long letters,
        long soundLetters,
        boolean hasDigit,
        boolean isCommon,
        boolean isConsonantal,
        String skeleton,
        int[] groups,
        double weight) {
    /** Letters of a word that are looked at. */
    static final int LONGEST = 60;

    static Term of(int id, String text, boolean isCommon, int[] groups, double weight) {
        String sound = cut(Sound.of(text));
        return new Term(
                id,
                text,
                sound,
                Sound.consonants(sound),
                letters(text),
                letters(sound),
                text.chars().anyMatch(Character::isDigit),
                isCommon,
                text.chars().noneMatch(c -> Sound.isVowel((char) c)),
                Skeleton.of(text),
                groups,
                weight);
    }

    /** The first letters of a word, as many as are looked at. */
    static String cut(String word) {
        return word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    }

    /**
     * A bit for each letter that the word has and another for each that it has twice, of which one edit changes two at most; in the upper
     * six bits the word's length.
     */
    static long letters(String word) {
        long bits = (long) word.length() << 58;
        for (int i = 0; i < word.length(); i++) {
            int c = word.charAt(i) - 'a';
            if (c >= 0 && c < 26) {
                bits |= (bits & 1L << c) == 0 ? 1L << c : 1L << c + 32;
            }
        }
        return bits;
    }

    /** Whether both are romanizations of one name. */
    boolean sharesGroup(Term other) {
        for (int group : groups) {
            for (int its : other.groups) {
                if (group == its) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean isLetter() {
        return text.length() == 1 && !hasDigit;
    }
}
