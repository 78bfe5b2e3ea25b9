package dev.portcullis.personnel.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each source said last of somebody's nationality. The record holds what was said last of all; where sources differ, neither is
 * believed, since it is not known which of the two is wrong: the person is undetermined until they agree or an officer has settled it. Where a
 * source says nothing of a fact it does not contradict another that does, except of a visa: without it an authorization would never end.
 */
public final class Statements {
    private static final List<String> FACTS =
            List.of("usPersonBasis", "usPersonStatus", "citizenships", "permanentResidencies", "visa");
    private static final String VISA = "visa";

    private Statements() {}

    /** The facts of nationality in attributes, without who verified them. */
    static ObjectNode facts(JsonNode attributes) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        for (String name : FACTS) {
            JsonNode value =
                    attributes.path(ExportControlFacts.SCHEMA).path(name).deepCopy();
            bare(value);
            if (!value.isMissingNode() && !value.isEmpty() || value.isTextual()) {
                facts.set(name, value);
            }
        }
        return facts;
    }

    /** After a source told the whole record. */
    static ObjectNode told(ObjectNode statements, String source, JsonNode attributes) {
        ObjectNode after = statements.deepCopy();
        after.set(source, facts(attributes));
        return after;
    }

    /** After a part of the record was changed: what stood for the record before moves with it. */
    static ObjectNode moved(ObjectNode statements, JsonNode before, JsonNode after) {
        ObjectNode moved = statements.deepCopy();
        ObjectNode from = facts(before);
        ObjectNode to = facts(after);
        statements.properties().stream()
                .filter(statement -> statement.getValue().equals(from))
                .forEach(statement -> moved.set(statement.getKey(), to));
        return moved;
    }

    /** Whether sources say different things. */
    static boolean disagree(ObjectNode statements) {
        List<JsonNode> told = new ArrayList<>();
        statements.forEach(statement -> {
            if (!statement.isEmpty()) {
                told.add(statement);
            }
        });
        for (int i = 0; i < told.size(); i++) {
            for (int j = i + 1; j < told.size(); j++) {
                if (differ(told.get(i), told.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Attributes with the facts of a statement in place of their own. */
    static ObjectNode believing(ObjectNode attributes, JsonNode statement) {
        ObjectNode after = attributes.deepCopy();
        ObjectNode extension = after.withObjectProperty(ExportControlFacts.SCHEMA);
        extension.remove(FACTS);
        for (Map.Entry<String, JsonNode> fact : statement.properties()) {
            extension.set(fact.getKey(), fact.getValue().deepCopy());
        }
        return after;
    }

    private static boolean differ(JsonNode one, JsonNode other) {
        return FACTS.stream()
                .anyMatch(name -> one.has(name) && other.has(name)
                        ? !set(one.path(name)).equals(set(other.path(name)))
                        : name.equals(VISA) && one.has(name) != other.has(name));
    }

    /** The order of a list says nothing, and neither does the document that was seen. */
    private static Set<JsonNode> set(JsonNode value) {
        Set<JsonNode> set = new HashSet<>();
        if (value.isArray()) {
            value.forEach(element -> set.add(((ObjectNode) element.deepCopy()).without("evidence")));
        } else {
            set.add(value);
        }
        return set;
    }

    private static void bare(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.remove(List.of(Verifications.BY, Verifications.AT));
        } else {
            value.forEach(Statements::bare);
        }
    }
}
