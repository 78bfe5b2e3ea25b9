package dev.portcullis.classification.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.portcullis.classification.datasheet.Relation.Purpose;
import dev.portcullis.classification.rules.Criterion.Comparison;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a criterion of a rule file: {@code {"all": [...]}}, {@code {"any": [...]}}, {@code {"not": {...}}},
 * {@code {"fact": name, "atLeast" | "moreThan" | "atMost" | "lessThan": number}}, {@code {"fact": name, "is": true | false}},
 * {@code {"fact": name, "oneOf": [...]}}, {@code {"meets": [...]}}, {@code {"contains": [...]}} and
 * {@code {"isFor": [...], "purposes": [...]}}, each with an optional {@code citation}. Anything else is refused.
 */
final class CriterionReader extends StdDeserializer<Criterion> {
    private static final long serialVersionUID = 1;

    CriterionReader() {
        super(Criterion.class);
    }

    @Override
    public Criterion deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return read(parser.readValueAsTree());
    }

    private static Criterion read(JsonNode node) {
        String citation = node.path("citation").asText(null);
        if (node.has("all")) {
            return new Criterion.All(known(list(node, "all", CriterionReader::read), node, "all"));
        }
        if (node.has("any")) {
            return new Criterion.AnyOf(known(list(node, "any", CriterionReader::read), node, "any"));
        }
        if (node.has("not")) {
            return known(new Criterion.Not(read(node.get("not"))), node, "not");
        }
        if (node.has("meets")) {
            return known(new Criterion.Meets(refs(node, "meets"), citation), node, "meets", "citation");
        }
        if (node.has("contains")) {
            return known(new Criterion.Contains(refs(node, "contains"), citation), node, "contains", "citation");
        }
        if (node.has("isFor")) {
            Set<Purpose> purposes = Set.copyOf(list(node, "purposes", text -> Purpose.valueOf(text.asText())));
            return known(
                    new Criterion.IsFor(refs(node, "isFor"), purposes, citation),
                    node,
                    "isFor",
                    "purposes",
                    "citation");
        }
        return onFact(node, citation);
    }

    private static Criterion onFact(JsonNode node, @Nullable String citation) {
        if (!node.path("fact").isTextual()) {
            throw new IllegalArgumentException("a criterion of an unknown form: " + node);
        }
        String fact = node.get("fact").asText();
        if (node.path("is").isBoolean()) {
            return known(new Criterion.Is(fact, node.get("is").asBoolean(), citation), node, "fact", "is", "citation");
        }
        if (node.has("oneOf")) {
            Set<String> words = list(node, "oneOf", JsonNode::asText).stream().collect(Collectors.toSet());
            return known(new Criterion.OneOf(fact, words, citation), node, "fact", "oneOf", "citation");
        }
        for (Comparison comparison : Comparison.values()) {
            JsonNode threshold = node.path(comparison.word());
            if (threshold.isNumber()) {
                return known(
                        new Criterion.Compare(fact, comparison, threshold.decimalValue(), citation),
                        node,
                        "fact",
                        comparison.word(),
                        "citation");
            }
        }
        throw new IllegalArgumentException("a criterion without a condition on " + fact);
    }

    private static List<ParagraphRef> refs(JsonNode node, String field) {
        return list(node, field, text -> ParagraphRef.of(text.asText()));
    }

    private static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> read) {
        JsonNode array = node.path(field);
        if (!array.isArray() || array.isEmpty()) {
            throw new IllegalArgumentException(field + " must be a list with entries");
        }
        List<T> list = new ArrayList<>(array.size());
        array.forEach(entry -> list.add(read.apply(entry)));
        return list;
    }

    /** A misspelt field of a rule must never pass unread. */
    private static <T> T known(T read, JsonNode node, String... fields) {
        Set<String> allowed = Set.of(fields);
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!allowed.contains(name)) {
                throw new IllegalArgumentException("a criterion has an unknown field: " + name);
            }
        }
        return read;
    }
}
