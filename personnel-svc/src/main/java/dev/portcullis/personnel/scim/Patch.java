package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.scim.PatchRequest.Kind;
import dev.portcullis.personnel.scim.PatchRequest.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies a PATCH (RFC 7644, section 3.5.2) to a copy of a resource: all of its operations in order, or none. What the RFC leaves open is
 * refused where an operation has nothing to act on, so that a sender learns that the two sides differ.
 */
final class Patch {
    private final ResourceKind kind;
    private final ObjectNode resource;
    private final boolean lenient;

    private Patch(ResourceKind kind, ObjectNode resource, boolean lenient) {
        this.kind = kind;
        this.resource = resource;
        this.lenient = lenient;
    }

    /**
     * The resource after the operations, canonical.
     *
     * @throws ScimException where one of them cannot be applied exactly
     */
    static ObjectNode apply(ResourceKind kind, ObjectNode before, PatchRequest request) {
        Patch patch = new Patch(kind, before.deepCopy(), request.lenient());
        for (Operation operation : request.operations()) {
            patch.apply(operation);
        }
        if (kind == ResourceKind.USER && !patch.resource.has("active")) {
            // Unassigned is not active: what is not known never permits.
            patch.resource.put("active", false);
        }
        patch.resource.putArray("schemas").add(kind.core().id());
        return Canonical.resource(kind, patch.resource);
    }

    private void apply(Operation operation) {
        PatchPath path = operation.path();
        JsonNode value = operation.value();
        if (operation.kind() == Kind.REMOVE) {
            remove(java.util.Objects.requireNonNull(path));
        } else if (value != null) {
            if (path == null) {
                each(operation.kind(), value, null);
            } else {
                put(operation.kind(), path, value);
            }
        }
    }

    /** A value that names its attributes itself, at the top or in an extension. */
    private void each(Kind how, JsonNode value, @Nullable Schema extension) {
        if (!value.isObject()) {
            throw ScimType.INVALID_VALUE.because("A value without a path must be an object that names its attributes.");
        }
        value.properties().forEach(field -> {
            String name = extension == null ? field.getKey() : extension.id() + ":" + field.getKey();
            AttributePath at = AttributePath.parse(kind, name);
            if (at == null) {
                throw ScimType.INVALID_PATH.because(
                        "The value names what the schemas do not have; see /scim/v2/Schemas.");
            }
            if (at.sub() != null) {
                throw ScimType.INVALID_PATH.because("A value without a path names attributes, not " + at + ".");
            }
            PatchPath path = new PatchPath(at, null, null);
            if (path.isReadOnly()) {
                throw ScimType.MUTABILITY.because(path + " is read-only.");
            }
            put(how, path, field.getValue());
        });
    }

    private void put(Kind how, PatchPath path, JsonNode value) {
        Attribute attribute = path.at().attribute();
        if (attribute == null) {
            each(how, value, path.at().schema());
            return;
        }
        if (attribute.name().equals("schemas")) {
            throw ScimType.MUTABILITY.because("schemas follow from the attributes that are there.");
        }
        ObjectNode container = container(path.at().schema());
        if (attribute.multiValued()) {
            Set<JsonNode> primaries = primaries(container.get(attribute.name()));
            putMany(how, path, attribute, container, value);
            onePrimary(container.get(attribute.name()), primaries);
        } else if (path.sub() != null) {
            ObjectNode whole = complex(container, attribute);
            assign(whole, path.sub(), value, path.toString());
            dropIfEmpty(container, attribute);
        } else if (attribute.isComplex() && !value.isNull()) {
            merge(complex(container, attribute), attribute, value, path.toString());
            dropIfEmpty(container, attribute);
        } else {
            assign(container, attribute, value, path.toString());
        }
        dropIfEmpty(path.at().schema());
    }

