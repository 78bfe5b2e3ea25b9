package dev.portcullis.screening.ownership;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * On which lists those stand from whom each member's standing comes, at whatever distance. A set of lists is a bit mask that only ever grows, so
 * that it ends, in time linear in the stakes times the lists.
 */
final class ListsAbove {
    private final OwnershipGraph graph;
    private final Blockedness members;
    private final long[] shares;
    private final long[] masks;
    private final List<String> codes;

    /**
     * Finds the lists.
     *
     * @param own the lists of each node itself, as bits by their place in the codes
     */
    ListsAbove(OwnershipGraph graph, Blockedness members, long[] shares, long[] own, List<String> codes) {
        this.graph = graph;
        this.members = members;
        this.shares = shares;
        this.masks = own.clone();
        this.codes = List.copyOf(codes);
        Deque<Integer> open = new ArrayDeque<>();
        for (int node = 0; node < masks.length; node++) {
            if (masks[node] != 0) {
                open.add(node);
            }
        }
        while (!open.isEmpty()) {
            int node = open.remove();
            for (int i = graph.outOf[node]; i < graph.outOf[node + 1]; i++) {
                int edge = graph.out[i];
                int owned = graph.owned[edge];
                if (shares[edge] > 0 && members.holds(owned) && (masks[owned] | masks[node]) != masks[owned]) {
                    masks[owned] |= masks[node];
                    open.add(owned);
                }
            }
        }
    }

    /** The lists above a node, and its own where asked for. */
    List<String> of(int node, boolean own) {
        long mask = own ? masks[node] : 0;
        for (int e = graph.into[node]; e < graph.into[node + 1]; e++) {
            mask |= shares[e] > 0 && members.holds(graph.owner[e]) ? masks[graph.owner[e]] : 0;
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if ((mask >> i & 1) != 0) {
                found.add(codes.get(i));
            }
        }
        return found;
    }
}
