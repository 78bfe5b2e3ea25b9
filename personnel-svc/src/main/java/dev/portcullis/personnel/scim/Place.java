package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a filter or a sorting looks: at an attribute, or a sub-attribute of one, of a resource or of an element of a list.
 *
 * @param extension the URN of the extension in which the attribute stands; null where it stands in none
 * @param sub null where the attribute itself is meant
 */
record Place(
        @Nullable String extension,
        Attribute attribute,
        @Nullable Attribute sub) {

    /** The attribute whose values are compared. */
    Attribute target() {
        return sub != null ? sub : attribute;
    }

    /** The values that are there, of each element where it is a list. */
    List<JsonNode> values(JsonNode resource) {
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode element : elements(resource)) {
            JsonNode value = sub == null ? element : element.path(sub.name());
            if (!value.isMissingNode() && !value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
                values.add(value);
            }
        }
        return values;
    }

    /** The value of the attribute, or the elements of its list. */
    List<JsonNode> elements(JsonNode resource) {
        JsonNode value = (extension == null ? resource : resource.path(extension)).path(attribute.name());
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(value);
        }
        List<JsonNode> elements = new ArrayList<>(value.size());
        value.forEach(elements::add);
        return elements;
    }

    /** Such as {@code emails.value}; an extension's attributes are led by its URN. */
    String name() {
        String name = sub == null ? attribute.name() : attribute.name() + "." + sub.name();
        return extension == null ? name : extension + ":" + name;
    }
}
