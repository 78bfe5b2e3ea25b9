package dev.portcullis.licensing.moving;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A register of licenses that was sent.
 *
 * @param id opaque id
 * @param state how far it is
 * @param mapping by which it was read
 * @param sha256 digest of the file
 * @param dryRun whether it was only looked at
 * @param skipInvalid whether licenses that are in order are recorded although others are not
 * @param lines lines of the file, without its header
 * @param licenses licenses that they tell
 * @param invalid licenses of them that are not in order
 * @param applied licenses that were recorded
 * @param unchanged licenses that were recorded before, in the same words
 * @param failed licenses that could not be recorded
 * @param createdAt when it was received
 * @param changedAt when it last went on
 */
@RegisterForReflection
public record ImportView(
        String id,
        State state,
        String mapping,
        String sha256,
        boolean dryRun,
        boolean skipInvalid,
        int lines,
        int licenses,
        int invalid,
        int applied,
        int unchanged,
        int failed,
        Instant createdAt,
        Instant changedAt) {
    /** How far an import is. */
    public enum State {
        /** Looked at, and nothing more was wanted. */
        CHECKED,
        /** Something is not in order, and nothing was recorded. */
        REFUSED,
        /** In order; licenses are recorded one by one. */
        QUEUED,
        /** All that could be recorded is. */
        DONE
    }
}
