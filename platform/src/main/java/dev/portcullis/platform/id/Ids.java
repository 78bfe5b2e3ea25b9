package dev.portcullis.platform.id;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * Makes opaque identifiers: a prefix, a hyphen and 26 characters of Crockford's base 32 (lower case, without i, l, o and u), of
 * which the first 10 are the milliseconds since 1970 and the rest 80 random bits. They sort by the time of their making and
 * cannot be guessed.
 */
public final class Ids {
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private Ids() {}

    /** A new identifier, for example {@code itm-01jdv4m3...}. */
    public static String next(String prefix) {
        byte[] random = new byte[16];
        // Made anew: a static one would be seeded while a native image is built, the same for each start.
        new SecureRandom().nextBytes(random);
        StringBuilder id =
                new StringBuilder(prefix.length() + 27).append(prefix).append('-');
        long time = System.currentTimeMillis();
        for (int shift = 45; shift >= 0; shift -= 5) {
            id.append(ALPHABET[(int) (time >>> shift) & 31]);
        }
        for (byte b : random) {
            id.append(ALPHABET[b & 31]);
        }
        return id.toString();
    }

    /** Stands before every identifier of the prefix that was made at a moment or later, and is none itself. */
    public static String floor(String prefix, Instant from) {
        long time = Math.max(0, from.toEpochMilli());
        StringBuilder id = new StringBuilder(prefix).append('-');
        for (int shift = 45; shift >= 0; shift -= 5) {
            id.append(ALPHABET[(int) (time >>> shift) & 31]);
        }
        return id.toString();
    }
}
