package dev.portcullis.classification.program;

import dev.portcullis.classification.facts.FactValue;
import dev.portcullis.classification.facts.Subject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How subjects of one form are reduced to ranks. What nobody says has the same rank in every datasheet, hence is ranked once; only what is
 * said is looked up.
 */
final class Ranking {
    private static final int[] NONE = {};

    private final Slot[] slots;
    private final Map<String, int[]> byFact = new HashMap<>();
    private final int[] wholes;

    /** The program of the circuits that a subject contains; null where no rule asks for them. */
    private final @Nullable KindProgram circuits;

    private final int[] unsaid;
    private final int[] presumed;

    /**
     * @param presumptions what is presumed of each datasheet of which anything is presumed
     */
    Ranking(List<Slot> slots, Map<String, FactValue> presumptions) {
        this.slots = slots.toArray(Slot[]::new);
        KindProgram inner = null;
        int[] whole = NONE;
        unsaid = new int[this.slots.length];
        presumed = new int[this.slots.length];
        for (int i = 0; i < this.slots.length; i++) {
            if (this.slots[i] instanceof Slot.OfFact slot) {
                byFact.merge(slot.fact(), new int[] {i}, Ranking::with);
                unsaid[i] = slot.rank(FactValue.MISSING);
                presumed[i] = slot.rank(presumptions.getOrDefault(slot.fact(), FactValue.MISSING));
            } else {
                whole = with(whole, new int[] {i});
                inner = this.slots[i] instanceof Slot.Contains contains ? contains.program() : inner;
            }
        }
        wholes = whole;
        circuits = inner;
    }

    /** The ranks of a subject, of which nothing is presumed or everything that there is to presume. */
    int[] of(Subject subject) {
        int[] ranks = (subject.presumed().isEmpty() ? unsaid : presumed).clone();
        for (Map.Entry<String, FactValue> said : subject.values().entrySet()) {
            FactValue value = said.getValue();
            if (!(value instanceof FactValue.Missing)) {
                for (int slot : byFact.getOrDefault(said.getKey(), NONE)) {
                    ranks[slot] = ((Slot.OfFact) slots[slot]).rank(value);
                }
            }
        }
        if (wholes.length > 0) {
            int[][] inner = circuits(subject);
            for (int slot : wholes) {
                ranks[slot] = ((Slot.OfWhole) slots[slot]).rank(subject, inner);
            }
        }
        return ranks;
    }

    private int @Nullable [][] circuits(Subject subject) {
        List<Subject> contained = subject.circuits();
        if (circuits == null || contained == null) {
            return null;
        }
        int[][] ranks = new int[contained.size()][];
        Arrays.setAll(ranks, i -> circuits.ranks(contained.get(i)));
        return ranks;
    }

    private static int[] with(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
