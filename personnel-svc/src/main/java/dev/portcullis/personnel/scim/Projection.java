package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which attributes an answer carries (RFC 7644, section 3.9). Those that are returned always stay. */
final class Projection {
    private static final int MOST = 100;

    private final @Nullable List<AttributePath> only;
    private final List<AttributePath> without;

    private Projection(@Nullable List<AttributePath> only, List<AttributePath> without) {
        this.only = only;
        this.without = without;
    }

    /** @throws ScimException where both are asked for, or a name is none of the schemas */
    static Projection of(ResourceKind kind, @Nullable String attributes, @Nullable String excluded) {
        return of(kind, List.of(kind), names(attributes), names(excluded));
    }

    /**
     * For a search over several kinds: what another kind has is no error, and is not there.
     *
     * @param known the kinds whose attributes may be named
     */
    static Projection of(
            ResourceKind kind,
            List<ResourceKind> known,
            @Nullable List<String> attributes,
            @Nullable List<String> excluded) {
        if (attributes != null && excluded != null) {
            throw ScimType.INVALID_VALUE.because("attributes and excludedAttributes exclude each other.");
        }
        return new Projection(
                attributes == null ? null : paths(kind, known, attributes),
                excluded == null ? List.of() : paths(kind, known, excluded));
    }

    private static @Nullable List<String> names(@Nullable String text) {
        return text == null ? null : List.of(text.split(",", MOST));
    }

    private static List<AttributePath> paths(ResourceKind kind, List<ResourceKind> known, List<String> names) {
        if (names.size() > MOST) {
            throw ScimType.TOO_MANY.because("At most " + MOST + " attributes can be named.");
        }
        List<AttributePath> paths = new ArrayList<>();
        for (String name : names) {
            AttributePath path = AttributePath.parse(kind, name.trim());
            if (path != null) {
                paths.add(path);
            } else if (known.stream().allMatch(other -> AttributePath.parse(other, name.trim()) == null)) {
                throw ScimType.INVALID_PATH.because("An attribute was asked for that the schemas do not have.");
            }
        }
        return paths;
    }

    /** Whether an attribute may be left out of an answer, so that it need not be read. */
    boolean wants(String attribute) {
        if (only != null) {
            return only.stream().anyMatch(path -> path.toString().startsWith(attribute));
        }
        return without.stream().noneMatch(path -> path.toString().equals(attribute));
    }

    ObjectNode apply(ObjectNode user) {
        ObjectNode shown = user;
        if (only != null) {
            shown = user.objectNode();
            for (String name : List.of("schemas", "id")) {
                shown.set(name, user.get(name));
            }
            for (AttributePath path : only) {
                copy(path, user, shown);
            }
        }
        for (AttributePath path : without) {
            remove(path, shown);
        }
        return shown;
    }

    private static void copy(AttributePath path, ObjectNode from, ObjectNode to) {
        String schema = path.schema().id();
        Attribute attribute = path.attribute();
        if (path.schema().extension()) {
            if (!(from.get(schema) instanceof ObjectNode source)) {
                return;
            }
            if (attribute == null) {
                to.set(schema, source);
                return;
            }
            ObjectNode target = to.get(schema) instanceof ObjectNode present ? present : to.putObject(schema);
            copy(attribute, path.sub(), source, target);
            if (target.isEmpty()) {
                to.remove(schema);
            }
        } else if (attribute != null) {
            copy(attribute, path.sub(), from, to);
        }
    }

    private static void copy(Attribute attribute, @Nullable Attribute sub, ObjectNode from, ObjectNode to) {
        String name = attribute.name();
        JsonNode value = from.get(name);
        if (value == null) {
            return;
        }
        if (sub == null) {
            to.set(name, value);
        } else if (value.isArray()) {
            JsonNode present = to.get(name);
            var list = to.arrayNode();
            for (int i = 0; i < value.size(); i++) {
                ObjectNode element =
                        present != null && present.get(i) instanceof ObjectNode had ? had : to.objectNode();
                part(sub, value.get(i), element);
                list.add(element);
            }
            to.set(name, list);
        } else {
            ObjectNode part = to.get(name) instanceof ObjectNode had ? had : to.putObject(name);
            part(sub, value, part);
        }
    }

    private static void part(Attribute sub, JsonNode from, ObjectNode to) {
        JsonNode value = from.get(sub.name());
        if (value != null) {
            to.set(sub.name(), value);
        }
    }

    private static void remove(AttributePath path, ObjectNode user) {
        Attribute attribute = path.attribute();
        if (attribute == null) {
            user.remove(path.schema().id());
            return;
        }
        if (attribute.returned().equals("always")) {
            return;
        }
        JsonNode container = path.schema().extension() ? user.path(path.schema().id()) : user;
        if (!(container instanceof ObjectNode from)) {
            return;
        }
        Attribute sub = path.sub();
        if (sub == null) {
            from.remove(attribute.name());
        } else if (from.get(attribute.name()) instanceof ObjectNode whole) {
            whole.remove(sub.name());
        } else {
            from.path(attribute.name()).forEach(element -> ((ObjectNode) element).remove(sub.name()));
        }
    }
}
