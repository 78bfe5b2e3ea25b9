package dev.portcullis.classification.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.ItemState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A classification that somebody has to act on.
 *
 * @param item the item's name
 * @param number the classification's number within the item
 * @param state where it stands: proposed and reviewed ones await an approval, reopened ones a new answer
 * @param status how far the rules got
 * @param eccn the entry that they answered, without what a person determined
 * @param paragraph its paragraph
 * @param nextReview the day by which somebody has to look at it again
 * @param changedAt since when it stands there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Task(
        String itemId,
        String item,
        @Nullable String partNumber,
        int number,
        State state,
        ItemState.Status status,
        @Nullable String eccn,
        @Nullable String paragraph,
        @Nullable LocalDate nextReview,
        Instant changedAt) {}
