package dev.portcullis.classification.approval;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Confirms a proposed classification or sends it back.
 *
 * @param verdict which of the two
 * @param note why; required where it is sent back
 * @param attachments documents that the review rests on
 */
public record ReviewRequest(
        @NotNull Verdict verdict,
        @Nullable @Size(max = 2000) String note,
        @Size(max = 50) List<@NotNull @Valid Attachment> attachments) {
    public ReviewRequest {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** What a reviewer can say. */
    public enum Verdict {
        CONFIRMED,
        RETURNED
    }
}
