package dev.portcullis.screening.match;

import dev.portcullis.screening.match.PartMatch.How;
import java.util.Arrays;

/** Words of an edition that are like one word, with how much and why. Grows while it is gathered, and is then left as it is. */
final class Likes {
    private int[] terms = new int[8];
    private double[] values = new double[8];
    private byte[] hows = new byte[8];
    private int size;

    void add(int term, double value, How how) {
        if (size == terms.length) {
            terms = Arrays.copyOf(terms, size * 2);
            values = Arrays.copyOf(values, size * 2);
            hows = Arrays.copyOf(hows, size * 2);
        }
        terms[size] = term;
        hows[size] = (byte) how.ordinal();
        values[size++] = value;
    }

    void clear() {
        size = 0;
    }

    /** As many places as are taken. */
    Likes copy() {
        Likes copy = new Likes();
        copy.terms = Arrays.copyOf(terms, size);
        copy.values = Arrays.copyOf(values, size);
        copy.hows = Arrays.copyOf(hows, size);
        copy.size = size;
        return copy;
    }

    int size() {
        return size;
    }

    int term(int i) {
        return terms[i];
    }

    double value(int i) {
        return values[i];
    }

    /** The ordinal of why. */
    byte how(int i) {
        return hows[i];
    }
}