    private void putMany(Kind how, PatchPath path, Attribute attribute, ObjectNode container, JsonNode value) {
        Filter filter = path.filter();
        Attribute sub = path.sub();
        if (filter != null) {
            ArrayNode list = list(container, attribute);
            List<Integer> matching = matching(list, attribute, filter);
            if (matching.isEmpty()) {
                if (!lenient) {
                    throw nothing(path);
                }
                append(container, attribute, Dialect.element(attribute, filter, sub, value), path.toString());
            }
            if (matching.size() > 1 && makesPrimary(sub, value)) {
                throw ScimType.INVALID_VALUE.because("Only one of " + attribute.name() + " can be primary.");
            }
            for (int index : matching) {
                ObjectNode element = (ObjectNode) list.get(index);
                if (sub != null) {
                    assign(element, sub, value, path.toString());
                } else if (how == Kind.ADD) {
                    merge(element, attribute, value, path.toString());
                } else {
                    JsonNode whole = Canonical.single(attribute, value, path.toString());
                    if (whole == null) {
                        throw ScimType.INVALID_VALUE.because(path + " must not be empty: use remove.");
                    }
                    list.set(index, whole);
                }
            }
        } else if (sub != null) {
            throw ScimType.INVALID_PATH.because(path + " is a list: say which elements with a filter in brackets.");
        } else if (how == Kind.REPLACE) {
            assign(container, attribute, value, path.toString());
        } else {
            append(container, attribute, value, path.toString());
        }
    }

    private static void append(ObjectNode container, Attribute attribute, JsonNode value, String path) {
        List<JsonNode> added = new ArrayList<>();
        if (value.isArray()) {
            JsonNode read = Canonical.value(attribute, value, path);
            if (read != null) {
                read.forEach(added::add);
            }
        } else {
            JsonNode read = value.isNull() ? null : Canonical.single(attribute, value, path);
            if (read == null) {
                throw ScimType.INVALID_VALUE.because(path + " must not be empty.");
            }
            added.add(read);
        }
        JsonNode present = container.get(attribute.name());
        ArrayNode list = present instanceof ArrayNode array ? array : container.putArray(attribute.name());
        Set<JsonNode> there = new HashSet<>();
        list.forEach(there::add);
        for (JsonNode element : added) {
            if (there.add(element)) {
                list.add(element);
            }
        }
        if (list.size() > attribute.mostValues()) {
            throw ScimType.TOO_MANY.because(path + " has at most " + attribute.mostValues() + " values.");
        }
        if (list.isEmpty()) {
            container.remove(attribute.name());
        }
    }

    private void remove(PatchPath path) {
        AttributePath at = path.at();
        Attribute attribute = at.attribute();
        if (attribute == null) {
            resource.remove(at.schema().id());
            return;
        }
        Attribute target = path.sub() != null ? path.sub() : attribute;
        if (target.required() || attribute.name().equals("schemas")) {
            throw ScimType.MUTABILITY.because(path + " is required and cannot be removed.");
        }
        ObjectNode container = container(at.schema());
        Filter filter = path.filter();
        if (filter != null) {
            removeElements(path, attribute, container, filter);
        } else if (path.sub() != null) {
            if (attribute.multiValued()) {
                throw ScimType.INVALID_PATH.because(path + " is a list: say which elements with a filter in brackets.");
            }
            if (container.get(attribute.name()) instanceof ObjectNode whole) {
                whole.remove(path.sub().name());
                dropIfEmpty(container, attribute);
            }
        } else {
            container.remove(attribute.name());
        }
        dropIfEmpty(at.schema());
    }

    private void removeElements(PatchPath path, Attribute attribute, ObjectNode container, Filter filter) {
        ArrayNode list = list(container, attribute);
        Set<Integer> matching = new HashSet<>(matching(list, attribute, filter));
        if (matching.isEmpty() && !lenient) {
            throw nothing(path);
        }
        ArrayNode kept = container.arrayNode();
        for (int i = 0; i < list.size(); i++) {
            if (!matching.contains(i)) {
                kept.add(list.get(i));
            } else if (path.sub() != null) {
                ObjectNode element = (ObjectNode) list.get(i);
                element.remove(path.sub().name());
                if (!element.isEmpty()) {
                    kept.add(element);
                }
            }
        }
        if (kept.isEmpty()) {
            container.remove(attribute.name());
        } else {
            container.set(attribute.name(), kept);
        }
    }

