package dev.portcullis.licensing.moving;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A license of an import.
 *
 * @param ordinal its place among the licenses of the file, from 1
 * @param number its number; absent where the file tells none
 * @param firstLine the line of the file on which it begins
 * @param state what became of it
 * @param licenseId the license that was recorded, or was there before
 * @param errors what is wrong, by line of the file
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ItemView(
        int ordinal,
        @Nullable String number,
        int firstLine,
        State state,
        @Nullable String licenseId,
        List<Fault> errors) {
    public ItemView {
        errors = List.copyOf(errors);
    }

    /** What became of a license. */
    public enum State {
        INVALID,
        CHECKED,
        APPLIED,
        UNCHANGED,
        FAILED
    }
}
