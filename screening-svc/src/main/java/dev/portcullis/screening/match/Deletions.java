package dev.portcullis.screening.match;

/**
 * The neighbors of a word by deletion. Two words within d edits of each other share a word that is left when up to d letters
 * are deleted from the first letters of either (W. Garbe's symmetric delete method), so that a look-up of a word's own
 * neighbors finds all words within reach without trying an alphabet.
 */
final class Deletions {
    /** The most neighbors of a word: itself, and one or two of its first eight letters deleted. */
    static final int MOST = 37;

    /** Letters that are looked at; more would only make the neighborhoods larger. */
    private static final int PREFIX = 8;

    private Deletions() {}

    /** How many letters are deleted from a word, so that it meets each word that the profile lets it be compared with. */
    static int depth(String word, Profile profile) {
        if (word.length() >= profile.twoEditsFrom() - 2) {
            return 2;
        }
        return word.length() >= profile.oneEditFrom() - 1 ? 1 : 0;
    }

    /**
     * Writes the hash of the word's first letters and of each neighbor; some come more than once.
     *
     * @param hashes room for {@value #MOST}
     * @return how many there are
     */
    static int of(String word, int depth, int[] hashes) {
        int letters = Math.min(PREFIX, word.length());
        int count = 0;
        hashes[count++] = without(word, letters, -1, -1);
        for (int i = 0; i < letters && depth > 0; i++) {
            hashes[count++] = without(word, letters, i, -1);
            for (int j = i + 1; j < letters && depth > 1; j++) {
                hashes[count++] = without(word, letters, i, j);
            }
        }
        return count;
    }

    private static int without(String word, int letters, int first, int second) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < letters; i++) {
            if (i != first && i != second) {
                hash = Hashes.step(hash, word.charAt(i));
            }
        }
        return Hashes.mix(hash);
    }
}
