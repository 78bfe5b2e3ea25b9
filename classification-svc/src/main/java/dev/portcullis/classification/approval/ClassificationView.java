package dev.portcullis.classification.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.portcullis.classification.determination.Classification;
import dev.portcullis.classification.item.Input;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stored classification as callers see it.
 *
 * @param number 1, 2, 3 within the item
 * @param state where it stands; only an approved one is in effect
 * @param datasheetNumber the datasheet that was read
 * @param sha256 digest of the result as stored, which the ledger holds too
 * @param note what the proposer wrote down
 * @param ccats number of the agency's ruling that it follows (15 CFR 748.3)
 * @param determined what a person determined in the place of the rules
 * @param nextReview the day by which somebody has to look at it again
 * @param inputs other items that were read
 * @param steps what was done to it, by whom and why, in the order of time
 * @param result the reasoned answer of the rules, byte for byte as stored
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClassificationView(
        String itemId,
        int number,
        State state,
        int datasheetNumber,
        String sha256,
        @Nullable String note,
        @Nullable String ccats,

        @JsonRawValue @Schema(implementation = Determined.class) @Nullable
        String determined,

        @Nullable LocalDate nextReview,
        String createdBy,
        Instant createdAt,

        @JsonRawValue @Schema(implementation = Input[].class)
        String inputs,

        List<StepView> steps,

        @JsonRawValue @Schema(implementation = Classification.class)
        String result) {
    public ClassificationView {
        steps = List.copyOf(steps);
    }

    /**
     * A step as callers see it.
     *
     * @param sha256 digest of the step as stored, which the ledger holds too
     * @param step the step, byte for byte as stored
     */
    public record StepView(
            String sha256,

            @JsonRawValue @Schema(implementation = StepBody.class)
            String step) {}
}