    /** Sets, or where the value is null or empty, unassigns. */
    private static void assign(ObjectNode container, Attribute attribute, JsonNode value, String path) {
        if (attribute.readOnly()) {
            throw ScimType.MUTABILITY.because(path + " is read-only.");
        }
        JsonNode read = Canonical.value(attribute, value, path);
        if (read != null) {
            container.set(attribute.name(), read);
        } else if (attribute.required()) {
            throw ScimType.MUTABILITY.because(path + " is required and cannot be unassigned.");
        } else if (attribute.name().equals("active") && attribute.type() == Attribute.Type.BOOLEAN) {
            container.set(attribute.name(), BooleanNode.FALSE);
        } else {
            container.remove(attribute.name());
        }
    }

    /** Sets the sub-attributes that the value names and leaves the others (RFC 7644, sections 3.5.2.1 and 3.5.2.3). */
    private static void merge(ObjectNode whole, Attribute attribute, JsonNode value, String path) {
        if (!value.isObject()) {
            throw ScimType.INVALID_VALUE.because(path + " must be an object.");
        }
        value.properties().forEach(field -> {
            Attribute sub = attribute.sub(field.getKey());
            if (sub == null) {
                throw ScimType.INVALID_SYNTAX.because(path + " has a sub-attribute that its schema does not have.");
            }
            assign(whole, sub, field.getValue(), path + "." + sub.name());
        });
    }

    private static List<Integer> matching(ArrayNode list, Attribute attribute, Filter filter) {
        Condition condition = Conditions.within(attribute, filter);
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (condition.matches(list.get(i))) {
                indices.add(i);
            }
        }
        return indices;
    }

    private static boolean makesPrimary(@Nullable Attribute sub, JsonNode value) {
        return sub == null ? value.path("primary").asBoolean(false) : sub.name().equals("primary") && value.asBoolean();
    }

    private static ScimException nothing(PatchPath path) {
        return ScimType.NO_TARGET.because("Nothing in " + path.at() + " meets the filter.");
    }

    /** A value that becomes primary takes that from the one that was (RFC 7644, section 3.5.2). */
    private static void onePrimary(@Nullable JsonNode list, Set<JsonNode> before) {
        Set<JsonNode> now = primaries(list);
        if (now.size() > 1) {
            now.stream().filter(before::contains).forEach(element -> ((ObjectNode) element).put("primary", false));
        }
    }

    private static Set<JsonNode> primaries(@Nullable JsonNode list) {
        Set<JsonNode> primaries = Collections.newSetFromMap(new IdentityHashMap<>());
        if (list != null) {
            for (JsonNode element : list) {
                if (element.path("primary").asBoolean(false)) {
                    primaries.add(element);
                }
            }
        }
        return primaries;
    }

    private ObjectNode container(Schema schema) {
        if (!schema.extension()) {
            return resource;
        }
        return resource.get(schema.id()) instanceof ObjectNode extension ? extension : resource.putObject(schema.id());
    }

    private static ObjectNode complex(ObjectNode container, Attribute attribute) {
        return container.get(attribute.name()) instanceof ObjectNode whole
                ? whole
                : container.putObject(attribute.name());
    }

    private static ArrayNode list(ObjectNode container, Attribute attribute) {
        return container.get(attribute.name()) instanceof ArrayNode list ? list : container.arrayNode();
    }

    private static void dropIfEmpty(ObjectNode container, Attribute attribute) {
        if (container.path(attribute.name()).isEmpty()) {
            container.remove(attribute.name());
        }
    }

    private void dropIfEmpty(Schema schema) {
        if (schema.extension() && resource.path(schema.id()).isEmpty()) {
            resource.remove(schema.id());
        }
    }
}
