package dev.portcullis.licensing.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that an application needs, or may need.
 *
 * @param kind by which attachments name it
 * @param title what it is
 * @param status whether it is there
 * @param before by when it must be: {@code SUBMISSION} or {@code EXPORT}
 * @param digests of those that are attached
 * @param question what a person is asked; absent where nothing is
 * @param citation where it is asked for
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NeededDocument(
        String kind,
        String title,
        Status status,
        String before,
        List<String> digests,
        @Nullable String question,
        String citation) {
    public NeededDocument {
        digests = List.copyOf(digests);
    }

    /** Whether a document is there. */
    public enum Status {
        ATTACHED,
        MISSING,
        NOT_NEEDED,
        /** A fact is missing that would tell. */
        UNDECIDED
    }
}
