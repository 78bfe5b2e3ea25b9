package dev.portcullis.classification.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Criteria that the law defines once and several paragraphs rest on, such as the described security algorithm of 5A002.a, Technical
 * Note 2. A rule names one as {@code {"defined": name}}; the rules that are read hold the criterion itself.
 */
final class Definitions {
    private static final String DEFINED = "defined";

    private final Map<String, JsonNode> criteria = new HashMap<>();
    private final Set<String> named = new HashSet<>();

    /**
     * Takes in the definitions of a file.
     *
     * @throws IOException where one is there already, or rests on another
     */
    void add(JsonNode definitions) throws IOException {
        for (Map.Entry<String, JsonNode> definition : definitions.properties()) {
            if (!definition.getValue().findValues(DEFINED).isEmpty()) {
                throw new IOException("the definition of " + definition.getKey() + " rests on another");
            }
            if (criteria.put(definition.getKey(), definition.getValue()) != null) {
                throw new IOException("two definitions are called " + definition.getKey());
            }
        }
    }

    /**
     * The same with each criterion in the place of its name.
     *
     * @throws IOException where a name is not defined
     */
    JsonNode resolve(JsonNode node) throws IOException {
        if (node instanceof ObjectNode object) {
            if (object.has(DEFINED)) {
                return criterion(object);
            }
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                field.setValue(resolve(field.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, resolve(array.get(i)));
            }
        }
        return node;
    }

    private JsonNode criterion(ObjectNode reference) throws IOException {
        String name = reference.get(DEFINED).asText();
        JsonNode criterion = criteria.get(name);
        if (criterion == null || reference.size() != 1) {
            throw new IOException("no definition is called so, or more than its name is said: " + reference);
        }
        named.add(name);
        return criterion;
    }

    /**
     * Checks that each definition was named.
     *
     * @throws IOException where one was not
     */
    void check() throws IOException {
        Set<String> unused = new HashSet<>(criteria.keySet());
        unused.removeAll(named);
        if (!unused.isEmpty()) {
            throw new IOException("no rule rests on the definitions " + unused);
        }
    }
}
