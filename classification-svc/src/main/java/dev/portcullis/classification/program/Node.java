package dev.portcullis.classification.program;

import dev.portcullis.classification.facts.Outcome;

/**
 * A compiled criterion. Its answer is one of four: the outcomes of three-valued logic, of which the unknown is told apart by whether a
 * missing fact is to be asked for or only a formula has no value. In the order of the constants, the greater decides a conjunction.
 */
interface Node {
    int MET = 0;
    /** Open, and no fact would close it: for a person. */
    int UNDEFINED = 1;
    /** Open for want of a fact. */
    int MISSING = 2;

    int NOT_MET = 3;

    /** The answer; reads what it needs, and no more. */
    int ask(Trace ranks);

    static int not(int answer) {
        return answer == MET ? NOT_MET : answer == NOT_MET ? MET : answer;
    }

    static int or(int one, int other) {
        return not(Math.max(not(one), not(other)));
    }

    static Outcome outcome(int answer) {
        return switch (answer) {
            case MET -> Outcome.MET;
            case NOT_MET -> Outcome.NOT_MET;
            default -> Outcome.UNKNOWN;
        };
    }

    /** A rank within bounds, both included. */
    record Between(int slot, int low, int high) implements Node {
        @Override
        public int ask(Trace ranks) {
            int rank = ranks.of(slot);
            if (rank < 0) {
                return Slot.unanswered(rank);
            }
            return rank >= low && rank <= high ? MET : NOT_MET;
        }
    }

    /** A rank out of several. */
    final class Among implements Node {
        private final int slot;
        private final boolean[] wanted;

        Among(int slot, boolean[] wanted) {
            this.slot = slot;
            this.wanted = wanted;
        }

        @Override
        public int ask(Trace ranks) {
            int rank = ranks.of(slot);
            if (rank < 0) {
                return Slot.unanswered(rank);
            }
            return wanted[rank] ? MET : NOT_MET;
        }
    }

    /** An answer that was found when the ranks were taken. */
    record Answered(int slot) implements Node {
        @Override
        public int ask(Trace ranks) {
            return ranks.of(slot);
        }
    }

    /** A part whose answer is kept for the others that ask it. */
    record Kept(int slot, Node part) implements Node {
        @Override
        public int ask(Trace ranks) {
            return ranks.kept(slot, part);
        }
    }

    /** None of the parts is answered no; the parts after one that is are not asked. */
    final class All implements Node {
        private final Node[] parts;

        All(Node... parts) {
            this.parts = parts;
        }

        @Override
        public int ask(Trace ranks) {
            int answer = MET;
            for (Node part : parts) {
                answer = Math.max(answer, part.ask(ranks));
                if (answer == NOT_MET) {
                    return NOT_MET;
                }
            }
            return answer;
        }
    }

    /** One of the parts is met; the parts after it are not asked. */
    final class AnyOf implements Node {
        private final Node[] parts;

        AnyOf(Node... parts) {
            this.parts = parts;
        }

        @Override
        public int ask(Trace ranks) {
            int denied = MET;
            for (Node part : parts) {
                denied = Math.max(denied, not(part.ask(ranks)));
                if (denied == NOT_MET) {
                    return MET;
                }
            }
            return not(denied);
        }
    }

    /** The part is answered no. */
    record Not(Node part) implements Node {
        @Override
        public int ask(Trace ranks) {
            return not(part.ask(ranks));
        }
    }
}
