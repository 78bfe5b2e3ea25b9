package dev.portcullis.screening.ownership;

import dev.portcullis.screening.ownership.OwnershipFinding.Degree;
import dev.portcullis.screening.ownership.OwnershipRule.Match;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/**
 * What one rule says on one day of everybody in a graph. Certain is what follows from the least that each share can be and from owners who are
 * certainly listed; possible what follows from the most, and from all who may be.
 */
public final class Verdicts {
    /** Links of a chain that are shown. */
    static final int SHOWN_LINKS = 100;

    /** Links that are followed for one answer, so that a party below half of the world is explained in bounded time. */
    static final int MOST_LINKS = 1_000;

    /** Links that are followed from one company up. */
    static final int MOST_OWNERS = 200;

    /** Red flags of one answer. */
    private static final int SHOWN_FLAGS = 50;

    /** Entries that are shown. */
    private static final int SHOWN_LISTINGS = 50;

    private static final long ALL = Share.UNKNOWN.highUnits();

    private final OwnershipGraph graph;
    private final OwnershipRule rule;
    private final Posture posture;
    private final Map<Integer, List<Listing>> listings = new HashMap<>();

    /** Nodes that somebody says are the same as an entry, and whether it is certain that the rule means the entry. */
    private final Map<Integer, Boolean> entries = new HashMap<>();

    private final Blockedness certain;
    private final Blockedness possible;
    private final ListsAbove certainLists;
    private final ListsAbove possibleLists;

    private Verdicts(OwnershipGraph graph, OwnershipRule rule, Function<Owner, List<Listing>> listed) {
        this.graph = graph;
        this.rule = rule;
        this.posture = rule.on(graph.day);
        boolean[] surely = new boolean[graph.nodes.size()];
        boolean[] maybe = new boolean[graph.nodes.size()];
        List<String> codes = rule.scopes().stream()
                .map(OwnershipRule.Scope::list)
                .distinct()
                .sorted()
                .toList();
        long[] sureLists = new long[graph.nodes.size()];
        long[] maybeLists = new long[graph.nodes.size()];
        for (Owner owner : graph.owners()) {
            int node = graph.node(owner);
            for (Listing listing : listed.apply(owner)) {
                Match match = rule.match(listing);
                if (match != Match.NO) {
                    listings.computeIfAbsent(node, key -> new ArrayList<>()).add(listing);
                    surely[node] |= match == Match.YES;
                    maybe[node] = true;
                    long bit = 1L << codes.indexOf(listing.list());
                    sureLists[node] |= match == Match.YES ? bit : 0;
                    maybeLists[node] |= bit;
                    if (owner.kind() == Owner.Kind.ENTRY) {
                        entries.merge(node, match == Match.YES, Boolean::logicalOr);
                    }
                }
            }
        }
        long threshold = Share.units(rule.threshold());
        certain = Blockedness.of(graph, graph.low, surely, threshold);
        possible = Blockedness.of(graph, graph.high, maybe, threshold);
        certainLists = new ListsAbove(graph, certain, graph.low, sureLists, codes);
        possibleLists = new ListsAbove(graph, possible, graph.high, maybeLists, codes);
    }

    /**
     * Applies a rule.
     *
     * @param listed where an owner stands on lists; nowhere, mostly
     */
    public static Verdicts of(OwnershipGraph graph, OwnershipRule rule, Function<Owner, List<Listing>> listed) {
        return new Verdicts(graph, rule, listed);
    }

    /**
     * What the rule says of one of them. That its own name is listed is no ownership and is not told here; that somebody says it is the
     * same as an entry is told as owned in whole.
     */
    public OwnershipFinding of(Owner party) {
        int node = graph.node(party);
        if (node < 0) {
            return finding(Degree.NONE, 0, 0, List.of(), List.of(), List.of(), 0, List.of());
        }
        long low = 0;
        long high = possiblyOwned(node);
        for (int e = graph.into[node]; e < graph.into[node + 1]; e++) {
            low += certain.holds(graph.owner[e]) ? graph.low[e] : 0;
        }
        if (entries.containsKey(node)) {
            low = entries.get(node) ? ALL : low;
            high = ALL;
        }
        Degree degree = degree(node, high);
        Chain chain = new Chain(degree == Degree.CERTAIN ? certain : possible, node);
        List<String> lists =
                (degree == Degree.CERTAIN ? certainLists : possibleLists).of(node, entries.containsKey(node));
        return finding(
                degree,
                low,
                high,
                lists,
                chain.listings(),
                chain.shown(),
                chain.edges.size(),
                flags(node, degree, high));
    }

