package dev.portcullis.classification.program;

import dev.portcullis.classification.facts.FactValue;
import dev.portcullis.classification.rules.Criterion;
import dev.portcullis.classification.technical.Quotient;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/** Something that rules ask of a datasheet, and how it becomes a rank. Figures are compared exactly, once for all thresholds. */
sealed interface Slot {
    /** Rank of what the datasheet does not say. */
    int MISSING = -1;

    /** Rank of what was said and has no value. */
    int UNDEFINED = -2;

    /** How many ranks there are from 0 on. */
    int ranks();

    /** The answer to any criterion on a rank that is none. */
    static int unanswered(int rank) {
        return rank == MISSING ? Node.MISSING : Node.UNDEFINED;
    }

    /** A slot of one fact. What is said in another form than the rules ask for has no rank. */
    sealed interface OfFact extends Slot permits FigureSlot, Flag, Word {
        /** The fact. */
        String fact();

        default int figure(BigDecimal value) {
            return MISSING;
        }

        default int count(int value) {
            return MISSING;
        }

        default int quotient(Quotient value) {
            return MISSING;
        }

        default int flag(boolean value) {
            return MISSING;
        }

        default int word(String value) {
            return MISSING;
        }

        /** The rank of what is presumed of it. */
        default int presumed(FactValue presumed) {
            FactValue value = presumed.said();
            int rank = MISSING;
            if (value instanceof FactValue.Figure figure) {
                rank = figure(figure.value());
            } else if (value instanceof FactValue.Flag flag) {
                rank = flag(flag.value());
            } else if (value instanceof FactValue.Word word) {
                rank = word(word.value());
            }
            // A presumption, like a formula without value, tells a person why it does not answer: there is nothing to
            // ask for.
            return rank == MISSING ? UNDEFINED : rank;
        }
    }

    /** A statement: 1 where it is true, 0 where it is false. */
    record Flag(String fact) implements OfFact {
        @Override
        public int ranks() {
            return 2;
        }

        @Override
        public int flag(boolean value) {
            return value ? 1 : 0;
        }
    }

    /** A word: its index among those that rules ask for, which are sorted, and one rank for all others. */
    record Word(String fact, List<String> words) implements OfFact {
        @Override
        public int ranks() {
            return words.size() + 1;
        }

        @Override
        public int word(String value) {
            int index = Collections.binarySearch(words, value);
            return index < 0 ? words.size() : index;
        }
    }

    /** An answer. */
    sealed interface Answer extends Slot permits IsFor, Contains, Kept {
        @Override
        default int ranks() {
            return Node.NOT_MET + 1;
        }
    }

    /** What the item is for. */
    record IsFor(Criterion.IsFor criterion) implements Answer {}

    /**
     * What the circuits that it contains meet each by itself.
     *
     * @param number of the question in {@link Contained}
     */
    record Contains(int number) implements Answer {}

    /** Whether the item meets paragraphs, kept so that they are asked once. */
    record Kept() implements Answer {}
}
