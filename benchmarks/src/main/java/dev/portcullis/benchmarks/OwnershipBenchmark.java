package dev.portcullis.benchmarks;

import dev.portcullis.screening.ownership.Listing;
import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.ownership.OwnershipFinding.Degree;
import dev.portcullis.screening.ownership.OwnershipGraph;
import dev.portcullis.screening.ownership.OwnershipRules;
import dev.portcullis.screening.ownership.Share;
import dev.portcullis.screening.ownership.Stake;
import dev.portcullis.screening.ownership.Verdicts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * How long OFAC's 50 Percent Rule takes over a million stakes among 400,000 owners, cycles and unknown shares included, of whom 5,000 are listed:
 * the graph from the stakes, the rule over the whole graph, and the explained answers for a sample. One thread, the median of several
 * rounds. The baseline is the rule's definition, word for word: look at everybody until nothing changes. Both must name the same owners.
 */
final class OwnershipBenchmark {
    private static final int STAKES = 1_000_000;
    private static final int OWNERS = 400_000;
    private static final int LISTED = 5_000;
    private static final int ANSWERS = 1_000;
    private static final int ROUNDS = 3;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final BigDecimal HALF = BigDecimal.valueOf(50);
    private static final double MIB = 1 << 20;

    private final List<Stake> stakes = new ArrayList<>(STAKES);
    private final List<Owner> owners = new ArrayList<>(OWNERS);
    private final Map<Owner, List<Listing>> listings = new HashMap<>();

    List<Figure> measure() {
        make(new Random(20261128));
        double before = heap();
        double[] build = new double[ROUNDS];
        double[] rule = new double[ROUNDS];
        double[] answer = new double[ROUNDS];
        OwnershipGraph graph = OwnershipGraph.of(stakes, DAY);
        double size = heap() - before;
        Verdicts verdicts = verdicts(graph);
        Map<Owner, List<Stake>> told = new HashMap<>();
        stakes.forEach(stake ->
                told.computeIfAbsent(stake.owned(), owned -> new ArrayList<>()).add(stake));
        long naiveStart = System.nanoTime();
        Set<Owner> certain = naive(told, false);
        Set<Owner> possible = naive(told, true);
        double naive = (System.nanoTime() - naiveStart) / 1e9;
        check(verdicts, certain, possible);
        for (int round = -1; round < ROUNDS; round++) {
            long start = System.nanoTime();
            graph = OwnershipGraph.of(stakes, DAY);
            long built = System.nanoTime();
            verdicts = verdicts(graph);
            long ruled = System.nanoTime();
            for (int i = 0; i < ANSWERS; i++) {
                verdicts.of(owners.get(i * (OWNERS / ANSWERS)));
            }
            if (round >= 0) {
                build[round] = (built - start) / 1e9;
                rule[round] = (ruled - built) / 1e9;
                answer[round] = (System.nanoTime() - ruled) / 1e3 / ANSWERS;
            }
        }
        return List.of(
                new Figure("ownership-build", median(build), "s", naive, "definition-word-for-word"),
                new Figure("ownership-rule", median(rule), "s", naive, "definition-word-for-word"),
                new Figure("ownership-answer", median(answer), "us", naive * 1e6, "definition-word-for-word"),
                new Figure("ownership-graph", size, "MiB", before, "the-stakes-themselves"));
    }

    private Verdicts verdicts(OwnershipGraph graph) {
        return Verdicts.of(
                graph, OwnershipRules.shipped().rule("OFAC-50"), owner -> listings.getOrDefault(owner, List.of()));
    }

    /** Companies have two or three owners, most of them among those before, some anywhere; a twentieth of the shares is not known. */
    private void make(Random random) {
        for (int i = 0; i < OWNERS; i++) {
            owners.add(Owner.other("registry/" + i));
        }
        while (stakes.size() < STAKES) {
            int owned = random.nextInt(OWNERS);
            int owner = random.nextInt(10) == 0 ? random.nextInt(OWNERS) : random.nextInt(owned + 1);
            if (owner == owned) {
                continue;
            }
            Share share =
                    random.nextInt(20) == 0 ? Share.UNKNOWN : Share.of(BigDecimal.valueOf(1 + random.nextInt(60)));
            stakes.add(Stake.ownership(owners.get(owner), owners.get(owned), share, "registry"));
        }
        for (int i = 0; i < LISTED; i++) {
            Owner listed = owners.get(random.nextInt(OWNERS));
            listings.put(listed, List.of(new Listing("SDN", listed.key(), "listed", List.of("SDGT"), true)));
        }
    }

    private void check(Verdicts verdicts, Set<Owner> certain, Set<Owner> possible) {
        for (Owner owner : owners) {
            if (!listings.containsKey(owner)) {
                Degree degree = verdicts.degree(owner);
                if ((degree == Degree.CERTAIN) != certain.contains(owner)
                        || (degree.compareTo(Degree.POSSIBLE) >= 0) != possible.contains(owner)) {
                    throw new IllegalStateException("the rule and its definition differ on " + owner);
                }
            }
        }
    }

    private Set<Owner> naive(Map<Owner, List<Stake>> told, boolean most) {
        Set<Owner> in = new HashSet<>(listings.keySet());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<Owner, List<Stake>> owned : told.entrySet()) {
                if (!in.contains(owned.getKey())) {
                    BigDecimal sum = BigDecimal.ZERO;
                    for (Stake stake : owned.getValue()) {
                        if (in.contains(stake.owner())) {
                            sum = sum.add(
                                    most ? stake.share().high() : stake.share().low());
                        }
                    }
                    changed |= sum.compareTo(HALF) >= 0 && in.add(owned.getKey());
                }
            }
        }
        return in;
    }

    private static double heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MIB;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