    /** How sure it is, without the reasons: takes no longer than the party has owners. */
    public Degree degree(Owner party) {
        int node = graph.node(party);
        return node < 0 ? Degree.NONE : degree(node, possiblyOwned(node));
    }

    private long possiblyOwned(int node) {
        long high = 0;
        for (int e = graph.into[node]; e < graph.into[node + 1]; e++) {
            high += possible.holds(graph.owner[e]) ? graph.high[e] : 0;
        }
        return high;
    }

    private Degree degree(int node, long high) {
        if (entries.getOrDefault(node, false) || (certain.holds(node) && !certain.isListed(node))) {
            return Degree.CERTAIN;
        }
        if (entries.containsKey(node) || (possible.holds(node) && !possible.isListed(node))) {
            return Degree.POSSIBLE;
        }
        return high > 0 ? Degree.BELOW : Degree.NONE;
    }

    private OwnershipFinding finding(
            Degree degree,
            long low,
            long high,
            List<String> lists,
            List<Listing> from,
            List<ChainLink> chain,
            int links,
            List<RedFlag> flags) {
        return new OwnershipFinding(
                rule.id(),
                degree,
                Share.percent(Math.min(ALL, low)),
                Share.percent(Math.min(ALL, high)),
                rule.threshold(),
                posture.standing(),
                posture.citation(),
                lists,
                from,
                chain,
                links,
                flags);
    }

    private List<RedFlag> flags(int node, Degree degree, long high) {
        List<RedFlag> flags = new ArrayList<>();
        if (degree == Degree.POSSIBLE) {
            undecided(node, flags);
        }
        if (degree == Degree.BELOW) {
            minority(node, high, flags);
        }
        for (Stake control : graph.controls(node)) {
            if (possible.holds(graph.node(control.owner()))) {
                flag(flags, RedFlag.Code.LISTED_CONTROL, control.owner() + " controls " + control.owned());
            }
        }
        faults(node, flags);
        return flags.stream()
                .distinct()
                .sorted(Comparator.comparing(RedFlag::code).thenComparing(RedFlag::detail))
                .limit(SHOWN_FLAGS)
                .toList();
    }

    /** What keeps a possible finding from being certain or none, along the whole chain. */
    private void undecided(int party, List<RedFlag> flags) {
        for (int node : new Chain(possible, party).nodes()) {
            if (possible.isListed(node) && !certain.holds(node) && (node != party || entries.containsKey(node))) {
                flag(flags, RedFlag.Code.UNDECIDED_OWNER, graph.nodes.get(node) + " may be a listed one");
            }
            if (node != party && possible.isListed(node)) {
                continue;
            }
            for (int e = graph.into[node]; e < graph.into[node + 1]; e++) {
                if (possible.holds(graph.owner[e]) && graph.low[e] != graph.high[e]) {
                    flag(flags, RedFlag.Code.UNKNOWN_SHARE, edge(e));
                }
            }
        }
    }

    private void minority(int node, long high, List<RedFlag> flags) {
        String range = rule.id() + ": at most "
                + Share.percent(Math.min(ALL, high)).toPlainString() + " % of " + graph.nodes.get(node);
        flag(flags, RedFlag.Code.LISTED_MINORITY, range);
        long rest = Math.max(0, ALL - graph.told(node));
        if (rest > 0 && high + rest >= Share.units(rule.threshold())) {
            flag(
                    flags,
                    RedFlag.Code.REST_UNKNOWN,
                    "nobody tells who owns " + Share.percent(rest).toPlainString() + " % of " + graph.nodes.get(node));
        }
    }

