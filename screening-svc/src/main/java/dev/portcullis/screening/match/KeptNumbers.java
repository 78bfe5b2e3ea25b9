package dev.portcullis.screening.match;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The documents and numbers of kept parties, by which an entry finds whoever has the same one, whatever the names. Holds 32 bits of a hash of each number
 * and no number: two numbers of one hash make a party reached that is not touched, about one in 4,000 million. Immutable.
 */
final class KeptNumbers {
    /** The hash in the upper half, the party in the lower one; in order. */
    private final long[] places;

    private KeptNumbers(long[] places) {
        this.places = places;
    }

    /** Adds the parties that have a number. */
    void find(String number, BitSet parties) {
        String compared = EvidenceRules.number(number);
        if (compared.length() < EvidenceRules.SHORTEST_NUMBER) {
            return;
        }
        long from = (long) Hashes.of(compared) << 32;
        int at = Arrays.binarySearch(places, from);
        for (int i = at < 0 ? -at - 1 : at; i < places.length && places[i] >> 32 == from >> 32; i++) {
            parties.set((int) places[i]);
        }
    }

    /** Gathers numbers. Used by one thread. */
    static final class Builder {
        private long[] places = new long[1 << 4];
        private int size;

        void add(String number, int party) {
            String compared = EvidenceRules.number(number);
            if (compared.length() < EvidenceRules.SHORTEST_NUMBER) {
                return;
            }
            if (size == places.length) {
                places = Arrays.copyOf(places, size * 2);
            }
            places[size++] = (long) Hashes.of(compared) << 32 | party;
        }

        KeptNumbers build() {
            long[] sorted = Arrays.copyOf(places, size);
            Arrays.sort(sorted);
            return new KeptNumbers(sorted);
        }
    }
}
