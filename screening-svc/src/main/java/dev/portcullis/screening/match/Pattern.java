package dev.portcullis.screening.match;

import java.util.Arrays;

/**
 * Edits between one word and many: insertion, deletion, substitution and the swap of two neighbors count one each (optimal string
 * alignment). The word's letters are bits of a machine word, so that a letter of the other costs a few instructions (H. Hyyrö, A
 * Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances, 2003). Used by one thread at a time.
 */
final class Pattern {
    private final long[] places = new long[36];
    private String word = "";

    /**
     * Takes the word that others are compared with.
     *
     * @param text letters and digits, 1 to {@value Term#LONGEST}
     */
    void set(String text) {
        Arrays.fill(places, 0);
        word = text;
        for (int i = 0; i < text.length(); i++) {
            places[slot(text.charAt(i))] |= 1L << i;
        }
    }

    private static int slot(char c) {
        return c >= 'a' ? c - 'a' : 26 + c - '0';
    }

    /** The number of edits to the other word, where it is at most {@code limit}, else {@code limit + 1}. */
    int within(String other, int limit) {
        int length = word.length();
        int n = other.length();
        if (Math.abs(length - n) > limit) {
            return limit + 1;
        }
        if (length == 0) {
            return n;
        }
        long vp = -1;
        long vn = 0;
        long d0 = 0;
        long before = 0;
        long last = 1L << length - 1;
        int edits = length;
        for (int i = 0; i < n; i++) {
            long equal = places[slot(other.charAt(i))];
            long swapped = ((~d0 & equal) << 1) & before;
            d0 = ((equal & vp) + vp ^ vp) | equal | vn | swapped;
            long hp = vn | ~(d0 | vp);
            long hn = d0 & vp;
            if ((hp & last) != 0) {
                edits++;
            } else if ((hn & last) != 0) {
                edits--;
            }
            hp = hp << 1 | 1;
            hn <<= 1;
            vp = hn | ~(d0 | hp);
            vn = hp & d0;
            before = equal;
        }
        return Math.min(edits, limit + 1);
    }
}
