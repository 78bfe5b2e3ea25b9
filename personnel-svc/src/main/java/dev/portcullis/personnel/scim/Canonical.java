package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was sent against the schemas into the one form that is kept: attribute names as the schema writes them, in its order,
 * booleans as booleans, nothing empty, nothing read-only, nothing unknown.
 */
final class Canonical {
    /** Values of one attribute. */
    static final int MOST_VALUES = 200;

    /** Members of one group. */
    static final int MOST_MEMBERS = 20_000;

    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_BINARY = 65_536;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Canonical() {}

    /**
     * A whole resource, as POST and PUT send one. Read-only attributes are left out, as RFC 7644, sections 3.3 and 3.5.1 want it.
     *
     * @throws ScimException where it is not exactly such a resource
     */
    static ObjectNode resource(ResourceKind kind, JsonNode body) {
        if (!body.isObject()) {
            throw ScimType.INVALID_SYNTAX.because("The body must be a JSON object.");
        }
        Map<String, JsonNode> fields = fields(body);
        schemas(kind, fields.remove("schemas"));
        ObjectNode resource = NODES.objectNode();
        for (Attribute attribute : Schemas.COMMON) {
            put(
                    resource,
                    attribute,
                    attribute.name(),
                    fields.remove(attribute.name().toLowerCase(Locale.ROOT)));
        }
        for (Attribute attribute : kind.core().attributes()) {
            put(
                    resource,
                    attribute,
                    attribute.name(),
                    fields.remove(attribute.name().toLowerCase(Locale.ROOT)));
        }
        for (Schema extension : kind.extensions()) {
            JsonNode value = fields.remove(extension.id().toLowerCase(Locale.ROOT));
            if (value != null && !value.isNull()) {
                ObjectNode read = object(extension.attributes(), value, extension.id());
                if (!read.isEmpty()) {
                    resource.set(extension.id(), read);
                }
            }
        }
        if (!fields.isEmpty()) {
            throw unknown("The resource");
        }
        complete(kind, resource);
        return resource;
    }

    /**
     * Holds what must be so of every such resource, however it came about.
     *
     * @throws ScimException where it is not so
     */
    static void complete(ResourceKind kind, ObjectNode resource) {
        for (Attribute attribute : kind.core().attributes()) {
            if (attribute.required()
                    && resource.path(attribute.name()).asText("").isBlank()) {
                throw ScimType.INVALID_VALUE.because(attribute.name() + " is required.");
            }
            if (attribute.multiValued() && attribute.sub("primary") != null) {
                int primaries = 0;
                for (JsonNode element : resource.path(attribute.name())) {
                    primaries += element.path("primary").asBoolean(false) ? 1 : 0;
                }
                if (primaries > 1) {
                    throw ScimType.INVALID_VALUE.because("Only one of " + attribute.name() + " can be primary.");
                }
            }
        }
        // The reader of the facts says what else their values must be.
    }

    /** A value of an attribute in canonical form; null where nothing is left of it, which leaves the attribute unassigned. */
    static @Nullable JsonNode value(Attribute attribute, JsonNode sent, String path) {
        if (sent.isNull()) {
            return null;
        }
        if (!attribute.multiValued()) {
            return single(attribute, sent, path);
        }
        if (!sent.isArray()) {
            throw ScimType.INVALID_VALUE.because(path + " must be a list.");
        }
        if (sent.size() > attribute.mostValues()) {
            throw ScimType.TOO_MANY.because(path + " has at most " + attribute.mostValues() + " values.");
        }
        ArrayNode all = NODES.arrayNode();
        for (JsonNode element : sent) {
            JsonNode read = element.isNull() ? null : single(attribute, element, path);
            if (read == null) {
                throw ScimType.INVALID_VALUE.because(path + " must have no empty values.");
            }
            all.add(read);
        }
        return all.isEmpty() ? null : all;
    }

