package dev.portcullis.classification.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why a classification was reopened, confirmed or superseded.
 *
 * @param cause what changed
 * @param text in a sentence
 * @param before what it was, where the answer or a figure differs
 * @param after what it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reason(
        Cause cause,
        String text,
        @Nullable String before,
        @Nullable String after) {

    /** What can change an answer. */
    public enum Cause {
        DATASHEET,
        /** Another item that the answer was worked out from. */
        INPUT,
        /** An edition of the control list, the rules, or the day from which they hold. */
        LAW,
        /** Another classification of the item. */
        CLASSIFICATION
    }
}
