package dev.portcullis.screening.match;

import java.util.Arrays;

/**
 * An immutable multimap from hashes to numbers that keeps neither keys nor hashes: a look-up also gives numbers that were put under other
 * hashes, so the caller verifies. Four bytes an entry and four a bucket.
 */
final class Buckets {
    private final int mask;
    private final int[] starts;
    private final int[] numbers;

    private Buckets(int mask, int[] starts, int[] numbers) {
        this.mask = mask;
        this.starts = starts;
        this.numbers = numbers;
    }

    /** Where the numbers of a hash begin, for {@link #number}. */
    int from(int hash) {
        return starts[hash & mask];
    }

    /** Where the numbers of a hash end. */
    int to(int hash) {
        return starts[(hash & mask) + 1];
    }

    int number(int at) {
        return numbers[at];
    }

    /** Gathers entries. */
    static final class Builder {
        private int[] hashes = new int[1 << 12];
        private int[] numbers = new int[1 << 12];
        private int size;

        void put(int hash, int number) {
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, size + (size >> 1));
                numbers = Arrays.copyOf(numbers, size + (size >> 1));
            }
            hashes[size] = hash;
            numbers[size++] = number;
        }

        /** A bucket for every one to two entries. */
        Buckets build() {
            int count = Math.max(16, Integer.highestOneBit(Math.max(1, size)));
            int mask = count - 1;
            int[] starts = new int[count + 1];
            for (int i = 0; i < size; i++) {
                starts[(hashes[i] & mask) + 1]++;
            }
            for (int i = 0; i < count; i++) {
                starts[i + 1] += starts[i];
            }
            int[] next = Arrays.copyOf(starts, count);
            int[] sorted = new int[size];
            for (int i = 0; i < size; i++) {
                sorted[next[hashes[i] & mask]++] = numbers[i];
            }
            return new Buckets(mask, starts, sorted);
        }
    }
}
