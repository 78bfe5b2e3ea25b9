package dev.portcullis.personnel.intake;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a file was applied.
 *
 * @param state RUNNING also where it broke off: send the same file again, and it goes on
 * @param doneLines lines that were looked at, of all {@code lines}
 */
@RegisterForReflection(targets = {FileView.class, FileView.LineView.class})
public record FileView(
        @Schema(examples = "itf-01k9zq0v5m8y3h2t7n4c6w1xrd") String id,
        String feed,
        State state,
        boolean dryRun,
        int lines,
        int doneLines,
        int created,
        int changed,
        int unchanged,
        int refused,
        String startedBy,
        Instant startedAt,
        Instant touchedAt) {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE
    }

    /**
     * What became of a line.
     *
     * @param line where it begins in the file, from 1
     * @param outcome what it did, or would do
     * @param personId whom it was about; absent where that cannot be told, or where nobody is there yet
     * @param reason why it was refused; empty where it was not
     */
    public record LineView(
            int line, Outcome outcome, @Nullable String personId, String reason) {}
}
