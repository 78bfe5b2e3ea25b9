package dev.portcullis.screening.match;

import java.util.Arrays;

/**
 * An immutable multimap from hashes to numbers that keeps no keys, and of a hash as many of its upper bits as a number leaves free: a look-up rarely
 * gives a number that was put under another hash, and the caller verifies. Four bytes an entry and four a bucket.
 */
final class Buckets {
    private final int mask;
    private final int[] starts;
    private final int[] numbers;

    /** The lower bits of an entry are its number, the upper ones those of its hash. */
    private final int numberMask;

    private Buckets(int mask, int[] starts, int[] numbers, int numberMask) {
        this.mask = mask;
        this.starts = starts;
        this.numbers = numbers;
        this.numberMask = numberMask;
    }

    /** Where the numbers of a hash begin, for {@link #number}. */
    int from(int hash) {
        return starts[hash & mask];
    }

    /** Where the numbers of a hash end. */
    int to(int hash) {
        return starts[(hash & mask) + 1];
    }

    /** The number at a place, or -1 where it was put under another hash. */
    int number(int at, int hash) {
        int entry = numbers[at];
        return ((entry ^ hash) & ~numberMask) == 0 ? entry & numberMask : -1;
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
            int most = 0;
            for (int i = 0; i < size; i++) {
                most = Math.max(most, numbers[i]);
            }
            int numberMask = most == 0 ? 1 : (Integer.highestOneBit(most) << 1) - 1;
            int[] next = Arrays.copyOf(starts, count);
            int[] sorted = new int[size];
            for (int i = 0; i < size; i++) {
                sorted[next[hashes[i] & mask]++] = numbers[i] | hashes[i] & ~numberMask;
            }
            return new Buckets(mask, starts, sorted, numberMask);
        }
    }
}
