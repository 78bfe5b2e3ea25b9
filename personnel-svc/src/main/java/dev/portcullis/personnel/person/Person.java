package dev.portcullis.personnel.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A person as HR describes one. The attributes are personal data: they go back to HR, and into nothing else.
 *
 * @param id opaque
 * @param version rises by one with each change
 * @param attributes canonical SCIM attributes, without {@code id}, {@code meta} and {@code schemas}; empty once erased
 * @param statements what each source said last of the person's nationality, by its name
 * @param doubts why other services are told less than the attributes say
 * @param deleted whether HR took the person away
 */
public record Person(
        String id,
        long version,
        ObjectNode attributes,
        ObjectNode statements,
        Doubts doubts,
        Instant createdAt,
        Instant changedAt,
        boolean deleted) {

    /** Whether the person works here now, by the record; a doubt may tell others less. */
    public boolean active() {
        return !deleted && attributes.path("active").asBoolean(false);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Person[" + id + ", version " + version + "]";
    }
}
