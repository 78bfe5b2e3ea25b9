package dev.portcullis.screening.screening;

import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.screening.match.WordCounts;

/**
 * What the weights of words are taken from, by name: scores are the same wherever the name is.
 *
 * @param id a digest of the counts
 * @param counts how common the words are
 */
public record Weights(String id, WordCounts counts) {
    private static final int DIGITS = 32;

    /** Counts under their digest. */
    public static Weights of(WordCounts counts) {
        return new Weights("wct-" + Sha256.of(counts.text()).substring(0, DIGITS), counts);
    }
}
