package dev.portcullis.screening.ownership;

import java.util.Arrays;

/**
 * Whose shares count in whole: the least set that holds those who are listed and each node of which the set's members own the threshold or more in
 * the aggregate. An operator that only ever adds has one least fixed point, whatever the order and whatever cycles there are; two companies
 * that own nothing but each other are therefore not in it. Found in rounds, in time linear in the number of stakes.
 */
final class Blockedness {
    private static final int OUTSIDE = Integer.MAX_VALUE;

    /** The round in which a node came in, 0 for those who are listed. What brought a node in came in before it. */
    private final int[] round;

    private Blockedness(int[] round) {
        this.round = round;
    }

    /**
     * Finds the set.
     *
     * @param shares the share that counts of each edge, in units
     * @param listed the nodes with which it begins
     * @param threshold in units
     */
    static Blockedness of(OwnershipGraph graph, long[] shares, boolean[] listed, long threshold) {
        int[] round = new int[graph.nodes.size()];
        Arrays.fill(round, OUTSIDE);
        long[] sums = new long[round.length];
        int[] members = new int[round.length];
        int end = 0;
        for (int node = 0; node < round.length; node++) {
            if (listed[node]) {
                round[node] = 0;
                members[end++] = node;
            }
        }
        int now = 0;
        for (int from = 0; from < end; ) {
            now++;
            int roundEnd = end;
            for (; from < roundEnd; from++) {
                int member = members[from];
                for (int i = graph.outOf[member]; i < graph.outOf[member + 1]; i++) {
                    int edge = graph.out[i];
                    int owned = graph.owned[edge];
                    sums[owned] += shares[edge];
                    if (sums[owned] >= threshold && round[owned] == OUTSIDE) {
                        round[owned] = now;
                        members[end++] = owned;
                    }
                }
            }
        }
        return new Blockedness(round);
    }

    boolean holds(int node) {
        return round[node] != OUTSIDE;
    }

    boolean isListed(int node) {
        return round[node] == 0;
    }

    int round(int node) {
        return round[node];
    }
}
