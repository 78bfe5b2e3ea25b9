package dev.portcullis.screening.ownership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who owned whom on one day. Owners that are the same are one node. Stakes of one owner in one company are one edge: what a source tells in
 * several stakes is added up, since shares of two classes are both shares; where several sources speak, they speak of the same shares, and the
 * edge is the narrowest range that holds what each of them says. Immutable; the order of the stakes makes no difference.
 */
public final class OwnershipGraph {
    private static final long ALL = Share.UNKNOWN.highUnits();

    private static final Comparator<Part> BY_EDGE = Comparator.comparingInt((Part part) -> part.owned)
            .thenComparingInt(part -> part.owner)
            .thenComparing(part -> part.stake.source())
            .thenComparing(part -> part.stake.share().low())
            .thenComparing(part -> part.stake.share().high())
            .thenComparing(part -> String.valueOf(part.stake.from()))
            .thenComparing(part -> String.valueOf(part.stake.to()))
            .thenComparing(part -> part.stake.owner())
            .thenComparing(part -> part.stake.owned());

    final LocalDate day;
    final List<Owner> nodes;
    private final Map<Owner, Integer> index;

    /** Edges in the order of what is owned, then of the owner; those into node n are {@code into[n]} to {@code into[n + 1]}. */
    final int[] into;

    final int[] owner;
    final int[] owned;
    final long[] low;
    final long[] high;
    final boolean[] disagreed;

    /** Edges out of node n, as places in the arrays above: {@code out[outOf[n]]} to {@code out[outOf[n + 1]]}. */
    final int[] outOf;

    final int[] out;

    /** The stakes of each edge, {@code stakesOf[e]} to {@code stakesOf[e + 1]} of {@code parts}. */
    private final int[] stakesOf;

    private final Part[] parts;

    /** Who controls a node without owning it, by node. */
    private final Map<Integer, List<Stake>> controls;

    private record Part(int owner, int owned, Stake stake) {}

    /** The graph of the stakes that hold on a day. */
    public static OwnershipGraph of(Collection<Stake> stakes, LocalDate day) {
        return new OwnershipGraph(
                stakes.stream().filter(stake -> stake.holdsOn(day)).toList(), day);
    }

    private OwnershipGraph(List<Stake> stakes, LocalDate day) {
        this.day = day;
        Set<Owner> owners = new HashSet<>();
        for (Stake stake : stakes) {
            owners.add(stake.owner());
            owners.add(stake.owned());
        }
        nodes = owners.stream().sorted().toList();
        index = new HashMap<>(nodes.size() * 2);
        for (int i = 0; i < nodes.size(); i++) {
            index.put(nodes.get(i), i);
        }
        int[] one = same(stakes);
        index.replaceAll((node, place) -> one[place]);
        parts = parts(stakes);
        controls = controls(stakes);
        int edges = 0;
        for (int i = 0; i < parts.length; i++) {
            edges += startsEdge(i) ? 1 : 0;
        }
        into = new int[nodes.size() + 1];
        outOf = new int[nodes.size() + 1];
        owner = new int[edges];
        owned = new int[edges];
        low = new long[edges];
        high = new long[edges];
        disagreed = new boolean[edges];
        stakesOf = new int[edges + 1];
        out = new int[edges];
        fillEdges();
    }

    /** For each node the least one that is the same. */
    private int[] same(List<Stake> stakes) {
        int[] one = new int[nodes.size()];
        Arrays.setAll(one, i -> i);
        for (Stake stake : stakes) {
            if (stake.kind() == Stake.Kind.SAME) {
                int a = root(one, place(stake.owner()));
                int b = root(one, place(stake.owned()));
                one[Math.max(a, b)] = Math.min(a, b);
            }
        }
        for (int i = 0; i < one.length; i++) {
            one[i] = root(one, i);
        }
        return one;
    }

