package dev.portcullis.classification.program;

import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.facts.FactValue;
import dev.portcullis.classification.facts.Subject;
import dev.portcullis.classification.rules.Criterion;
import dev.portcullis.classification.rules.ParagraphRef;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that rules ask of a subject, and how it becomes a rank. Figures are compared exactly, once for all thresholds. */
sealed interface Slot {
    /** Rank of what the datasheet does not say. */
    int MISSING = -1;

    /** Rank of what was said and has no value. */
    int UNDEFINED = -2;

    /** The answer to any criterion on a rank that is none. */
    static int unanswered(int rank) {
        return rank == MISSING ? Node.MISSING : Node.UNDEFINED;
    }

    /** A slot of one fact. */
    sealed interface OfFact extends Slot {
        /** The fact. */
        String fact();

        /** The rank of what is said or presumed of it. */
        int rank(FactValue value);

        /** The rank of a value of another form than the rules ask for. */
        private static int none(FactValue value) {
            // A presumption, like a formula without value, tells a person why it does not answer; there is nothing to
            // ask
            // for.
            return value instanceof FactValue.Undefined || value instanceof FactValue.Presumed ? UNDEFINED : MISSING;
        }
    }

    /** A slot of what a subject consists of or is for. */
    sealed interface OfWhole extends Slot {
        /**
         * The rank of the subject.
         *
         * @param circuits ranks of the circuits that it contains; null where they are not said in full
         */
        int rank(Subject subject, int @Nullable [][] circuits);
    }

    /** A figure: 2i below the i-th threshold, 2i + 1 at it. */
    record Figure(String fact, List<BigDecimal> thresholds) implements OfFact {
        @Override
        public int rank(FactValue value) {
            if (!(value.said() instanceof FactValue.Figure figure)) {
                return OfFact.none(value);
            }
            int low = 0;
            int high = thresholds.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                int sign = figure.value().compareTo(thresholds.get(middle));
                if (sign == 0) {
                    return 2 * middle + 1;
                } else if (sign < 0) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return 2 * low;
        }
    }

    /** A statement: 1 where it is true, 0 where it is false. */
    record Flag(String fact) implements OfFact {
        @Override
        public int rank(FactValue value) {
            return value.said() instanceof FactValue.Flag flag ? flag.value() ? 1 : 0 : OfFact.none(value);
        }
    }

    /** A word: its index among those that rules ask for, which are sorted, and one rank for all others. */
    record Word(String fact, List<String> words) implements OfFact {
        @Override
        public int rank(FactValue value) {
            if (!(value.said() instanceof FactValue.Word word)) {
                return OfFact.none(value);
            }
            int index = Collections.binarySearch(words, word.value());
            return index < 0 ? words.size() : index;
        }
    }

    /** What the item is for: the answer itself. */
    record IsFor(Criterion.IsFor criterion) implements OfWhole {
        @Override
        public int rank(Subject subject, int @Nullable [][] circuits) {
            if (subject.relations() == null) {
                return Node.MISSING;
            }
            int answer = Node.NOT_MET;
            for (Relation relation : subject.relations()) {
                if (!criterion.concerns(relation)) {
                    continue;
                }
                if (relation.controlledBy() == null) {
                    answer = Node.MISSING;
                    continue;
                }
                if (criterion.covers(ParagraphRef.of(relation.controlledBy()))) {
                    return Node.MET;
                }
            }
            return answer;
        }
    }

    /** What its circuits meet each by itself: the answer itself. */
    record Contains(Node circuit, KindProgram program) implements OfWhole {
        @Override
        public int rank(Subject subject, int @Nullable [][] circuits) {
            if (circuits == null) {
                return Node.MISSING;
            }
            int denied = Node.MET;
            for (int[] inner : circuits) {
                denied = Math.max(denied, Node.not(circuit.ask(inner)));
                if (denied == Node.NOT_MET) {
                    return Node.MET;
                }
            }
            return Node.not(denied);
        }
    }
}
