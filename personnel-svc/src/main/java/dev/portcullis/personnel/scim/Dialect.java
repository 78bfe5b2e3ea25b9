package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor's messages differ from RFC 7644. A dialect rewrites a message into one that says the same in the RFC's words; what
 * it does not know stays as it is and is read strictly. It never takes more away than the message names.
 */
record Dialect(Set<Habit> habits) {
    /** One way in which messages differ. */
    enum Habit {
        /** {@code "op":"Replace"}. */
        CAPITAL_OPERATIONS,
        /** {@code "True"} and {@code "False"} as strings. */
        BOOLEANS_AS_TEXT,
        /** {@code name.givenName} as a name inside a value. */
        DOTTED_NAMES,
        /** A filter in a path that selects nothing: the element is made by an add or replace, and is gone already for a remove. */
        MISSING_ELEMENTS,
        /** {@code remove} of a list with the elements in the value, in place of a filter. */
        REMOVE_BY_VALUE,
        /** A bare value, or a list of one, where a complex value belongs, such as of a manager. */
        BARE_VALUES,
        /** The resource's own {@code id}, {@code schemas} and {@code meta} beside the attributes of a value without a path. */
        READ_ONLY_BESIDE
    }

    static final Dialect STRICT = new Dialect(EnumSet.noneOf(Habit.class));
    static final Dialect ENTRA = new Dialect(EnumSet.of(
            Habit.CAPITAL_OPERATIONS,
            Habit.BOOLEANS_AS_TEXT,
            Habit.DOTTED_NAMES,
            Habit.MISSING_ELEMENTS,
            Habit.REMOVE_BY_VALUE,
            Habit.BARE_VALUES));
    static final Dialect OKTA = new Dialect(EnumSet.of(Habit.READ_ONLY_BESIDE));
    static final Dialect SAILPOINT =
            new Dialect(EnumSet.of(Habit.BOOLEANS_AS_TEXT, Habit.REMOVE_BY_VALUE, Habit.MISSING_ELEMENTS));

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    Dialect {
        habits = Set.copyOf(habits);
    }

    /**
     * A dialect by its name.
     *
     * @throws IllegalArgumentException where there is none of that name
     */
    static Dialect named(String name) {
        return switch (name.trim().toUpperCase(Locale.ROOT)) {
            case "STRICT" -> STRICT;
            case "ENTRA" -> ENTRA;
            case "OKTA" -> OKTA;
            case "SAILPOINT" -> SAILPOINT;
            default -> throw new IllegalArgumentException("a dialect of SCIM must be STRICT, ENTRA, OKTA or SAILPOINT");
        };
    }

    boolean makesMissingElements() {
        return habits.contains(Habit.MISSING_ELEMENTS);
    }

    /** A whole resource in the RFC's words. */
    JsonNode resource(ResourceKind kind, JsonNode sent) {
        return sent instanceof ObjectNode object && habits.contains(Habit.BOOLEANS_AS_TEXT)
                ? attributes(kind, object)
                : sent;
    }

    /** A PATCH message in the RFC's words. */
    JsonNode patch(ResourceKind kind, JsonNode sent) {
        String list = field(sent, "Operations");
        if (habits.isEmpty() || list == null || !sent.get(list).isArray()) {
            return sent;
        }
        ArrayNode operations = NODES.arrayNode();
        for (JsonNode operation : sent.get(list)) {
            if (operation instanceof ObjectNode object) {
                operations.addAll(operation(kind, object.deepCopy()));
            } else {
                operations.add(operation);
            }
        }
        ObjectNode body = ((ObjectNode) sent).objectNode();
        body.setAll((ObjectNode) sent);
        body.set(list, operations);
        return body;
    }

    /**
     * The element that a filter describes and that is not there: what it says to be equal, with the value.
     *
     * @param sub to which the value belongs; null where the value is the element
     * @throws ScimException where the filter does not describe one element
     */
    static ObjectNode element(Attribute list, Filter filter, @Nullable Attribute sub, JsonNode value) {
        ObjectNode element = NODES.objectNode();
        describe(list, filter, element);
        if (sub != null) {
            element.set(sub.name(), value);
        } else if (value instanceof ObjectNode whole) {
            element.setAll(whole);
        } else {
            throw ScimType.INVALID_VALUE.because(list.name() + " must have objects as values.");
        }
        return element;
    }

    private static void describe(Attribute list, Filter filter, ObjectNode element) {
        if (filter instanceof Filter.And and) {
            describe(list, and.left(), element);
            describe(list, and.right(), element);
        } else if (filter instanceof Filter.Compare compare
                && compare.operator() == Filter.Operator.EQ
                && !compare.value().isNull()
                && list.sub(compare.path()) != null) {
            element.set(compare.path(), compare.value());
        } else {
            throw ScimType.NO_TARGET.because("Nothing in " + list.name()
                    + " meets the filter, and the filter does not say what an element that meets it would be.");
        }
    }

    private List<JsonNode> operation(ResourceKind kind, ObjectNode operation) {
        String op = field(operation, "op");
        String path = field(operation, "path");
        String value = field(operation, "value");
        if (op != null
                && habits.contains(Habit.CAPITAL_OPERATIONS)
                && operation.get(op).isTextual()) {
            operation.put(op, operation.get(op).asText().toLowerCase(Locale.ROOT));
        }
        boolean remove = op != null && operation.get(op).asText().equals("remove");
        if (remove && path != null && value != null && habits.contains(Habit.REMOVE_BY_VALUE)) {
            List<JsonNode> named = removals(kind, operation.get(path), operation.get(value));
            return named.isEmpty() ? List.of(operation) : named;
        }
        if (!remove && value != null) {
            operation.set(value, value(kind, path == null ? null : operation.get(path), operation.get(value)));
        }
        return List.of(operation);
    }

