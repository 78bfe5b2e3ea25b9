package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A PATCH message (RFC 7644, section 3.5.2), read and not yet applied.
 *
 * @param lenient whether elements that a filter selects and that are not there are made, or are gone already: only for a sender
 *     whose dialect says so
 */
record PatchRequest(List<Operation> operations, boolean lenient) {
    static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    private static final int MOST_OPERATIONS = 500;

    /** What an operation does. */
    enum Kind {
        ADD,
        REPLACE,
        REMOVE
    }

    /**
     * An operation.
     *
     * @param path null where the value names the attributes
     * @param value null where there is none; JSON's null is a value
     */
    record Operation(
            Kind kind, @Nullable PatchPath path, @Nullable JsonNode value) {}

    /** @throws ScimException where the message is not exactly a PATCH */
    static PatchRequest read(ResourceKind kind, JsonNode body) {
        return read(kind, body, Dialect.STRICT);
    }

    /** @throws ScimException where the message is not exactly a PATCH, nor becomes one by the sender's dialect */
    static PatchRequest read(ResourceKind kind, JsonNode sent, Dialect dialect) {
        JsonNode body = dialect.patch(kind, sent);
        Map<String, JsonNode> fields = fields(body);
        JsonNode schemas = fields.remove("schemas");
        if (schemas == null
                || !schemas.isArray()
                || schemas.size() != 1
                || !SCHEMA.equalsIgnoreCase(schemas.get(0).asText())) {
            throw ScimType.INVALID_SYNTAX.because("schemas must be [\"" + SCHEMA + "\"].");
        }
        JsonNode operations = fields.remove("Operations");
        if (operations == null || !operations.isArray() || operations.isEmpty() || !fields.isEmpty()) {
            throw ScimType.INVALID_SYNTAX.because(
                    "The body must have schemas and a list of Operations, and nothing else.");
        }
        if (operations.size() > MOST_OPERATIONS) {
            throw ScimType.TOO_MANY.because("A PATCH has at most " + MOST_OPERATIONS + " operations.");
        }
        List<Operation> read = new ArrayList<>();
        for (JsonNode operation : operations) {
            read.add(operation(kind, fields(operation)));
        }
        return new PatchRequest(read, dialect.makesMissingElements());
    }

    private static Operation operation(ResourceKind resources, Map<String, JsonNode> fields) {
        JsonNode op = fields.remove("op");
        JsonNode path = fields.remove("path");
        JsonNode value = fields.remove("value");
        if (!fields.isEmpty()) {
            throw ScimType.INVALID_SYNTAX.because("An operation has op, path and value, and nothing else.");
        }
        Kind kind = kind(op);
        if (path != null && (!path.isTextual() || path.asText().isBlank())) {
            throw ScimType.INVALID_PATH.because("A path is a string; leave it out where there is none.");
        }
        PatchPath target = path == null ? null : PatchPath.parse(resources, path.asText());
        if (kind == Kind.REMOVE && target == null) {
            throw ScimType.NO_TARGET.because("remove needs a path.");
        }
        if (kind == Kind.REMOVE && value != null && !value.isNull()) {
            throw ScimType.INVALID_SYNTAX.because(
                    "remove takes no value: name the values that shall go with a filter in brackets behind the path.");
        }
        if (kind != Kind.REMOVE && value == null) {
            throw ScimType.INVALID_SYNTAX.because("add and replace need a value.");
        }
        if (target != null && target.isReadOnly()) {
            throw ScimType.MUTABILITY.because(target + " is read-only.");
        }
        return new Operation(kind, target, value);
    }

    private static Kind kind(@Nullable JsonNode op) {
        String word = op == null || !op.isTextual() ? "" : op.asText();
        return switch (word) {
            case "add" -> Kind.ADD;
            case "replace" -> Kind.REPLACE;
            case "remove" -> Kind.REMOVE;
            default -> throw ScimType.INVALID_SYNTAX.because("op must be add, replace or remove.");
        };
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        if (!object.isObject()) {
            throw ScimType.INVALID_SYNTAX.because("The body and each operation must be JSON objects.");
        }
        Map<String, JsonNode> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        object.properties().forEach(field -> {
            if (fields.put(field.getKey(), field.getValue()) != null) {
                throw ScimType.INVALID_SYNTAX.because("A field is there twice.");
            }
        });
        return fields;
    }
}
