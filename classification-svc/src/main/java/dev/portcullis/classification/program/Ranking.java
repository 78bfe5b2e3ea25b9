package dev.portcullis.classification.program;

import dev.portcullis.classification.datasheet.Computer;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.datasheet.Technology;
import dev.portcullis.classification.facts.FactValue;
import dev.portcullis.classification.facts.Subjects;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How datasheets of one form are reduced to ranks. What nobody says has the same rank in every datasheet, hence is ranked once; only what is
 * said is ranked anew.
 */
final class Ranking {
    private final Subjects subjects;
    private final Places places;
    private final Aims aims = new Aims();
    private final int[] unsaid;
    private final int[] presumed;

    /** Where the answers on contained circuits stand, and what they ask of each circuit. */
    private final int[] contains;

    private final Node[] ofCircuit;

    /** How the contained circuits are ranked; null where no rule asks for them. */
    private final @Nullable Ranking circuits;

    /** @param nodes all that is asked of the ranks */
    Ranking(List<Slot> slots, List<Node> nodes, Subjects subjects, @Nullable Ranking circuits) {
        this.subjects = subjects;
        this.circuits = circuits;
        places = new Places(slots, nodes);
        Map<String, FactValue> presumptions = subjects.presumptions();
        unsaid = new int[slots.size()];
        presumed = new int[slots.size()];
        int[] containing = new int[slots.size()];
        Node[] asking = new Node[slots.size()];
        int count = 0;
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            unsaid[i] = Node.NOT_MET;
            presumed[i] = Node.NOT_MET;
            if (slot instanceof Slot.OfFact ofFact) {
                FactValue value = presumptions.get(ofFact.fact());
                unsaid[i] = Slot.MISSING;
                presumed[i] = value == null ? Slot.MISSING : ofFact.presumed(value);
            } else if (slot instanceof Slot.IsFor isFor) {
                aims.add(i, isFor);
            } else if (slot instanceof Slot.Contains contained) {
                containing[count] = i;
                asking[count++] = contained.circuit();
            } else {
                unsaid[i] = Slot.UNASKED;
                presumed[i] = Slot.UNASKED;
            }
        }
        contains = Arrays.copyOf(containing, count);
        ofCircuit = Arrays.copyOf(asking, count);
    }

    /** The ranks of a datasheet, components and relations looked up. */
    Ranks of(Datasheet datasheet) {
        boolean presumes = Boolean.TRUE.equals(datasheet.otherEntriesExcluded());
        int[] ranks = values(datasheet, presumes);
        boolean aimed = false;
        if (datasheet instanceof Computer computer) {
            contained(computer, ranks);
        } else if (datasheet instanceof Software software) {
            aimed = aims.rank(software.speciallyDesignedFor(), ranks);
        } else if (datasheet instanceof Technology technology) {
            aimed = aims.rank(technology.requiredFor(), ranks);
        }
        var stated = datasheet.characteristics();
        return new Ranks(ranks, presumes, stated != null && !stated.isEmpty(), aimed);
    }

    /** The ranks of a datasheet that states no characteristic and is for nothing. */
    int[] plain(boolean presumes) {
        return (presumes ? presumed : unsaid).clone();
    }

    private int[] values(Datasheet datasheet, boolean presumes) {
        int[] ranks = plain(presumes);
        subjects.derive(datasheet, new RankSink(places, ranks));
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
        int[] ranksOfCircuit = circuit == null
                ? inner.plain(false)
                : inner.values(circuit, Boolean.TRUE.equals(circuit.otherEntriesExcluded()));
        for (int i = 0; i < contains.length; i++) {
            int slot = contains[i];
            if (ranks[slot] != Node.MET) {
                ranks[slot] = Node.or(ranks[slot], ofCircuit[i].ask(ranksOfCircuit));
            }
        }
    }
}
