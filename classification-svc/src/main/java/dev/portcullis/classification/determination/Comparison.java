package dev.portcullis.classification.determination;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.classification.facts.FactValue;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the answers to two datasheets differ, and through which facts.
 *
 * @param asOf the day whose law was applied
 * @param edition issue date of the control list
 * @param from the answer to the first
 * @param to the answer to the second
 * @param facts the facts that differ, those first that turn the answer by themselves
 * @param criteria the criteria that come out otherwise or with another margin, in the order of review
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comparison(
        LocalDate asOf, LocalDate edition, Answer from, Answer to, List<Change> facts, List<Criterion> criteria) {
    public Comparison {
        facts = List.copyOf(facts);
        criteria = List.copyOf(criteria);
    }

    /** An answer in short. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            Status status, @Nullable Eccn eccn, @Nullable String paragraph, String summary) {
        static Answer of(Classification classification) {
            return new Answer(
                    classification.status(),
                    classification.eccn(),
                    classification.paragraph(),
                    classification.summary());
        }

        /** Whether two say the same of the item, whatever their words. */
        boolean same(Answer other) {
            return status == other.status
                    && Objects.equals(eccn, other.eccn)
                    && Objects.equals(paragraph, other.paragraph);
        }
    }

    /**
     * A fact that differs.
     *
     * @param fact its name; {@code components} and {@code relations} stand for the whole of either
     * @param label that name for people
     * @param unit the unit of both values
     * @param field where it is stated, a JSON pointer
     * @param from what the first says; absent where it says nothing
     * @param to what the second says
     * @param turns whether this fact alone makes the answer of the first another one
     * @param alone the answer to the first datasheet with this fact of the second
     * @param without the answer to the second datasheet with this fact of the first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            String fact,
            String label,
            @Nullable String unit,
            @Nullable String field,
            @Nullable FactValue from,
            @Nullable FactValue to,
            boolean turns,
            Answer alone,
            Answer without) {}

    /**
     * A criterion that comes out otherwise or with another margin.
     *
     * @param rule id of its rule
     * @param paragraph the paragraph that asks it
     * @param from how it came out for the first; absent where the walk ended before it
     * @param to how it came out for the second
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Criterion(
            String rule,
            @Nullable String paragraph,
            String fact,
            @Nullable String comparison,
            @Nullable Object threshold,
            @Nullable String unit,
            @Nullable String citation,
            @Nullable Side from,
            @Nullable Side to) {}

    /** How a criterion came out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Side(
            Outcome outcome,
            @Nullable FactValue value,
            @Nullable BigDecimal margin) {}
}
