package dev.portcullis.personnel.group;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group.
 *
 * @param id opaque
 * @param version rises by one with each change
 * @param displayName not the name of a person
 * @param externalId the HR system's own key
 * @param members ids of persons, in order; empty where they were not asked for
 */
public record Group(
        String id,
        long version,
        String displayName,
        @Nullable String externalId,
        List<String> members,
        Instant createdAt,
        Instant changedAt) {

    public Group {
        members = List.copyOf(members);
    }
}
