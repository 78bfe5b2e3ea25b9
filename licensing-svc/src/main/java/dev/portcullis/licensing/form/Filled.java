package dev.portcullis.licensing.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A field as it stands.
 *
 * @param key by which an answer names it
 * @param form the form
 * @param block where it stands on the form
 * @param label what it is called
 * @param status whether it is filled
 * @param value with what; absent unless it is filled
 * @param source the fact that filled it, or {@code answer} where a person did; absent unless it is filled
 * @param question what a person is asked; absent unless something is missing
 * @param citation where the field is asked for
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Filled(
        String key,
        String form,
        String block,
        String label,
        Status status,
        @Nullable String value,
        @Nullable String source,
        @Nullable String question,
        String citation) {
    /** Whether a field is filled. */
    public enum Status {
        FILLED,
        /** Needed, or perhaps needed, and not there: a person is asked. */
        MISSING,
        /** The form has it, and it may stay empty. */
        LEFT_EMPTY,
        /** Not asked for in this case. */
        NOT_NEEDED
    }

    public boolean lacks() {
        return status == Status.MISSING;
    }
}
