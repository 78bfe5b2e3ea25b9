package dev.portcullis.screening.ownership;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * That an owner stands on a list.
 *
 * @param list the list's code
 * @param entryId the entry's id
 * @param name the name that the entry is listed under
 * @param programs the sanctions programs of the entry; empty where the list does not tell
 * @param certain whether it is the very entry; otherwise a name is like it, and a person has not decided
 */
@RegisterForReflection
public record Listing(String list, String entryId, String name, List<String> programs, boolean certain) {
    public Listing {
        programs = List.copyOf(programs);
    }
}
