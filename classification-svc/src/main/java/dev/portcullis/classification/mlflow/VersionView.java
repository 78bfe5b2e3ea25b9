package dev.portcullis.classification.mlflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A followed version as callers see it.
 *
 * @param itemId the item that it became; absent until it is one
 * @param tags what was written back; absent until something was
 * @param waiting whether it has yet to be looked at
 * @param gone whether the registry has it no more
 * @param fault what could not be used or done, and why
 * @param alarms how often somebody changed a tag
 * @param lookedAt when it was last looked at to the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionView(
        String name,
        String version,
        @Nullable String itemId,
        @Nullable Tags tags,
        boolean waiting,
        boolean gone,
        @Nullable String fault,
        int alarms,
        @Nullable Instant lookedAt) {
    /** The tags, without their prefix {@code export.}. */
    public record Tags(String eccn, String status, String record) {}
}