    /** What cannot be right among the party's owners and among those of the owners whose shares may count. */
    private void faults(int party, List<RedFlag> flags) {
        Set<Integer> nodes = new HashSet<>(new Chain(possible, party).nodes());
        nodes.add(party);
        for (int node : nodes) {
            long told = graph.told(node);
            if (told > ALL) {
                flag(
                        flags,
                        RedFlag.Code.OVER_100,
                        "the owners of " + graph.nodes.get(node) + " hold "
                                + Share.percent(told).toPlainString() + " %");
            }
            for (int e = graph.into[node]; e < graph.into[node + 1]; e++) {
                if (graph.disagreed[e]) {
                    flag(flags, RedFlag.Code.SOURCES_DISAGREE, edge(e));
                }
            }
        }
    }

    private void flag(List<RedFlag> flags, RedFlag.Code code, String detail) {
        flags.add(new RedFlag(code, detail, rule.citations().getOrDefault(code, "")));
    }

    private String edge(int e) {
        return graph.nodes.get(graph.owner[e]) + " owns " + share(e) + " % of " + graph.nodes.get(graph.owned[e]);
    }

    private Share share(int e) {
        return Share.between(percent(graph.low[e]), percent(graph.high[e]));
    }

    private static BigDecimal percent(long units) {
        return Share.percent(units);
    }

    /**
     * The edges by which a party's standing follows from those who are listed: of each node those from owners who came in before it, which
     * suffice. Owners who came in first are followed first, so that a chain that is cut still begins with listed ones.
     */
    private final class Chain {
        private final int party;
        private final Blockedness members;
        private final List<Integer> edges = new ArrayList<>();
        private final Set<Integer> seen = new HashSet<>();

        Chain(Blockedness members, int party) {
            this.party = party;
            this.members = members;
            long[] counted = members.equals(certain) ? graph.low : graph.high;
            PriorityQueue<Integer> open =
                    new PriorityQueue<>(Comparator.comparingInt(members::round).thenComparingInt(node -> node));
            open.add(party);
            seen.add(party);
            while (!open.isEmpty() && edges.size() < MOST_LINKS) {
                int node = open.remove();
                int most = edges.size() + MOST_OWNERS;
                for (int e = graph.into[node]; e < graph.into[node + 1] && edges.size() < most; e++) {
                    int owner = graph.owner[e];
                    if (counted[e] > 0 && members.holds(owner) && leadsTo(node, owner)) {
                        edges.add(e);
                        if (seen.add(owner)) {
                            open.add(owner);
                        }
                    }
                }
            }
            edges.sort(Comparator.comparingInt((Integer e) -> members.round(graph.owner[e]))
                    .thenComparingInt(e -> e));
        }

        /** Who is listed needs no reason; a party that is itself listed is asked for its owners all the same. */
        private boolean leadsTo(int node, int owner) {
            return members.isListed(node) ? node == party : members.round(owner) < members.round(node);
        }

        Set<Integer> nodes() {
            return seen;
        }

        List<Listing> listings() {
            return seen.stream()
                    .filter(node -> node == party ? entries.containsKey(node) : members.isListed(node))
                    .sorted()
                    .flatMap(node -> listings.getOrDefault(node, List.of()).stream())
                    .distinct()
                    .sorted(Comparator.comparing(Listing::certain)
                            .reversed()
                            .thenComparing(Listing::list)
                            .thenComparing(Listing::entryId))
                    .limit(SHOWN_LISTINGS)
                    .toList();
        }

        List<ChainLink> shown() {
            return edges.stream().limit(SHOWN_LINKS).map(this::link).toList();
        }

        private ChainLink link(int e) {
            return new ChainLink(
                    graph.nodes.get(graph.owner[e]),
                    graph.nodes.get(graph.owned[e]),
                    share(e).toString(),
                    why(graph.owner[e]),
                    graph.stakes(e).stream()
                            .map(stake -> new ChainLink.Told(
                                    stake.source(), stake.share().toString(), stake.from(), stake.to()))
                            .toList());
        }

        private String why(int node) {
            if (!members.isListed(node)) {
                return "itself owned so";
            }
            return listings.getOrDefault(node, List.of()).stream()
                    .map(listing -> (listing.certain() ? "listed: " : "possibly listed: ") + listing.list() + "/"
                            + listing.entryId())
                    .sorted()
                    .distinct()
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("listed");
        }
    }
}
