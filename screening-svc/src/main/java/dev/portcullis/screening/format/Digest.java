package dev.portcullis.screening.format;

import dev.portcullis.platform.digest.Sha256;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ids for entries of lists that give none, made of what stays the same from edition to edition. */
final class Digest {
    private static final int DIGITS = 32;

    private Digest() {}

    /** A prefix and a digest of the parts. */
    static String id(String prefix, @Nullable String... parts) {
        String text = Arrays.stream(parts).map(part -> part == null ? "" : part).collect(Collectors.joining("\n"));
        return prefix + "-" + Sha256.of(text).substring(0, DIGITS);
    }
}
