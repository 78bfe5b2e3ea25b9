package dev.portcullis.classification.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure held against a threshold.
 *
 * @param label the figure's name
 * @param value what the datasheet says
 * @param comparison {@code atLeast}, {@code moreThan}, {@code atMost} or {@code lessThan}
 * @param threshold of the paragraph or note
 * @param unit of value, threshold and margin
 * @param margin value minus threshold
 * @param met whether the comparison holds
 * @param citations where it stands
 * @param paragraphs the paragraphs of whose criteria it is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Margin(
        String label,
        BigDecimal value,
        String comparison,
        BigDecimal threshold,
        @Nullable String unit,
        BigDecimal margin,
        boolean met,
        List<String> citations,
        List<String> paragraphs) {
    public Margin {
        citations = List.copyOf(citations);
        paragraphs = List.copyOf(paragraphs);
    }
}
