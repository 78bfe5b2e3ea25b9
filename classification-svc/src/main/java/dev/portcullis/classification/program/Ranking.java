package dev.portcullis.classification.program;

import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.facts.FactValue;
import dev.portcullis.classification.facts.OwnFact;
import dev.portcullis.classification.facts.Subjects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the ranks of datasheets of one form come from, slot by slot, and what they are where nothing is said. Immutable. */
final class Ranking {
    private static final Map<String, OwnFact> OWN =
            Arrays.stream(OwnFact.values()).collect(Collectors.toUnmodifiableMap(OwnFact::key, Function.identity()));

    final Subjects subjects;
    final Aims aims = new Aims();

    /** What the circuits in a computer are asked; null where no rule asks it. */
    final @Nullable Contained contained;

    private final Slot[] slots;

    /** By slot: the fact that it ranks, where that follows from a datasheet's own fields. */
    private final @Nullable OwnFact[] own;

    /** By the name of a characteristic, the slots that rank it. */
    private final Map<String, int[]> stated;

    private final int[] unsaid;
    private final int[] presumed;

    Ranking(List<Slot> slots, Subjects subjects, @Nullable Contained contained) {
        this.subjects = subjects;
        this.contained = contained;
        this.slots = slots.toArray(Slot[]::new);
        own = new OwnFact[this.slots.length];
        unsaid = new int[this.slots.length];
        presumed = new int[this.slots.length];
        Map<String, FactValue> presumptions = subjects.presumptions();
        Map<String, FactValue> standing = subjects.standing();
        Map<String, List<Integer>> characteristics = new HashMap<>();
        for (int i = 0; i < this.slots.length; i++) {
            unsaid[i] = Node.NOT_MET;
            presumed[i] = Node.NOT_MET;
            if (slots.get(i) instanceof Slot.OfFact slot) {
                FactValue value = presumptions.get(slot.fact());
                presumed[i] = value == null ? Slot.MISSING : slot.presumed(value);
                unsaid[i] = standing.containsKey(slot.fact()) ? presumed[i] : Slot.MISSING;
                own[i] = OWN.get(slot.fact());
                if (own[i] == null) {
                    characteristics
                            .computeIfAbsent(slot.fact(), fact -> new ArrayList<>())
                            .add(i);
                }
            } else if (slots.get(i) instanceof Slot.IsFor slot) {
                aims.add(i, slot);
            }
        }
        stated = characteristics.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .mapToInt(Integer::intValue)
                                .toArray()));
    }

    /** The ranks of a datasheet, components and relations looked up; without one, of an item of which nothing is known. */
    Ranks of(@Nullable Datasheet datasheet) {
        return new Ranks(this, datasheet);
    }

    int size() {
        return slots.length;
    }

    Slot slot(int slot) {
        return slots[slot];
    }

    @Nullable
    OwnFact own(int slot) {
        return own[slot];
    }

    int[] stated(String characteristic) {
        return stated.getOrDefault(characteristic, NONE);
    }

    /** By slot, the rank of what nobody says. */
    int[] unless(boolean presumes) {
        return presumes ? presumed : unsaid;
    }

    private static final int[] NONE = {};
}
