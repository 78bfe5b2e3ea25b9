package dev.portcullis.classification.program;

import dev.portcullis.classification.datasheet.Datasheet;
import java.util.Arrays;

/**
 * All that the rules of a day can tell apart in a datasheet: its form, and the rank of each fact among the values that a rule asks
 * for. Two datasheets of equal signature have equal decisions under the program that made the signatures, and under no other.
 */
public final class Signature {
    private final Datasheet.Kind kind;
    private final int[] ranks;

    /** Takes the ranks over; nobody else may keep them. */
    Signature(Datasheet.Kind kind, int[] ranks) {
        this.kind = kind;
        this.ranks = ranks;
    }

    Datasheet.Kind kind() {
        return kind;
    }

    int[] ranks() {
        return ranks;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature signature && kind == signature.kind && Arrays.equals(ranks, signature.ranks);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ranks) + kind.ordinal();
    }

    @Override
    public String toString() {
        return kind + Arrays.toString(ranks);
    }
}
