package dev.portcullis.classification.rules;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.datasheet.Relation.Purpose;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A condition of a rule, as the list's text composes it. Facts are named as in the list's dictionary of facts. */
@JsonDeserialize(using = CriterionReader.class)
@JsonSerialize(using = CriterionWriter.class)
public sealed interface Criterion {
    /** The criteria that it is composed of and that have no parts themselves, in their order. */
    default Stream<Criterion> leaves() {
        if (this instanceof All all) {
            return all.parts().stream().flatMap(Criterion::leaves);
        } else if (this instanceof AnyOf any) {
            return any.parts().stream().flatMap(Criterion::leaves);
        }
        return this instanceof Not not ? not.part().leaves() : Stream.of(this);
    }

    /** Whether the condition reads a fact by itself, other than through a paragraph that it names. */
    default boolean asksFor(String fact) {
        return leaves().anyMatch(leaf ->
                leaf instanceof Compare compare && compare.fact().equals(fact)
                        || leaf instanceof Is is && is.fact().equals(fact)
                        || leaf instanceof OneOf oneOf && oneOf.fact().equals(fact));
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

        /** Whether a relation has one of the purposes; what it is to is another question. */
        public boolean concerns(Relation relation) {
            for (Purpose purpose : relation.purposes()) {
                if (purposes.contains(purpose)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether one of the paragraphs is that one or holds it. */
        public boolean covers(ParagraphRef of) {
            return paragraphs.stream().anyMatch(paragraph -> paragraph.covers(of));
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
