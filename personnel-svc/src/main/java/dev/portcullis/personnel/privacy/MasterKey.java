package dev.portcullis.personnel.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A master key held in memory. From it are derived, each for one purpose: the key that wraps persons' keys, the key of lookups, and
 * the name of the key.
 */
final class MasterKey {
    /** Marks a key that stands in the repository. */
    static final String DEVELOPMENT = "development-";

    private static final int BYTES = 32;

    private final byte[] wrapping;
    private final byte[] lookups;
    private final String id;

    private MasterKey(byte[] master) {
        wrapping = Seal.mac(master, "portcullis personnel wrapping", "1");
        lookups = Seal.mac(master, "portcullis personnel lookups", "1");
        id = HexFormat.of().formatHex(Seal.mac(master, "portcullis personnel key id", "1"), 0, 8);
    }

    /**
     * Reads a key: 32 bytes in base64, or a text that begins with {@value #DEVELOPMENT}.
     *
     * @throws IllegalArgumentException where it is neither; the message does not repeat it
     */
    static MasterKey of(String configured) {
        if (configured.startsWith(DEVELOPMENT)) {
            return new MasterKey(sha256(configured));
        }
        byte[] master;
        try {
            master = Base64.getDecoder().decode(configured.trim());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the master key is not base64", e);
        }
        if (master.length != BYTES) {
            throw new IllegalArgumentException("the master key must have 32 bytes");
        }
        return new MasterKey(master);
    }

    String id() {
        return id;
    }

    byte[] wrap(byte[] key, String context) {
        return Seal.close(wrapping, key, context);
    }

    byte[] unwrap(byte[] wrapped, String context) {
        return Seal.open(wrapping, wrapped, context);
    }

    byte[] lookup(String purpose, String value) {
        return Seal.mac(lookups, purpose, value);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
