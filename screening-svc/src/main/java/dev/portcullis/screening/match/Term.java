package dev.portcullis.screening.match;

/**
 * A word with what its comparison needs. Terms of an index are shared by all its names.
 *
 * @param text lower-case ASCII
 * @param sound see {@link Sound#of}
 * @param consonants see {@link Sound#consonants}
 * @param hasDigit whether it is a number, or a code such as a ship's or a bureau's: one digit off is another one
 * @param isCommon whether it is one of the common words that ship with the service
 * @param weight how telling the word is: the logarithm of how many names there are to one that holds it
 */
record Term(String text, String sound, String consonants, boolean hasDigit, boolean isCommon, double weight) {
    static Term of(String text, boolean isCommon, double weight) {
        String sound = Sound.of(text);
        return new Term(
                text, sound, Sound.consonants(sound), text.chars().anyMatch(Character::isDigit), isCommon, weight);
    }

    boolean isLetter() {
        return text.length() == 1 && !Character.isDigit(text.charAt(0));
    }

    /** Written without vowels, as Arabic and Hebrew are. */
    boolean isConsonantal() {
        return text.chars().noneMatch(c -> Sound.isVowel((char) c));
    }
}
