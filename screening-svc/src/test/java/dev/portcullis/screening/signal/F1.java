package dev.portcullis.screening.signal;

import java.util.Set;

/** Counts of what was found, found wrongly and missed, and their harmonic mean. */
record F1(int found, int wrong, int missed) {
    static final F1 NONE = new F1(0, 0, 0);

    static F1 of(Set<String> expected, Set<String> actual) {
        int found = (int) actual.stream().filter(expected::contains).count();
        return new F1(found, actual.size() - found, expected.size() - found);
    }

    F1 plus(F1 other) {
        return new F1(found + other.found, wrong + other.wrong, missed + other.missed);
    }

    boolean isEmpty() {
        return found + wrong + missed == 0;
    }

    double value() {
        return isEmpty() ? 1 : 2.0 * found / (2.0 * found + wrong + missed);
    }
}
