package dev.portcullis.classification.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which rules one rank alone closes, whatever the others are: those need not be asked. A circuit that does nothing with cryptography,
 * for one, is past all of Category 5 Part 2 at once. A rule is a bit.
 */
final class Pruning {
    /** Ranks begin at {@link Slot#UNDEFINED}. */
    private static final int FIRST = -Slot.UNDEFINED;

    private final int words;
    private final int rules;

    /** The slots of which some rank closes some rule, and for each and its ranks the rules that stay open; a table a word of bits. */
    private final int[] slots;

    private final long[][][] open;

    /** @param answers those that keep a rule open where one of them is possible, as bits */
    Pruning(List<KindProgram.Step> steps, List<Slot> all, int answers) {
        rules = steps.size();
        words = (rules + Long.SIZE - 1) / Long.SIZE;
        List<Integer> pruning = new ArrayList<>();
        List<long[][]> tables = new ArrayList<>();
        for (int slot = 0; slot < all.size(); slot++) {
            long[][] table = table(steps, slot, FIRST + ranks(all.get(slot)), answers);
            if (table.length > 0) {
                pruning.add(slot);
                tables.add(table);
            }
        }
        slots = pruning.stream().mapToInt(Integer::intValue).toArray();
        open = new long[words][slots.length][];
        for (int word = 0; word < words; word++) {
            for (int i = 0; i < slots.length; i++) {
                open[word][i] = tables.get(i)[word];
            }
        }
    }

    int words() {
        return words;
    }

    /** The rules of a word that no rank alone closes. */
    long of(int word, int[] ranks) {
        long left = word < words - 1 ? -1 : -1L >>> words * Long.SIZE - rules;
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
    private long[][] table(List<KindProgram.Step> steps, int slot, int ranks, int answers) {
        long[][] table = new long[words][ranks];
        for (long[] word : table) {
            Arrays.fill(word, -1);
        }
        boolean prunes = false;
        for (int rule = 0; rule < rules; rule++) {
            Node node = steps.get(rule).node();
            if (!node.reads(slot)) {
                continue;
            }
            for (int rank = 0; rank < ranks; rank++) {
                if ((node.possible(slot, rank - FIRST) & answers) == 0) {
                    table[rule / Long.SIZE][rank] &= ~(1L << rule);
                    prunes = true;
                }
            }
        }
        return prunes ? table : new long[0][];
    }
}
