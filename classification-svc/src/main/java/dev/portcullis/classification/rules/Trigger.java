package dev.portcullis.classification.rules;

import dev.portcullis.classification.datasheet.Datasheet;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reason of the company's own to have a person look at an item. It is not law: it decides no entry, takes none away, and only calls
 * for a review.
 *
 * @param id names the trigger for ever
 * @param title what it is about
 * @param appliesTo the forms of datasheet that it can be asked of
 * @param effectiveFrom the first day
 * @param effectiveTo the first day on which it no longer holds; null while no end is known
 * @param basis where the company has it from
 * @param when what it asks; where a fact is missing it calls for the review as well
 * @param review what the reviewer has to settle
 */
public record Trigger(
        String id,
        String title,
        Set<Datasheet.Kind> appliesTo,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String basis,
        Criterion when,
        String review)
        implements Effective {
    public Trigger {
        if (id == null || title == null || effectiveFrom == null || basis == null || when == null || review == null) {
            throw new IllegalArgumentException(
                    "a trigger has an id, a title, a first day, a basis, a condition and a review");
        }
        appliesTo = Set.copyOf(appliesTo);
        if (effectiveTo != null && !effectiveTo.isAfter(effectiveFrom)) {
            throw new IllegalArgumentException(id + " ends before it begins");
        }
    }
}
