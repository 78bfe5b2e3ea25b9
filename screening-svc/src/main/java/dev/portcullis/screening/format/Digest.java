package dev.portcullis.screening.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ids for entries of lists that give none, made of what stays the same from edition to edition. */
final class Digest {
    private static final int BYTES = 16;

    private Digest() {}

    /** A prefix and a digest of the parts. */
    static String id(String prefix, @Nullable String... parts) {
        String text = Arrays.stream(parts).map(part -> part == null ? "" : part).collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return prefix + "-" + HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
