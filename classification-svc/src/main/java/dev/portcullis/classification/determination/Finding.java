package dev.portcullis.classification.determination;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.classification.facts.FactValue;
import dev.portcullis.classification.facts.Outcome;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one criterion. A leaf names a fact; a branch ({@code all}, {@code any}, {@code not}, {@code meets},
 * {@code contains}, {@code isFor}) has parts.
 *
 * @param outcome whether it holds
 * @param criterion the form of the criterion, or the name of the paragraph or component that a part speaks of
 * @param fact the fact that was asked for, by its name in the list's dictionary
 * @param label that name for people
 * @param value what the datasheet says; absent where it says nothing
 * @param comparison {@code atLeast}, {@code moreThan}, {@code atMost}, {@code lessThan}, {@code is} or {@code oneOf}
 * @param threshold what it was compared with
 * @param unit the unit of value, threshold and margin
 * @param margin value minus threshold: how far the figure stands above (positive) or below (negative)
 * @param citation where the criterion stands
 * @param note what a person must know about this finding
 * @param parts the findings that this one follows from
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Finding(
        Outcome outcome,
        String criterion,
        @Nullable String fact,
        @Nullable String label,
        @Nullable FactValue value,
        @Nullable String comparison,
        @Nullable Object threshold,
        @Nullable String unit,
        @Nullable BigDecimal margin,
        @Nullable String citation,
        @Nullable String note,
        List<Finding> parts) {

    public Finding {
        parts = List.copyOf(parts);
    }

    static Finding branch(Outcome outcome, String criterion, @Nullable String citation, List<Finding> parts) {
        return new Finding(outcome, criterion, null, null, null, null, null, null, null, citation, null, parts);
    }

    static Finding unknown(String criterion, String fact, @Nullable String citation, @Nullable String note) {
        return new Finding(
                Outcome.UNKNOWN, criterion, fact, null, null, null, null, null, null, citation, note, List.of());
    }
}