    /** One value, or one element of a list, in canonical form; null where nothing is left of it. */
    static @Nullable JsonNode single(Attribute attribute, JsonNode sent, String path) {
        return switch (attribute.type()) {
            case COMPLEX -> {
                ObjectNode read = object(attribute.subAttributes(), sent, path);
                yield read.isEmpty() ? null : read;
            }
            case BOOLEAN -> {
                if (!sent.isBoolean()) {
                    throw ScimType.INVALID_VALUE.because(path + " must be true or false.");
                }
                yield sent;
            }
            case STRING, REFERENCE, BINARY, DATE_TIME -> {
                int longest = attribute.type() == Attribute.Type.BINARY ? LONGEST_BINARY : LONGEST_TEXT;
                if (!sent.isTextual()) {
                    throw ScimType.INVALID_VALUE.because(path + " must be a string.");
                }
                if (sent.asText().length() > longest) {
                    throw ScimType.INVALID_VALUE.because(path + " has at most " + longest + " characters.");
                }
                if (sent.asText().indexOf('\0') >= 0) {
                    throw ScimType.INVALID_VALUE.because(path + " must not contain the character NUL.");
                }
                yield sent.asText().isEmpty() ? null : TextNode.valueOf(sent.asText());
            }
        };
    }

    /** Sub-attributes in canonical form. */
    static ObjectNode object(List<Attribute> attributes, JsonNode sent, String path) {
        if (!sent.isObject()) {
            throw ScimType.INVALID_VALUE.because(path + " must be an object.");
        }
        Map<String, JsonNode> fields = fields(sent);
        ObjectNode read = NODES.objectNode();
        for (Attribute attribute : attributes) {
            String name = attribute.name();
            put(read, attribute, join(path, name), fields.remove(name.toLowerCase(Locale.ROOT)));
        }
        if (!fields.isEmpty()) {
            throw unknown(path);
        }
        for (Attribute attribute : attributes) {
            if (attribute.required() && !read.isEmpty() && !read.has(attribute.name())) {
                throw ScimType.INVALID_VALUE.because(path + " needs " + attribute.name() + ".");
            }
        }
        return read;
    }

    private static String join(String path, String name) {
        return path + (Schemas.byId(path) == null ? "." : ":") + name;
    }

    private static void put(ObjectNode to, Attribute attribute, String path, @Nullable JsonNode sent) {
        if (sent == null || attribute.readOnly()) {
            return;
        }
        JsonNode value = value(attribute, sent, path);
        if (value != null) {
            to.set(attribute.name(), value);
        }
    }

    private static void schemas(ResourceKind kind, @Nullable JsonNode sent) {
        if (sent == null || !sent.isArray()) {
            throw ScimType.INVALID_SYNTAX.because("schemas must list the URNs of the schemas in use.");
        }
        boolean core = false;
        for (JsonNode urn : sent) {
            Schema schema = urn.isTextual() ? kind.schema(urn.asText()) : null;
            if (schema == null) {
                throw ScimType.INVALID_SYNTAX.because(
                        "schemas lists one that such a resource does not have; see /scim/v2/Schemas.");
            }
            core |= schema == kind.core();
        }
        if (!core) {
            throw ScimType.INVALID_SYNTAX.because(
                    "schemas must list " + kind.core().id() + ".");
        }
    }

    /** By lower-case name, since case does not tell attributes apart (RFC 7643, section 2.1). */
    private static Map<String, JsonNode> fields(JsonNode object) {
        Map<String, JsonNode> fields = new HashMap<>();
        object.properties().forEach(field -> {
            if (fields.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue()) != null) {
                throw ScimType.INVALID_SYNTAX.because("An attribute is there twice.");
            }
        });
        return fields;
    }

    private static ScimException unknown(String where) {
        return ScimType.INVALID_SYNTAX.because(
                where + " has an attribute that its schema does not have; see /scim/v2/Schemas.");
    }
}
