package dev.portcullis.licensing.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads conditions from data: {@code {"all": [...]}}, {@code {"any": [...]}}, {@code {"not": ...}}, or a fact with one of {@code in},
 * {@code matches}, {@code above} and {@code below}. What it does not understand it refuses: half a condition must not decide.
 */
public final class ConditionReader {
    /** Holds in every case. */
    public static final Condition ALWAYS = new Condition.All(List.of());

    private ConditionReader() {}

    /** A condition; one that always holds where the node is absent. */
    public static Condition read(JsonNode node) {
        if (node.isMissingNode()) {
            return ALWAYS;
        }
        if (!node.isObject()) {
            throw new IllegalStateException("a condition is an object: " + node);
        }
        Condition condition = one(node);
        int names = condition instanceof Condition.All
                        || condition instanceof Condition.Any
                        || condition instanceof Condition.Not
                ? 1
                : 2;
        if (node.size() != names) {
            throw new IllegalStateException("a condition with words that are not known: " + node);
        }
        return condition;
    }

    private static Condition one(JsonNode node) {
        if (node.path("all").isArray()) {
            return new Condition.All(list(node.path("all")));
        }
        if (node.path("any").isArray()) {
            return new Condition.Any(list(node.path("any")));
        }
        if (node.path("not").isObject()) {
            return new Condition.Not(read(node.path("not")));
        }
        String fact = node.path("fact").asText();
        if (fact.isEmpty()) {
            throw new IllegalStateException("a condition names a fact: " + node);
        }
        if (node.path("in").isArray()) {
            Set<String> values = new LinkedHashSet<>();
            node.path("in").forEach(value -> values.add(value.asText()));
            return new Condition.In(fact, values);
        }
        if (node.path("matches").isTextual()) {
            return new Condition.Matches(
                    fact, Pattern.compile(node.path("matches").asText()));
        }
        if (node.path("above").isNumber()) {
            return new Condition.Above(fact, node.path("above").decimalValue());
        }
        if (node.path("below").isNumber()) {
            return new Condition.Below(fact, node.path("below").decimalValue());
        }
        throw new IllegalStateException("a condition asks nothing of its fact: " + node);
    }

    private static List<Condition> list(JsonNode nodes) {
        List<Condition> conditions = new ArrayList<>();
        nodes.forEach(node -> conditions.add(read(node)));
        return conditions;
    }
}
