package dev.portcullis.platform.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The Merkle tree of RFC 6962, section 2.1, over the hashes of its complete subtrees: node (level, position) covers the
 * leaves {@code [position * 2^level, (position + 1) * 2^level)}. Pure arithmetic; nodes come from outside.
 */
public final class Merkle {
    private Merkle() {}

    /** The place of a complete subtree. */
    public record Node(int level, long position) {}

    /** A run of leaves {@code [from, to)} that the tree hashes as one subtree. */
    public record Range(long from, long to) {
        public Range {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException("an empty range has no hash");
            }
        }

        /** The complete subtrees that make up the range, left to right, each half the size of the one before or smaller. */
        public List<Node> nodes() {
            List<Node> nodes = new ArrayList<>();
            long start = from;
            while (start < to) {
                int level = 63 - Long.numberOfLeadingZeros(to - start);
                nodes.add(new Node(level, start >>> level));
                start += 1L << level;
            }
            return nodes;
        }

        /** The range's hash from those of its {@link #nodes}. */
        public byte[] hash(Function<Node, byte[]> nodeHash) {
            List<Node> nodes = nodes();
            byte[] hash = nodeHash.apply(nodes.get(nodes.size() - 1));
            for (int i = nodes.size() - 2; i >= 0; i--) {
                hash = parent(nodeHash.apply(nodes.get(i)), hash);
            }
            return hash;
        }
    }

    /** The hash of a leaf: SHA-256 of 0x00 and the entry. */
    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return digest.digest(entry);
    }

    /** The hash of an inner node: SHA-256 of 0x01 and both children. */
    public static byte[] parent(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** The root of the empty tree. */
    public static byte[] emptyRoot() {
        return sha256().digest();
    }

    /**
     * The audit path of a leaf (RFC 6962, section 2.1.1), nearest sibling first.
     *
     * @param index of the leaf, from 0
     * @param size of the tree, more than index
     */
    public static List<Range> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("the leaf must be in the tree");
        }
        List<Range> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.add(0, new Range(middle, to));
                to = middle;
            } else {
                path.add(0, new Range(from, middle));
                from = middle;
            }
        }
        return path;
    }

    /**
     * The proof that a tree is a prefix of a later one (RFC 6962, section 2.1.2).
     *
     * @param older size of the earlier tree, 1 or more
     * @param size of the later tree, at least {@code older}
     */
    public static List<Range> consistency(long older, long size) {
        if (older < 1 || older > size) {
            throw new IllegalArgumentException("the earlier tree must not be empty nor larger than the later");
        }
        List<Range> proof = new ArrayList<>();
        long from = 0;
        long to = size;
        boolean whole = true;
        while (older != to) {
            long middle = from + split(to - from);
            if (older <= middle) {
                proof.add(0, new Range(middle, to));
                to = middle;
            } else {
                proof.add(0, new Range(from, middle));
                from = middle;
                whole = false;
            }
        }
        if (!whole) {
            proof.add(0, new Range(from, to));
        }
        return proof;
    }

    /** The largest power of two below n. */
    private static long split(long n) {
        return Long.highestOneBit(n - 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
