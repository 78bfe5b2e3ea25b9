package dev.portcullis.classification.program;

import dev.portcullis.classification.facts.OwnFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rules one rank alone closes, whatever the others are: those need not be asked. A circuit that does nothing with cryptography, for
 * one, is past all of Category 5 Part 2 at once. A rule is a bit.
 */
final class Pruning {
    private static final Set<String> OWN =
            Arrays.stream(OwnFact.values()).map(OwnFact::key).collect(Collectors.toUnmodifiableSet());

    private final int words;
    private final int rules;

    /** The slots of facts that most datasheets say, of characteristics, and of what items are for. */
    private final Table own;

    private final Table stated;
    private final Table aimed;

    /** What is open by a word, as far as characteristics close it of which none is stated; where none is presumed, and where all are. */
    private final long[] unsaid;

    private final long[] presumed;

    /** The same of an item that is for nothing. */
    private final long[] aimless;

    /** @param answers those that keep a rule open where one of them is possible, as bits */
    Pruning(List<Node> nodes, List<Slot> slots, int answers, Ranking ranking) {
        rules = nodes.size();
        words = (rules + Long.SIZE - 1) / Long.SIZE;
        List<Integer> others = new ArrayList<>();
        List<Integer> characteristics = new ArrayList<>();
        List<Integer> aims = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (slot instanceof Slot.IsFor) {
                aims.add(i);
            } else {
                boolean characteristic = slot instanceof Slot.OfFact ofFact && !OWN.contains(ofFact.fact());
                (characteristic ? characteristics : others).add(i);
            }
        }
        own = new Table(nodes, slots, others, answers);
        stated = new Table(nodes, slots, characteristics, answers);
        aimed = new Table(nodes, slots, aims, answers);
        unsaid = each(stated, ranking.plain(false));
        presumed = each(stated, ranking.plain(true));
        aimless = each(aimed, ranking.plain(false));
    }

    private long[] each(Table table, int[] ranks) {
        long[] all = new long[words];
        Arrays.setAll(all, word -> table.of(word, ranks));
        return all;
    }

    int words() {
        return words;
    }

    /** The rules of a word that no rank alone closes. */
    long of(int word, Ranks ranks) {
        long open = word < words - 1 ? -1 : -1L >>> words * Long.SIZE - rules;
        open &= own.of(word, ranks.values());
        if (ranks.stated()) {
            open &= stated.of(word, ranks.values());
        } else {
            open &= (ranks.presumed() ? presumed : unsaid)[word];
        }
        return open & (ranks.aimed() ? aimed.of(word, ranks.values()) : aimless[word]);
    }

    /** For some slots and each of their ranks the rules that stay open. */
    private static final class Table {
        /** Ranks begin at {@link Slot#UNDEFINED}. */
        private static final int FIRST = -Slot.UNDEFINED;

        /** The slots of which some rank closes some rule. */
        private final int[] slots;

        private final long[][][] open;

        Table(List<Node> nodes, List<Slot> all, List<Integer> some, int answers) {
            int words = (nodes.size() + Long.SIZE - 1) / Long.SIZE;
            List<Integer> closing = new ArrayList<>();
            List<long[][]> tables = new ArrayList<>();
            for (int slot : some) {
                long[][] table = table(nodes, slot, FIRST + ranks(all.get(slot)), answers);
                if (table.length > 0) {
                    closing.add(slot);
                    tables.add(table);
                }
            }
            slots = closing.stream().mapToInt(Integer::intValue).toArray();
            open = new long[words][slots.length][];
            for (int word = 0; word < words; word++) {
                for (int i = 0; i < slots.length; i++) {
                    open[word][i] = tables.get(i)[word];
                }
            }
        }

        long of(int word, int[] ranks) {
            long left = -1;
            long[][] tables = open[word];
            for (int i = 0; i < slots.length; i++) {
                left &= tables[i][FIRST + ranks[slots[i]]];
            }
            return left;
        }

        private static int ranks(Slot slot) {
            if (slot instanceof FigureSlot figure) {
                return figure.ranks();
            } else if (slot instanceof Slot.Word word) {
                return word.words().size() + 1;
            } else if (slot instanceof Slot.Flag) {
                return 2;
            }
            // What is kept has no rank before it is asked, hence closes no rule.
            return slot instanceof Slot.Kept ? -FIRST : Node.NOT_MET + 1;
        }

        /** Bits by word and rank; empty where no rank closes any rule. */
        private static long[][] table(List<Node> nodes, int slot, int ranks, int answers) {
            long[][] table = new long[(nodes.size() + Long.SIZE - 1) / Long.SIZE][ranks];
            for (long[] word : table) {
                Arrays.fill(word, -1);
            }
            boolean closes = false;
            for (int rule = 0; rule < nodes.size(); rule++) {
                Node node = nodes.get(rule);
                if (!node.reads(slot)) {
                    continue;
                }
                for (int rank = 0; rank < ranks; rank++) {
                    if ((node.possible(slot, rank - FIRST) & answers) == 0) {
                        table[rule / Long.SIZE][rank] &= ~(1L << rule);
                        closes = true;
                    }
                }
            }
            return closes ? table : new long[0][];
        }
    }
}
