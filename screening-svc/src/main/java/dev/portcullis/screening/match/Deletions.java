package dev.portcullis.screening.match;

import java.util.function.Consumer;

/**
 * The neighbors of a word by deletion. Two words within d edits of each other share a word that is left when up to d letters
 * are deleted from the first letters of either (W. Garbe's symmetric delete method), so that a look-up of a word's own
 * neighbors finds all words within reach without trying an alphabet.
 */
final class Deletions {
    /** Letters that are looked at; more would only make the neighborhoods larger. */
    private static final int PREFIX = 7;

    private Deletions() {}

    /** How many letters are deleted from a word, so that it meets each word that the profile lets it be compared with. */
    static int depth(String word, Profile profile) {
        if (word.length() >= profile.twoEditsFrom() - 2) {
            return 2;
        }
        return word.length() >= profile.oneEditFrom() - 1 ? 1 : 0;
    }

    /** Calls back with the word's first letters and with each neighbor; some come more than once. */
    static void of(String word, int depth, Consumer<CharSequence> neighbor) {
        StringBuilder letters = new StringBuilder(word.substring(0, Math.min(PREFIX, word.length())));
        visit(letters, 0, depth, neighbor);
    }

    private static void visit(StringBuilder letters, int from, int depth, Consumer<CharSequence> neighbor) {
        neighbor.accept(letters);
        if (depth == 0) {
            return;
        }
        for (int i = from; i < letters.length(); i++) {
            char deleted = letters.charAt(i);
            letters.deleteCharAt(i);
            visit(letters, i, depth - 1, neighbor);
            letters.insert(i, deleted);
        }
    }
}
