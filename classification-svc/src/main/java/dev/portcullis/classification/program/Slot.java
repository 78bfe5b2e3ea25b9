package dev.portcullis.classification.program;

import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.facts.FactValue;
import dev.portcullis.classification.facts.Subject;
import dev.portcullis.classification.rules.Criterion;
import dev.portcullis.classification.rules.ParagraphRef;
import java.math.BigDecimal;
import java.util.List;

/** Something that rules ask of a subject, and how it becomes a rank. Figures are compared exactly, once for all thresholds. */
interface Slot {
    /** Rank of what the datasheet does not say. */
    int MISSING = -1;

    /** Rank of what was said and has no value. */
    int UNDEFINED = -2;

    /** The rank of the subject. */
    int rank(Subject subject);

    /** The answer to any criterion on a rank that is none. */
    static int unanswered(int rank) {
        return rank == MISSING ? Node.MISSING : Node.UNDEFINED;
    }

    /** The rank of a value of another form than the rules ask for. */
    private static int none(FactValue value) {
        // A presumption, like a formula without value, tells a person why it does not answer; there is nothing to ask
        // for.
        return value instanceof FactValue.Undefined || value instanceof FactValue.Presumed ? UNDEFINED : MISSING;
    }

    /** A figure: 2i below the i-th threshold, 2i + 1 at it. */
    record Figure(String fact, List<BigDecimal> thresholds) implements Slot {
        @Override
        public int rank(Subject subject) {
            FactValue value = subject.value(fact);
            if (!(value.said() instanceof FactValue.Figure figure)) {
                return none(value);
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
    record Flag(String fact) implements Slot {
        @Override
        public int rank(Subject subject) {
            FactValue value = subject.value(fact);
            return value.said() instanceof FactValue.Flag flag ? flag.value() ? 1 : 0 : none(value);
        }
    }

    /** A word: its index among those that rules ask for, and one rank for all others. */
    record Word(String fact, List<String> words) implements Slot {
        @Override
        public int rank(Subject subject) {
            FactValue value = subject.value(fact);
            if (!(value.said() instanceof FactValue.Word word)) {
                return none(value);
            }
            int index = words.indexOf(word.value());
            return index < 0 ? words.size() : index;
        }
    }

    /** What the item is for: the answer itself. */
    record IsFor(Criterion.IsFor criterion) implements Slot {
        @Override
        public int rank(Subject subject) {
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
    record Contains(Node circuit, KindProgram circuits) implements Slot {
        @Override
        public int rank(Subject subject) {
            if (subject.circuits() == null) {
                return Node.MISSING;
            }
            int denied = Node.MET;
            for (Subject inner : subject.circuits()) {
                denied = Math.max(denied, Node.not(circuit.ask(circuits.ranks(inner))));
                if (denied == Node.NOT_MET) {
                    return Node.MET;
                }
            }
            return Node.not(denied);
        }
    }
}
