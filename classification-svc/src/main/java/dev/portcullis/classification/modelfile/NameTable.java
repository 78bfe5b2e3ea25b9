package dev.portcullis.classification.modelfile;

import dev.portcullis.platform.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Names of tensors, each with a small number. It keeps 128 bits of a digest instead of the name: half a million long names then take
 * a few megabytes, and nobody finds two names that meet. It grows with the names that were read, never ahead of them.
 */
final class NameTable {
    /** What {@link #get} answers for a name that is not there. */
    static final int ABSENT = -1;

    private final MessageDigest sha256 = Sha256.start();
    private long[] high = new long[64];
    private long[] low = new long[64];
    private int[] values = new int[64];
    private int size;

    int size() {
        return size;
    }

    /** Adds a name; false where it is there already. */
    boolean add(String name, int value) {
        byte[] key = key(name);
        if (size * 2 >= values.length) {
            grow();
        }
        int slot = slot(first(key), second(key));
        if (values[slot] != 0) {
            return false;
        }
        put(slot, first(key), second(key), value + 1);
        size++;
        return true;
    }

    /** The number of a name, or {@link #ABSENT}. */
    int get(String name) {
        byte[] key = key(name);
        return values[slot(first(key), second(key))] - 1;
    }

    private int slot(long one, long two) {
        int mask = values.length - 1;
        int slot = (int) one & mask;
        while (values[slot] != 0 && !(high[slot] == one && low[slot] == two)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void put(int slot, long one, long two, int value) {
        high[slot] = one;
        low[slot] = two;
        values[slot] = value;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldValues = values;
        int capacity = values.length * 2;
        high = new long[capacity];
        low = new long[capacity];
        values = new int[capacity];
        for (int i = 0; i < oldValues.length; i++) {
            if (oldValues[i] != 0) {
                put(slot(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], oldValues[i]);
            }
        }
    }

    private byte[] key(String name) {
        return sha256.digest(name.getBytes(StandardCharsets.UTF_8));
    }

    private static long first(byte[] key) {
        return ByteBuffer.wrap(key).getLong(0);
    }

    private static long second(byte[] key) {
        return ByteBuffer.wrap(key).getLong(8);
    }
}
