package dev.portcullis.classification.program;

import dev.portcullis.classification.facts.OwnFact;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the ranks of each fact stand. */
final class Places {
    private final Map<String, Place> byName = new HashMap<>();
    private final Place[] own = new Place[OwnFact.values().length];

    /** For each rank of the performance, whether it leaves a question open that reads the density; that costs most to derive. */
    private final boolean[] density;

    /** @param nodes all that is asked of the ranks */
    Places(List<Slot> slots, List<Node> nodes) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i) instanceof Slot.OfFact slot) {
                byName.computeIfAbsent(slot.fact(), fact -> new Place()).add(slot, i);
            }
        }
        Arrays.setAll(own, i -> of(OwnFact.values()[i].key()));
        Place performance = of(OwnFact.TPP);
        int reads = of(OwnFact.DENSITY).figure;
        density = new boolean[performance.thresholds.ranks()];
        for (int rank = 0; rank < density.length; rank++) {
            int known = rank;
            density[rank] = nodes.stream()
                    .filter(node -> node.reads(reads))
                    .anyMatch(node -> (node.possible(performance.figure, known) & Node.OPEN) != 0);
        }
    }

    Place of(OwnFact fact) {
        return own[fact.ordinal()];
    }

    Place of(String fact) {
        return byName.getOrDefault(fact, Place.NOWHERE);
    }

    /** Whether the density decides anything, once the performance is ranked. */
    boolean wantsDensity(int[] ranks) {
        int performance = of(OwnFact.TPP).figure;
        return performance < 0 || ranks[performance] < 0 || density[ranks[performance]];
    }
}
