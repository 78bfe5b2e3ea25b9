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

    /** The answer for the ranks of a subject. */
    int ask(int[] ranks);

    static int not(int answer) {
        return answer == MET ? NOT_MET : answer == NOT_MET ? MET : answer;
    }

    /** A bit for each answer. */
    int ANY = 15;

    /** The answers that leave a rule to be asked: all but no. */
    int OPEN = 7;

    /** The answers that are possible where one slot has a rank and the others may have any: bits, of which some may be too many. */
    int possible(int slot, int rank);

    /** Whether the answer depends on a slot. */
    boolean reads(int slot);

    static int or(int one, int other) {
        return not(Math.max(not(one), not(other)));
    }

    /** Of answers as bits, each turned round. */
    private static int turned(int answers) {
        return answers & (1 << UNDEFINED | 1 << MISSING)
                | (answers & 1 << MET) << NOT_MET
                | (answers & 1 << NOT_MET) >> NOT_MET;
    }

    /** The possible answers of a conjunction of two parts: the greater of any two. */
    private static int both(int one, int other) {
        int answers = 0;
        for (int answer = MET; answer <= NOT_MET; answer++) {
            int upTo = (2 << answer) - 1;
            boolean here =
                    (one & 1 << answer) != 0 && (other & upTo) != 0 || (other & 1 << answer) != 0 && (one & upTo) != 0;
            answers |= here ? 1 << answer : 0;
        }
        return answers;
    }

    /** The answer as a bit where a node reads the slot, else any. */
    private static int alone(Node leaf, int slot, int rank) {
        if (!leaf.reads(slot)) {
            return ANY;
        }
        int[] ranks = new int[slot + 1];
        ranks[slot] = rank;
        return 1 << leaf.ask(ranks);
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
        public int ask(int[] ranks) {
            int rank = ranks[slot];
            if (rank < 0) {
                return Slot.unanswered(rank);
            }
            return rank >= low && rank <= high ? MET : NOT_MET;
        }

        @Override
        public boolean reads(int other) {
            return slot == other;
        }

        @Override
        public int possible(int other, int rank) {
            return alone(this, other, rank);
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
        public int ask(int[] ranks) {
            int rank = ranks[slot];
            if (rank < 0) {
                return Slot.unanswered(rank);
            }
            return wanted[rank] ? MET : NOT_MET;
        }

        @Override
        public boolean reads(int other) {
            return slot == other;
        }

        @Override
        public int possible(int other, int rank) {
            return alone(this, other, rank);
        }
    }

    /** An answer that was found when the ranks were taken. */
    record Answered(int slot) implements Node {
        @Override
        public int ask(int[] ranks) {
            return ranks[slot];
        }

        @Override
        public boolean reads(int other) {
            return slot == other;
        }

        @Override
        public int possible(int other, int rank) {
            return alone(this, other, rank);
        }
    }

    /** A part whose answer is kept for the others that ask it. */
    record Kept(int slot, Node part) implements Node {
        @Override
        public int ask(int[] ranks) {
            int answer = ranks[slot];
            if (answer == Slot.UNASKED) {
                answer = part.ask(ranks);
                ranks[slot] = answer;
            }
            return answer;
        }

        @Override
        public boolean reads(int other) {
            return part.reads(other);
        }

        @Override
        public int possible(int other, int rank) {
            return part.possible(other, rank);
        }
    }

    /** None of the parts is answered no; the parts after one that is are not asked. */
    final class All implements Node {
        private final Node[] parts;

        All(Node... parts) {
            this.parts = parts;
        }

        @Override
        public int ask(int[] ranks) {
            int answer = MET;
            for (Node part : parts) {
                answer = Math.max(answer, part.ask(ranks));
                if (answer == NOT_MET) {
                    return NOT_MET;
                }
            }
            return answer;
        }

        @Override
        public boolean reads(int slot) {
            return Node.anyReads(parts, slot);
        }

        @Override
        public int possible(int slot, int rank) {
            int answers = 1 << MET;
            for (Node part : parts) {
                answers = both(answers, part.possible(slot, rank));
            }
            return answers;
        }
    }

    private static boolean anyReads(Node[] parts, int slot) {
        for (Node part : parts) {
            if (part.reads(slot)) {
                return true;
            }
        }
        return false;
    }

    /** One of the parts is met; the parts after it are not asked. */
    final class AnyOf implements Node {
        private final Node[] parts;

        AnyOf(Node... parts) {
            this.parts = parts;
        }

        @Override
        public int ask(int[] ranks) {
            int denied = MET;
            for (Node part : parts) {
                denied = Math.max(denied, not(part.ask(ranks)));
                if (denied == NOT_MET) {
                    return MET;
                }
            }
            return not(denied);
        }

        @Override
        public boolean reads(int slot) {
            return Node.anyReads(parts, slot);
        }

        @Override
        public int possible(int slot, int rank) {
            int answers = 1 << MET;
            for (Node part : parts) {
                answers = both(answers, turned(part.possible(slot, rank)));
            }
            return turned(answers);
        }
    }

    /** The part is answered no. */
    record Not(Node part) implements Node {
        @Override
        public int ask(int[] ranks) {
            return not(part.ask(ranks));
        }

        @Override
        public boolean reads(int slot) {
            return part.reads(slot);
        }

        @Override
        public int possible(int slot, int rank) {
            return turned(part.possible(slot, rank));
        }
    }
}
