package dev.portcullis.personnel.group;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What HR says of a group. */
public record GroupContent(String displayName, @Nullable String externalId, Set<String> members) {
    public GroupContent {
        members = Set.copyOf(members);
    }
}
