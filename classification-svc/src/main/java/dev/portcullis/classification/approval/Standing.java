package dev.portcullis.classification.approval;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A classification that stands or awaits somebody.
 *
 * @param number its number within the item
 * @param status how far the rules got
 * @param eccn the entry that they answered
 * @param paragraph its paragraph
 * @param determined what a person determined in their place
 * @param ccats number of the agency's ruling that it follows
 * @param sha256 digest of the reasoned answer
 * @param approval the step that put it into effect; absent where nothing did, or where that was before approvals
 */
public record Standing(
        String itemId,
        int number,
        State state,
        @Nullable LocalDate nextReview,
        int datasheetNumber,
        LocalDate asOf,
        LocalDate edition,
        String status,
        @Nullable String eccn,
        @Nullable String paragraph,
        @Nullable Determined determined,
        @Nullable String ccats,
        String sha256,
        @Nullable Approval approval) {
    /** Whether the item goes by it. */
    public boolean stands() {
        return state == State.APPROVED || state == State.REOPENED;
    }

    /** The entry and paragraph; what a person determined goes first. Empty where it is open. */
    public String entry() {
        if (determined != null) {
            return determined.paragraph().toString();
        }
        return eccn == null ? "" : paragraph == null ? eccn : eccn + "." + paragraph;
    }

    /**
     * What put a classification into effect.
     *
     * @param by the name of who did it
     * @param at when
     */
    public record Approval(String by, Instant at) {}
}
