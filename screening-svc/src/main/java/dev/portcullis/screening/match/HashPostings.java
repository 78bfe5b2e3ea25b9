package dev.portcullis.screening.match;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * An immutable multimap from texts to numbers that keeps only the texts' hashes: a look-up may also give numbers of another
 * text, so the caller verifies. Eight bytes an entry.
 */
final class HashPostings {
    private final long[] sorted;

    private HashPostings(long[] sorted) {
        this.sorted = sorted;
    }

    /** Calls back with each number that was put under the text, and perhaps with others. */
    void find(CharSequence text, IntConsumer found) {
        long from = (long) hash(text) << 32;
        int at = Arrays.binarySearch(sorted, from);
        for (int i = at < 0 ? -at - 1 : at; i < sorted.length && sorted[i] >>> 32 == from >>> 32; i++) {
            found.accept((int) sorted[i]);
        }
    }

    /** Gathers entries. */
    static final class Builder {
        private long[] entries = new long[1 << 12];
        private int size;

        void put(CharSequence text, int number) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, size * 2);
            }
            entries[size++] = (long) hash(text) << 32 | number;
        }

        HashPostings build() {
            long[] sorted = Arrays.copyOf(entries, size);
            Arrays.sort(sorted);
            int kept = 0;
            for (int i = 0; i < sorted.length; i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) {
                    sorted[kept++] = sorted[i];
                }
            }
            return new HashPostings(Arrays.copyOf(sorted, kept));
        }
    }

    /** FNV-1a with a final mix, kept to 31 bits so that the shifted value stays positive and the order is that of longs. */
    private static int hash(CharSequence text) {
        int h = 0x811C9DC5;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x01000193;
        }
        h ^= h >>> 15;
        h *= 0x2C1B3C6D;
        h ^= h >>> 13;
        return h & 0x7FFFFFFF;
    }
}
