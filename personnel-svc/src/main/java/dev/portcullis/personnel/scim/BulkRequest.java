package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bulk message (RFC 7644, section 3.7), read and not yet executed.
 *
 * @param failOnErrors after how many errors the rest is left undone; 0 where after none
 */
record BulkRequest(int failOnErrors, List<Operation> operations) {
    static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    /** Bytes of one message: what the service takes in at any address. */
    static final int LARGEST = 1 << 20;

    private static final String REFERENCE = "bulkId:";

    /**
     * An operation.
     *
     * @param method in capitals
     * @param kind of the resource
     * @param id of the resource, which may be a reference to one that the same message makes; null for POST
     * @param bulkId null where there is none
     * @param version that the resource must have; null where any
     * @param data null for DELETE
     */
    record Operation(
            String method,
            ResourceKind kind,
            @Nullable String id,
            @Nullable String bulkId,
            @Nullable String version,
            @Nullable JsonNode data) {

        /** The bulkIds that it needs before it can be executed. */
        Set<String> needs() {
            Set<String> needs = new LinkedHashSet<>();
            if (id != null && id.startsWith(REFERENCE)) {
                needs.add(id.substring(REFERENCE.length()));
            }
            if (data != null) {
                references(data, needs);
            }
            return needs;
        }

        /** With the ids that are known now in place of references to them. */
        Operation with(Map<String, String> ids) {
            return new Operation(
                    method,
                    kind,
                    id == null ? null : resolved(id, ids),
                    bulkId,
                    version,
                    data == null ? null : resolved(data, ids));
        }
    }

    /** @throws ScimException where the message is not exactly a bulk */
    static BulkRequest read(JsonNode body, int most) {
        Map<String, JsonNode> fields = fields(body, "The body");
        JsonNode schemas = fields.remove("schemas");
        if (schemas == null
                || schemas.size() != 1
                || !SCHEMA.equalsIgnoreCase(schemas.path(0).asText())) {
            throw ScimType.INVALID_SYNTAX.because("schemas must be [\"" + SCHEMA + "\"].");
        }
        JsonNode failOnErrors = fields.remove("failonerrors");
        if (failOnErrors != null && (!failOnErrors.canConvertToInt() || failOnErrors.intValue() < 1)) {
            throw ScimType.INVALID_VALUE.because("failOnErrors must be a number from 1.");
        }
        JsonNode operations = fields.remove("operations");
        if (operations == null || !operations.isArray() || !fields.isEmpty()) {
            throw ScimType.INVALID_SYNTAX.because(
                    "The body must have schemas, Operations and perhaps failOnErrors, and nothing else.");
        }
        if (operations.size() > most) {
            throw ScimException.tooLarge("A bulk has at most " + most + " operations.");
        }
        List<Operation> read = new ArrayList<>();
        Set<String> bulkIds = new HashSet<>();
        for (JsonNode operation : operations) {
            Operation one = operation(fields(operation, "An operation"));
            if (one.bulkId() != null && !bulkIds.add(one.bulkId())) {
                throw ScimType.INVALID_SYNTAX.because("A bulkId is there twice.");
            }
            read.add(one);
        }
        return new BulkRequest(failOnErrors == null ? 0 : failOnErrors.intValue(), read);
    }

    private static Operation operation(Map<String, JsonNode> fields) {
        String method = text(fields, "method");
        String path = text(fields, "path");
        String bulkId = text(fields, "bulkid");
        String version = text(fields, "version");
        JsonNode data = fields.remove("data");
        if (method == null || path == null || !fields.isEmpty()) {
            throw ScimType.INVALID_SYNTAX.because(
                    "An operation has method, path, bulkId, version and data, and nothing else.");
        }
        String verb = method.toUpperCase(Locale.ROOT);
        for (ResourceKind kind : ResourceKind.ALL) {
            boolean whole = path.equals(kind.endpoint());
            String id = path.startsWith(kind.endpoint() + "/")
                    ? path.substring(kind.endpoint().length() + 1)
                    : null;
            if (!whole && (id == null || id.isEmpty() || id.indexOf('/') >= 0)) {
                continue;
            }
            boolean fits = switch (verb) {
                case "POST" -> whole && bulkId != null && data != null;
                case "PUT", "PATCH" -> id != null && data != null;
                case "DELETE" -> id != null;
                default -> false;
            };
            if (!fits) {
                break;
            }
            return new Operation(verb, kind, id, bulkId, version, verb.equals("DELETE") ? null : data);
        }
        throw ScimType.INVALID_SYNTAX.because(
                "An operation is a POST with bulkId and data to /Users or /Groups, or a PUT,"
                        + " PATCH or DELETE of one resource.");
    }

    /** References stand where an id of a resource stands: as a value of a member or a manager. */
    private static void references(JsonNode node, Set<String> found) {
        node.properties().forEach(field -> {
            if (isReference(field.getKey(), field.getValue())) {
                found.add(field.getValue().asText().substring(REFERENCE.length()));
            } else {
                references(field.getValue(), found);
            }
        });
        if (node.isArray()) {
            node.forEach(element -> references(element, found));
        }
    }

    private static boolean isReference(String name, JsonNode value) {
        return name.equalsIgnoreCase("value")
                && value.isTextual()
                && value.asText().startsWith(REFERENCE);
    }

    private static JsonNode resolved(JsonNode node, Map<String, String> ids) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties()
                    .forEach(field -> copy.set(
                            field.getKey(),
                            isReference(field.getKey(), field.getValue())
                                    ? TextNode.valueOf(resolved(field.getValue().asText(), ids))
                                    : resolved(field.getValue(), ids)));
            return copy;
        } else if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(resolved(element, ids)));
            return copy;
        }
        return node;
    }

    /** Without the values that refer to what is not made yet: how resources that refer to one another begin. */
    static JsonNode withoutReferences(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(field -> {
                JsonNode value = field.getValue();
                boolean refers =
                        value.properties().stream().anyMatch(inner -> isReference(inner.getKey(), inner.getValue()));
                if (!refers) {
                    copy.set(field.getKey(), withoutReferences(value));
                }
            });
            return copy;
        } else if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            for (JsonNode element : array) {
                if (element.properties().stream().noneMatch(inner -> isReference(inner.getKey(), inner.getValue()))) {
                    copy.add(withoutReferences(element));
                }
            }
            return copy;
        }
        return node;
    }

    private static String resolved(String text, Map<String, String> ids) {
        return text.startsWith(REFERENCE) ? ids.getOrDefault(text.substring(REFERENCE.length()), text) : text;
    }

    private static @Nullable String text(Map<String, JsonNode> fields, String name) {
        JsonNode value = fields.remove(name);
        if (value != null
                && !value.isNull()
                && (!value.isTextual() || value.asText().isBlank())) {
            throw ScimType.INVALID_SYNTAX.because(name + " must be a string.");
        }
        return value == null || value.isNull() ? null : value.asText();
    }

    private static Map<String, JsonNode> fields(JsonNode object, String what) {
        if (!object.isObject()) {
            throw ScimType.INVALID_SYNTAX.because(what + " must be a JSON object.");
        }
        Map<String, JsonNode> fields = new HashMap<>();
        object.properties().forEach(field -> {
            if (fields.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue()) != null) {
                throw ScimType.INVALID_SYNTAX.because(what + " has a field twice.");
            }
        });
        return fields;
    }
}
