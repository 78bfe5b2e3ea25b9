package dev.portcullis.classification.program;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers by the ranks that lead to them. Which rank is needed next follows from those before, and so does the answer: whoever comes the
 * same way as another one before needs to ask no rule. Ways are noted as they are first gone. Threads may share it; one that does not see yet
 * what another one noted asks the rules.
 *
 * @param <T> an immutable answer
 */
final class Paths<T> {
    private final Ranking ranking;
    private final Function<Trace, T> rules;
    private final int mostSteps;

    /** A step, or the answer where no rank is needed. */
    private volatile @Nullable Object root;

    private int steps;

    /**
     * Paths of which none is noted yet.
     *
     * @param mostSteps that are noted, of some 80 bytes each; beyond, rules are asked
     * @param rules gives the answer; a function of the ranks that it reads
     */
    Paths(Ranking ranking, int mostSteps, Function<Trace, T> rules) {
        this.ranking = ranking;
        this.mostSteps = mostSteps;
        this.rules = rules;
    }

    /**
     * The rank that is needed next.
     *
     * @param next by rank, from {@link Slot#UNDEFINED}, the step or the answer; null where nobody came that way. Written under the lock of the
     *     paths and read without, which is safe for steps and answers, as all their fields are final
     */
    private record Step(int slot, @Nullable Object[] next) {}

    /** The answer for a datasheet's ranks. */
    @SuppressWarnings("unchecked") // what is no step is an answer
    T of(Ranks ranks) {
        Object at = root;
        while (at instanceof Step step) {
            at = step.next[ranks.of(step.slot) - Slot.UNDEFINED];
        }
        return at == null ? ask(ranks) : (T) at;
    }

    private T ask(Ranks ranks) {
        Trace trace = new Trace(ranks, ranking.size());
        T answer = rules.apply(trace);
        note(trace, answer);
        return answer;
    }

    private synchronized void note(Trace trace, T answer) {
        if (steps + trace.length() > mostSteps) {
            return;
        }
        if (root == null) {
            root = rest(trace, 0, answer);
            return;
        }
        Object at = root;
        for (int i = 0; at instanceof Step step; i++) {
            int rank = trace.rank(i) - Slot.UNDEFINED;
            at = step.next[rank];
            if (at == null) {
                step.next[rank] = rest(trace, i + 1, answer);
            }
        }
    }

    /** The way from a step on, which nobody else went. */
    private Object rest(Trace trace, int from, T answer) {
        Object rest = answer;
        for (int i = trace.length() - 1; i >= from; i--) {
            Step step = new Step(
                    trace.slot(i), new Object[ranking.slot(trace.slot(i)).ranks() - Slot.UNDEFINED]);
            step.next[trace.rank(i) - Slot.UNDEFINED] = rest;
            rest = step;
            steps++;
        }
        return rest;
    }
}
