package dev.portcullis.screening.list;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is current in the database.
 *
 * @param editions ids of editions by their sources; sources without one are left out
 * @param counts the id of the counts that weights of words are taken from; absent before any list was searched
 */
public record Current(
        Map<String, String> editions, @Nullable String counts) {
    public Current {
        editions = Map.copyOf(editions);
    }
}
