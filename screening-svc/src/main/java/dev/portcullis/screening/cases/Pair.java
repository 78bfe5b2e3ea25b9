package dev.portcullis.screening.cases;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Whom a case is about: is this party that entry?
 *
 * @param party the party's id
 * @param list the list's code
 * @param entryId the entry's id on it
 */
@RegisterForReflection
public record Pair(String party, String list, String entryId) {
    public Pair {
        if (party.isBlank() || list.isBlank() || entryId.isBlank()) {
            throw new IllegalArgumentException("a case is about a party and an entry of a list");
        }
    }
}