    /** One removal for each element that is named; none where they are not all named by their value. */
    private static List<JsonNode> removals(ResourceKind kind, JsonNode path, JsonNode value) {
        AttributePath at = path.isTextual() ? AttributePath.parse(kind, path.asText()) : null;
        Attribute attribute = at == null ? null : at.target();
        if (attribute == null || !attribute.multiValued() || !attribute.isComplex()) {
            return List.of();
        }
        List<JsonNode> removals = new java.util.ArrayList<>();
        for (JsonNode element : value.isArray() ? value : NODES.arrayNode().add(value)) {
            JsonNode key = element.path("value");
            if (!key.isTextual() || key.asText().isEmpty()) {
                return List.of();
            }
            removals.add(NODES.objectNode()
                    .put("op", "remove")
                    .put("path", path.asText() + "[value eq " + TextNode.valueOf(key.asText()) + "]"));
        }
        return removals;
    }

    private JsonNode value(ResourceKind kind, @Nullable JsonNode path, JsonNode value) {
        if (path == null) {
            return value instanceof ObjectNode object ? attributes(kind, nested(kind, object)) : value;
        }
        Attribute attribute = target(kind, path.asText());
        boolean elements = path.asText().endsWith("]");
        if (attribute == null) {
            Schema extension = kind.schema(path.asText());
            return extension != null && value instanceof ObjectNode object
                    ? attributes(extension.attributes(), object)
                    : value;
        }
        return value(attribute, bare(attribute, elements, value));
    }

    private static @Nullable Attribute target(ResourceKind kind, String path) {
        int open = path.indexOf('[');
        AttributePath at = AttributePath.parse(kind, open < 0 ? path : path.substring(0, open));
        if (at == null || at.attribute() == null) {
            return null;
        }
        int close = path.lastIndexOf("].");
        return open >= 0 && close > open ? at.attribute().sub(path.substring(close + 2)) : at.target();
    }

    private JsonNode bare(Attribute attribute, boolean element, JsonNode value) {
        if (!habits.contains(Habit.BARE_VALUES) || attribute.multiValued() && !element) {
            return value;
        }
        JsonNode one = value.isArray() && value.size() == 1 ? value.get(0) : value;
        if (attribute.isComplex()) {
            return one.isTextual() && attribute.sub("value") != null
                    ? NODES.objectNode().set("value", one)
                    : one;
        }
        return one.isObject() && one.has("value") ? one.get("value") : value;
    }

    /** Dotted names as objects; without what is read-only and says nothing new. */
    private ObjectNode nested(ResourceKind kind, ObjectNode value) {
        ObjectNode nested = NODES.objectNode();
        value.properties().forEach(field -> {
            String name = field.getKey();
            AttributePath at = AttributePath.parse(kind, name);
            if (at != null && habits.contains(Habit.READ_ONLY_BESIDE) && beside(at)) {
                return;
            }
            Attribute attribute = at == null ? null : at.attribute();
            if (at == null || attribute == null || at.sub() == null || !habits.contains(Habit.DOTTED_NAMES)) {
                nested.set(name, field.getValue());
                return;
            }
            String whole = name.substring(0, name.lastIndexOf('.'));
            ObjectNode parts = nested.get(whole) instanceof ObjectNode had ? had : nested.putObject(whole);
            parts.set(at.sub().name(), field.getValue());
        });
        return nested;
    }

    private static boolean beside(AttributePath at) {
        return switch (at.toString()) {
            case "id", "meta", "schemas" -> true;
            default -> false;
        };
    }

    private ObjectNode attributes(ResourceKind kind, ObjectNode sent) {
        ObjectNode read = NODES.objectNode();
        sent.properties().forEach(field -> {
            Schema extension = kind.schema(field.getKey());
            AttributePath at = AttributePath.parse(kind, field.getKey());
            Attribute attribute = at == null ? null : at.target();
            if (extension != null && field.getValue() instanceof ObjectNode inner) {
                read.set(field.getKey(), attributes(extension.attributes(), inner));
            } else if (attribute != null) {
                read.set(field.getKey(), value(attribute, field.getValue()));
            } else {
                read.set(field.getKey(), field.getValue());
            }
        });
        return read;
    }

    private ObjectNode attributes(List<Attribute> attributes, ObjectNode sent) {
        ObjectNode read = NODES.objectNode();
        sent.properties().forEach(field -> {
            Attribute attribute = Attribute.find(attributes, field.getKey());
            read.set(field.getKey(), attribute == null ? field.getValue() : value(attribute, field.getValue()));
        });
        return read;
    }

    /** Truth values as truth values. */
    private JsonNode value(Attribute attribute, JsonNode sent) {
        if (!habits.contains(Habit.BOOLEANS_AS_TEXT)) {
            return sent;
        }
        if (sent.isArray()) {
            ArrayNode read = NODES.arrayNode();
            sent.forEach(element -> read.add(value(attribute, element)));
            return read;
        }
        if (sent instanceof ObjectNode object && attribute.isComplex()) {
            return attributes(attribute.subAttributes(), object);
        }
        if (attribute.type() == Attribute.Type.BOOLEAN && sent.isTextual()) {
            if (sent.asText().equalsIgnoreCase("true")) {
                return BooleanNode.TRUE;
            } else if (sent.asText().equalsIgnoreCase("false")) {
                return BooleanNode.FALSE;
            }
        }
        return sent;
    }

    /** The name under which an object has a field, whatever its case. */
    private static @Nullable String field(JsonNode object, String name) {
        for (var field : object.properties()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return field.getKey();
            }
        }
        return null;
    }
}
