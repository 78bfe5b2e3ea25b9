package dev.portcullis.screening.screening;

import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.screening.list.Current;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What a screening is made against: editions, and what the weights of words are taken from. The same on every replica.
 *
 * @param editions ids of editions, one of each source
 * @param weights the id of the counts
 */
public record Searched(Collection<String> editions, String weights) {
    private static final int DIGITS = 32;

    public Searched {
        editions = List.copyOf(editions);
    }

    /** What is, or was, current. */
    public static Searched of(Current current) {
        String counts = current.counts();
        return new Searched(current.editions().values(), counts == null ? "" : counts);
    }

    /** A digest of all of it. */
    public String id() {
        return "les-"
                + Sha256.of(String.join(" ", new TreeSet<>(editions)) + " " + weights)
                        .substring(0, DIGITS);
    }
}
