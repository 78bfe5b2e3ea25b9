package dev.portcullis.personnel.group;

import org.jspecify.annotations.Nullable;

/**
 * Narrows a search among groups; what is null narrows nothing. All must hold.
 *
 * @param displayName whatever its case
 * @param member id of a person
 */
public record GroupCriteria(
        @Nullable String id,
        @Nullable String displayName,
        @Nullable String externalId,
        @Nullable String member) {

    /** All groups. */
    public static final GroupCriteria ALL = new GroupCriteria(null, null, null, null);
}