    private static int root(int[] one, int node) {
        int root = node;
        while (one[root] != root) {
            one[root] = one[one[root]];
            root = one[root];
        }
        return root;
    }

    private int place(Owner node) {
        Integer place = index.get(node);
        if (place == null) {
            throw new IllegalArgumentException("no stake speaks of the owner");
        }
        return place;
    }

    /** Ownership in the order of the edges. What a company holds of itself is nobody's share. */
    private Part[] parts(List<Stake> stakes) {
        List<Part> found = new ArrayList<>(stakes.size());
        for (Stake stake : stakes) {
            int from = place(stake.owner());
            int to = place(stake.owned());
            if (stake.kind() == Stake.Kind.OWNERSHIP && from != to) {
                found.add(new Part(from, to, stake));
            }
        }
        Part[] sorted = found.toArray(Part[]::new);
        Arrays.sort(sorted, BY_EDGE);
        return sorted;
    }

    private Map<Integer, List<Stake>> controls(List<Stake> stakes) {
        Map<Integer, List<Stake>> found = new HashMap<>();
        for (Stake stake : stakes) {
            if (stake.kind() == Stake.Kind.CONTROL) {
                found.computeIfAbsent(place(stake.owned()), node -> new ArrayList<>())
                        .add(stake);
            }
        }
        return found;
    }

    private boolean startsEdge(int part) {
        return part == 0 || parts[part].owner != parts[part - 1].owner || parts[part].owned != parts[part - 1].owned;
    }

    private void fillEdges() {
        int edge = -1;
        for (int from = 0; from < parts.length; ) {
            int end = from + 1;
            while (end < parts.length && !startsEdge(end)) {
                end++;
            }
            edge++;
            stakesOf[edge] = from;
            owner[edge] = parts[from].owner;
            owned[edge] = parts[from].owned;
            range(edge, from, end);
            into[owned[edge] + 1]++;
            outOf[owner[edge] + 1]++;
            from = end;
        }
        stakesOf[edge + 1] = parts.length;
        for (int node = 0; node < nodes.size(); node++) {
            into[node + 1] += into[node];
            outOf[node + 1] += outOf[node];
        }
        int[] next = Arrays.copyOf(outOf, outOf.length);
        for (int e = 0; e < owner.length; e++) {
            out[next[owner[e]]++] = e;
        }
    }

    private void range(int edge, int from, int end) {
        long least = ALL;
        long most = 0;
        int sources = 0;
        long widest = 0;
        for (int i = from; i < end; ) {
            String source = parts[i].stake.source();
            long lowSum = 0;
            long highSum = 0;
            for (; i < end && parts[i].stake.source().equals(source); i++) {
                lowSum = Math.min(ALL, lowSum + parts[i].stake.share().lowUnits());
                highSum = Math.min(ALL, highSum + parts[i].stake.share().highUnits());
            }
            sources++;
            widest = Math.max(widest, highSum - lowSum);
            least = Math.min(least, lowSum);
            most = Math.max(most, highSum);
        }
        low[edge] = least;
        high[edge] = most;
        disagreed[edge] = sources > 1 && most - least > widest;
    }

    /** The node of an owner; -1 where no stake speaks of it. */
    int node(Owner of) {
        return index.getOrDefault(of, -1);
    }

    /** All that are known under a name of their own, the same ones several times. */
    Collection<Owner> owners() {
        return index.keySet();
    }

    List<Stake> controls(int node) {
        return controls.getOrDefault(node, List.of());
    }

    List<Stake> stakes(int edge) {
        List<Stake> found = new ArrayList<>();
        for (int i = stakesOf[edge]; i < stakesOf[edge + 1]; i++) {
            found.add(parts[i].stake);
        }
        return found;
    }

    /** What all owners together hold of a node at the least, in units; more than all of it where the stakes cannot be right. */
    long told(int node) {
        long sum = 0;
        for (int e = into[node]; e < into[node + 1]; e++) {
            sum += low[e];
        }
        return sum;
    }
}
