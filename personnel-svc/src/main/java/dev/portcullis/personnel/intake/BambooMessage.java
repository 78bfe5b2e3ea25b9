package dev.portcullis.personnel.intake;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.portcullis.platform.json.JsonLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook of BambooHR says. Of its two forms the one with fields carries {@code employees}, each with {@code id}, {@code action},
 * {@code timestamp}, {@code changedFields} and {@code fields} (a value, or an object with a {@code value}); the one with events carries {@code
 * type} and {@code data} with {@code employeeId} and {@code changedFields}, and no values at all.
 *
 * @param employees what it says of each
 */
record BambooMessage(List<Employee> employees) {
    private static final int MOST_EMPLOYEES = 1000;
    private static final JsonMapper JSON = mapper();

    BambooMessage {
        employees = List.copyOf(employees);
    }

    /** What became of an employee there. */
    enum Action {
        CREATED,
        UPDATED,
        DELETED
    }

    /**
     * What a delivery says of one employee.
     *
     * @param id of the employee there; empty where it is missing
     * @param action null where it is none that is known
     * @param fields by name; null where the message is of the form without values
     * @param changed names of the fields that changed
     * @param readable whether everything about this employee has the form that it must have
     */
    record Employee(
            String id,
            @Nullable Action action,
            @Nullable Map<String, @Nullable String> fields,
            List<String> changed,
            boolean readable) {
        Employee {
            changed = List.copyOf(changed);
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "Employee[" + action + "]";
        }
    }

    /** Reads a body; empty where it is none of BambooHR's. */
    static Optional<BambooMessage> read(byte[] body) {
        JsonNode message;
        try {
            message = JSON.readTree(body);
        } catch (IOException e) {
            return Optional.empty();
        }
        if (message.path("employees").isArray() && message.path("employees").size() <= MOST_EMPLOYEES) {
            List<Employee> employees = new ArrayList<>();
            message.path("employees").forEach(node -> employees.add(withFields(node)));
            return Optional.of(new BambooMessage(employees));
        }
        JsonNode data = message.path("data");
        if (message.path("type").asText("").startsWith("employee.") && data.isObject()) {
            String type = message.path("type").asText();
            List<String> changed = new ArrayList<>();
            data.path("changedFields").forEach(name -> changed.add(name.asText()));
            return Optional.of(new BambooMessage(List.of(new Employee(
                    id(data.path("employeeId")), action(type.substring("employee.".length())), null, changed, true))));
        }
        return Optional.empty();
    }

    private static Employee withFields(JsonNode node) {
        Map<String, @Nullable String> fields = new HashMap<>();
        boolean readable = node.path("fields").isObject() || node.path("fields").isMissingNode();
        for (Map.Entry<String, JsonNode> field : node.path("fields").properties()) {
            JsonNode value = field.getValue().isObject() ? field.getValue().path("value") : field.getValue();
            readable &= !value.isContainerNode() && !value.isMissingNode();
            fields.put(field.getKey(), value.isNull() ? null : value.asText());
        }
        List<String> changed = new ArrayList<>();
        node.path("changedFields").forEach(name -> changed.add(name.asText()));
        return new Employee(
                id(node.path("id")),
                // The form with fields tells no action where a monitored field changed.
                node.has("action") ? action(node.path("action").asText()) : Action.UPDATED,
                fields,
                changed,
                readable);
    }

    private static String id(JsonNode node) {
        return node.isTextual() || node.isIntegralNumber() ? node.asText() : "";
    }

    private static @Nullable Action action(String word) {
        for (Action action : Action.values()) {
            if (action.name().equalsIgnoreCase(word)) {
                return action;
            }
        }
        return null;
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        JsonLimits.bound(mapper);
        return mapper;
    }
}
