package dev.portcullis.classification.program;

import java.util.Arrays;

/** The ranks of one datasheet while rules are asked: each is derived once, and the order in which they were needed is noted. */
final class Trace {
    private static final int UNREAD = Integer.MIN_VALUE;

    private final Ranks ranks;
    private final int[] known;
    private final int[] path;
    private int length;

    /** @param slots how many there are */
    Trace(Ranks ranks, int slots) {
        this.ranks = ranks;
        known = new int[slots];
        path = new int[slots];
        Arrays.fill(known, UNREAD);
    }

    /** The rank in a slot. */
    int of(int slot) {
        int rank = known[slot];
        if (rank == UNREAD) {
            rank = ranks.of(slot);
            known[slot] = rank;
            path[length++] = slot;
        }
        return rank;
    }

    /** The answer of a part that several rules ask. It follows from ranks that are noted, so it is not noted itself. */
    int kept(int slot, Node part) {
        if (known[slot] == UNREAD) {
            known[slot] = part.ask(this);
        }
        return known[slot];
    }

    /** How many ranks were needed. */
    int length() {
        return length;
    }

    /** The slot that was needed at a step. */
    int slot(int step) {
        return path[step];
    }

    /** The rank that was found at a step. */
    int rank(int step) {
        return known[path[step]];
    }
}
