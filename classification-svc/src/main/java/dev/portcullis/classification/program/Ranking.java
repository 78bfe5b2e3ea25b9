package dev.portcullis.classification.program;

import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.datasheet.Technology;
import dev.portcullis.classification.facts.FactValue;
import dev.portcullis.classification.facts.OwnFact;
import dev.portcullis.classification.facts.Subjects;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How datasheets of one form are reduced to ranks. What nobody says has the same rank in every datasheet, hence is ranked once; only what is
 * said is ranked anew.
 */
final class Ranking {
    private final Subjects subjects;
    private final Slot.OfFact[][] own = new Slot.OfFact[OwnFact.values().length][0];
    private final int[][] ownIndexes = new int[own.length][0];
    private final Map<String, RankSink.Asked> asked = new HashMap<>();
    private final Aims aims = new Aims();
    private final int[] unsaid;
    private final int[] presumed;

    /** Where the answers on contained circuits stand, and what they ask of each circuit. */
    private final int[] contains;

    private final Node[] ofCircuit;

    /** How the contained circuits are ranked; null where no rule asks for them. */
    private final @Nullable Ranking circuits;

    Ranking(List<Slot> slots, Subjects subjects, @Nullable Ranking circuits) {
        this.subjects = subjects;
        this.circuits = circuits;
        Map<String, FactValue> presumptions = subjects.presumptions();
        unsaid = new int[slots.size()];
        presumed = new int[slots.size()];
        int[] containing = new int[slots.size()];
        Node[] asking = new Node[slots.size()];
        int count = 0;
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            unsaid[i] = Node.NOT_MET;
            if (slot instanceof Slot.OfFact ofFact) {
                asked.merge(
                        ofFact.fact(), new RankSink.Asked(new Slot.OfFact[] {ofFact}, new int[] {i}), Ranking::both);
                unsaid[i] = Slot.MISSING;
            } else if (slot instanceof Slot.IsFor isFor) {
                aims.add(i, isFor);
            } else if (slot instanceof Slot.Contains contained) {
                containing[count] = i;
                asking[count++] = contained.circuit();
            } else {
                unsaid[i] = Slot.UNASKED;
            }
            boolean presumes = slot instanceof Slot.OfFact ofFact && presumptions.containsKey(ofFact.fact());
            presumed[i] =
                    presumes ? ((Slot.OfFact) slot).presumed(presumptions.get(((Slot.OfFact) slot).fact())) : unsaid[i];
        }
        contains = Arrays.copyOf(containing, count);
        ofCircuit = Arrays.copyOf(asking, count);
        for (OwnFact fact : OwnFact.values()) {
            RankSink.Asked known = asked.get(fact.key());
            if (known != null) {
                own[fact.ordinal()] = known.slots();
                ownIndexes[fact.ordinal()] = known.indexes();
            }
        }
    }

    /** The ranks of a datasheet, components and relations looked up. */
    int[] of(Datasheet datasheet) {
        int[] ranks = (Boolean.TRUE.equals(datasheet.otherEntriesExcluded()) ? presumed : unsaid).clone();
        subjects.derive(datasheet, new RankSink(own, ownIndexes, asked, ranks));
        if (datasheet instanceof Computer computer) {
            contained(computer, ranks);
        } else if (datasheet instanceof Software software) {
            aims.rank(software.speciallyDesignedFor(), ranks);
        } else if (datasheet instanceof Technology technology) {
            aims.rank(technology.requiredFor(), ranks);
        }
        return ranks;
    }

    private void contained(Computer computer, int[] ranks) {
        Ranking inner = circuits;
        if (inner == null) {
            return;
        }
        if (!Subjects.eachCircuit(computer, circuit -> contained(inner, circuit, ranks))) {
            for (int slot : contains) {
                ranks[slot] = Node.MISSING;
            }
        }
    }

    private void contained(Ranking inner, @Nullable IntegratedCircuit circuit, int[] ranks) {
        int[] ranksOfCircuit = circuit == null ? inner.unsaid.clone() : inner.of(circuit);
        for (int i = 0; i < contains.length; i++) {
            int slot = contains[i];
            if (ranks[slot] != Node.MET) {
                ranks[slot] = Node.or(ranks[slot], ofCircuit[i].ask(ranksOfCircuit));
            }
        }
    }

    private static RankSink.Asked both(RankSink.Asked some, RankSink.Asked more) {
        Slot.OfFact[] slots = Arrays.copyOf(some.slots(), some.slots().length + 1);
        int[] indexes = Arrays.copyOf(some.indexes(), slots.length);
        slots[slots.length - 1] = more.slots()[0];
        indexes[slots.length - 1] = more.indexes()[0];
        return new RankSink.Asked(slots, indexes);
    }
}
