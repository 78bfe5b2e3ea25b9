package dev.portcullis.screening.match;

/** Hashes of words, of their neighbors by deletion and of the letters of two words together. */
final class Hashes {
    private Hashes() {}

    /** FNV-1a with a final mix. */
    static int of(CharSequence text) {
        int h = 0x811C9DC5;
        for (int i = 0; i < text.length(); i++) {
            h = step(h, text.charAt(i));
        }
        return mix(h);
    }

    static int step(int hash, char c) {
        return (hash ^ c) * 0x01000193;
    }

    static int mix(int hash) {
        int h = (hash ^ hash >>> 15) * 0x2C1B3C6D;
        h = (h ^ h >>> 12) * 0x297A2D39;
        return h ^ h >>> 15;
    }

    /**
     * A sum over a word's letters, whatever their order: the sum of two words is that of the word in which they are written as one, whichever
     * of them comes first.
     */
    static int letters(String word) {
        int sum = 0;
        for (int i = 0; i < word.length(); i++) {
            sum += mix(word.charAt(i) * 0x9E3779B1);
        }
        return sum;
    }
}
