package dev.portcullis.local.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The claim that a leaf is in a Merkle tree (RFC 6962, section 2.1.1; verified as RFC 9162, section 2.1.3.2 has it).
 *
 * @param index the leaf's place, from 0
 * @param size leaves of the tree
 * @param path sibling hashes, nearest first
 */
public record InclusionProof(long index, long size, List<byte[]> path) {
    private static final int HASH_LENGTH = 32;

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** The hash of a leaf. */
    public static byte[] leafHash(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return digest.digest(entry);
    }

    /** @throws RefusedException if the leaf is not proved to be in the tree with that root */
    public void verify(byte[] leafHash, byte[] root) throws RefusedException {
        if (index < 0 || index >= size) {
            throw new RefusedException("Leaf " + index + " is outside of a tree of " + size);
        }
        if (leafHash.length != HASH_LENGTH || root.length != HASH_LENGTH) {
            throw new RefusedException("A hash has " + HASH_LENGTH + " bytes");
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                throw new RefusedException("The path is too long");
            }
            if (sibling.length != HASH_LENGTH) {
                throw new RefusedException("A hash has " + HASH_LENGTH + " bytes");
            }
            if ((node & 1) == 1 || node == last) {
                hash = parent(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = parent(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new RefusedException("The path is too short");
        }
        if (!MessageDigest.isEqual(hash, root)) {
            throw new RefusedException("The path leads to another root");
        }
    }

    private static byte[] parent(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
