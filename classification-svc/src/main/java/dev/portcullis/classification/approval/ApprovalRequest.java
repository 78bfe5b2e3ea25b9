package dev.portcullis.classification.approval;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a proposed classification into effect.
 *
 * @param note what the approver wants to have written down
 * @param nextReview the day by which somebody has to look at it again, at most ten years ahead; absent for none
 * @param attachments documents that the approval rests on
 */
public record ApprovalRequest(
        @Nullable @Size(max = 2000) String note,
        @Nullable LocalDate nextReview,
        @Size(max = 50) List<@NotNull @Valid Attachment> attachments) {
    static final ApprovalRequest PLAIN = new ApprovalRequest(null, null, List.of());

    public ApprovalRequest {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }
}
