package dev.portcullis.classification.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.classification.item.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a classification, as it is stored and shown. The ledger holds the digest of these very bytes.
 *
 * @param step what was done
 * @param by who did it
 * @param at when
 * @param note what that person wrote down
 * @param nextReview for an approval, the day by which somebody has to look at it again
 * @param attachments documents that it rests on
 * @param reasons why, where the service did it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StepBody(
        Step step,
        Actor by,
        Instant at,
        @Nullable String note,
        @Nullable LocalDate nextReview,
        List<Attachment> attachments,
        List<Reason> reasons) {
    public StepBody {
        attachments = List.copyOf(attachments);
        reasons = List.copyOf(reasons);
    }

    /** What can be done to a classification. */
    public enum Step {
        PROPOSED,
        REVIEWED,
        RETURNED,
        APPROVED,
        /** Worked out again after a change, with the same answer. */
        CONFIRMED,
        REOPENED,
        SUPERSEDED
    }
}
