package dev.portcullis.classification.rules;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.portcullis.classification.datasheet.Relation.Purpose;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition of a rule, as the list's text composes it. Facts are named as in the list's dictionary of facts. */
@JsonDeserialize(using = CriterionReader.class)
@JsonSerialize(using = CriterionWriter.class)
public sealed interface Criterion {
    /** Whether the condition reads a fact by itself, other than through a paragraph that it names. */
    default boolean asksFor(String fact) {
        if (this instanceof All all) {
            return all.parts().stream().anyMatch(part -> part.asksFor(fact));
        } else if (this instanceof AnyOf any) {
            return any.parts().stream().anyMatch(part -> part.asksFor(fact));
        } else if (this instanceof Not not) {
            return not.part().asksFor(fact);
        } else if (this instanceof Compare compare) {
            return compare.fact().equals(fact);
        } else if (this instanceof Is is) {
            return is.fact().equals(fact);
        }
        return this instanceof OneOf oneOf && oneOf.fact().equals(fact);
    }

    /** Each of the parts holds. */
    record All(List<Criterion> parts) implements Criterion {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One of the parts holds. */
    record AnyOf(List<Criterion> parts) implements Criterion {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /** The part does not hold. */
    record Not(Criterion part) implements Criterion {}

    /** A figure against a threshold, exact at the threshold. */
    record Compare(
            String fact,
            Comparison comparison,
            BigDecimal threshold,
            @Nullable String citation) implements Criterion {}

    /** A statement that is true or false. */
    record Is(String fact, boolean expected, @Nullable String citation) implements Criterion {}

    /** A word out of several. */
    record OneOf(String fact, Set<String> words, @Nullable String citation) implements Criterion {
        public OneOf {
            words = Set.copyOf(words);
        }
    }

    /** The item itself meets other paragraphs, their notes applied. */
    record Meets(List<ParagraphRef> paragraphs, @Nullable String citation) implements Criterion {
        public Meets {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** The item contains an integrated circuit that by itself meets other paragraphs, their notes applied. */
    record Contains(List<ParagraphRef> paragraphs, @Nullable String citation) implements Criterion {
        public Contains {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** The item is for another one that is controlled by a paragraph. */
    record IsFor(
            List<ParagraphRef> paragraphs,
            Set<Purpose> purposes,
            @Nullable String citation) implements Criterion {
        public IsFor {
            paragraphs = List.copyOf(paragraphs);
            purposes = Set.copyOf(purposes);
        }
    }

    /** How a figure stands to a threshold. */
    enum Comparison {
        AT_LEAST("atLeast"),
        MORE_THAN("moreThan"),
        AT_MOST("atMost"),
        LESS_THAN("lessThan");

        private final String word;

        Comparison(String word) {
            this.word = word;
        }

        /** The word in the rule files. */
        public String word() {
            return word;
        }

        /** Whether a value stands so to a threshold; numbers compare by value, whatever their scale. */
        public boolean holds(BigDecimal value, BigDecimal threshold) {
            int sign = value.compareTo(threshold);
            return switch (this) {
                case AT_LEAST -> sign >= 0;
                case MORE_THAN -> sign > 0;
                case AT_MOST -> sign <= 0;
                case LESS_THAN -> sign < 0;
            };
        }
    }
}
