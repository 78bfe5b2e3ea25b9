package dev.portcullis.local.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What a ledger says of itself, signed: a checkpoint (c2sp.org/tlog-checkpoint) in a signed note (c2sp.org/signed-note).
 *
 * @param origin the ledger's name
 * @param size leaves of its tree
 * @param root the tree's root hash
 */
public record Checkpoint(String origin, long size, byte[] root) {
    private static final byte ED25519 = 1;
    private static final int KEY_ID_LENGTH = 4;
    private static final int RAW_KEY_LENGTH = 32;

    /**
     * Reads a note whose signature by the key is good.
     *
     * @param note the whole note
     * @param origin the ledger that it must be of
     * @param key the ledger's Ed25519 key, known from elsewhere than the ledger's own service
     * @throws RefusedException if the note is not well-formed, is of another ledger, or is not signed by the key
     */
    public static Checkpoint verified(String note, String origin, PublicKey key) throws RefusedException {
        int split = note.indexOf("\n\n");
        if (split < 0) {
            throw new RefusedException("Not a signed note: no empty line between text and signatures");
        }
        String text = note.substring(0, split + 1);
        byte[] signature = signature(note.substring(split + 2), origin, keyId(origin, key));
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            if (!verifier.verify(signature)) {
                throw new RefusedException("The signature of " + origin + " is not good");
            }
        } catch (GeneralSecurityException e) {
            throw new RefusedException("The signature cannot be checked: " + e.getMessage());
        }
        return parse(text, origin);
    }

    private static Checkpoint parse(String text, String origin) throws RefusedException {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3 || !lines.get(0).equals(origin)) {
            throw new RefusedException("Not a checkpoint of " + origin);
        }
        try {
            long size = Long.parseLong(lines.get(1));
            if (size < 0 || !Long.toString(size).equals(lines.get(1))) {
                throw new RefusedException("Not a tree size: " + lines.get(1));
            }
            return new Checkpoint(origin, size, Base64.getDecoder().decode(lines.get(2)));
        } catch (IllegalArgumentException e) {
            throw new RefusedException("Not a checkpoint: " + e.getMessage());
        }
    }

    private static byte[] signature(String signatures, String origin, byte[] keyId) throws RefusedException {
        String mine = "\u2014 " + origin + " ";
        for (String line : signatures.lines().toList()) {
            if (line.startsWith(mine)) {
                byte[] bytes;
                try {
                    bytes = Base64.getDecoder().decode(line.substring(mine.length()));
                } catch (IllegalArgumentException e) {
                    throw new RefusedException("A signature is not base64");
                }
                if (bytes.length > KEY_ID_LENGTH && Arrays.equals(Arrays.copyOf(bytes, KEY_ID_LENGTH), keyId)) {
                    return Arrays.copyOfRange(bytes, KEY_ID_LENGTH, bytes.length);
                }
            }
        }
        throw new RefusedException("No signature by the key of " + origin);
    }

    /** The first bytes of SHA-256 over name, newline, algorithm and key. */
    private static byte[] keyId(String origin, PublicKey key) throws RefusedException {
        byte[] encoded = key.getEncoded();
        if (encoded == null || encoded.length < RAW_KEY_LENGTH) {
            throw new RefusedException("Not an Ed25519 key");
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((origin + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(ED25519);
            // The raw key ends the X.509 form (RFC 8410, section 4).
            digest.update(encoded, encoded.length - RAW_KEY_LENGTH, RAW_KEY_LENGTH);
            return Arrays.copyOf(digest.digest(), KEY_ID_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
