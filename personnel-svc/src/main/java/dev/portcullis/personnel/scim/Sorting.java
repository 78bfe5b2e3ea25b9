package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * In which order resources are listed (RFC 7644, section 3.4.2.3). Of a list its primary value counts, or else the first. What has
 * no value comes last, and first where the order is descending.
 */
record Sorting(Place place, boolean descending) {
    /**
     * Reads what was asked for.
     *
     * @return null where no order was asked for
     * @throws ScimException where it is none
     */
    static @Nullable Sorting of(List<ResourceKind> kinds, @Nullable String sortBy, @Nullable String sortOrder) {
        boolean descending = switch (sortOrder == null ? "ascending" : sortOrder.toLowerCase(Locale.ROOT)) {
            case "ascending" -> false;
            case "descending" -> true;
            default -> throw ScimType.INVALID_VALUE.because("sortOrder must be ascending or descending.");
        };
        if (sortBy == null) {
            return null;
        }
        Place place = Conditions.place(kinds, sortBy.trim());
        if (place == null) {
            throw ScimType.INVALID_PATH.because("sortBy names what the schemas do not have; see /scim/v2/Schemas.");
        }
        if (place.sub() == null && place.attribute().isComplex()) {
            Attribute value = place.attribute().sub("value");
            if (value == null) {
                throw ScimType.INVALID_PATH.because("sortBy must name a sub-attribute of " + place.name() + ".");
            }
            place = new Place(place.extension(), place.attribute(), value);
        }
        return new Sorting(place, descending);
    }

    /** What a resource is ordered by, in the form in which it is compared; null where it has no value. */
    @Nullable
    String key(JsonNode resource) {
        JsonNode chosen = null;
        for (JsonNode element : place.elements(resource)) {
            if (chosen == null || element.path("primary").asBoolean(false)) {
                chosen = element;
            }
        }
        Attribute sub = place.sub();
        JsonNode value = chosen == null || sub == null ? chosen : chosen.path(sub.name());
        return value == null || !value.isValueNode() ? null : Condition.comparable(place.target(), value.asText());
    }

    /** Orders keys; equal ones are left to whoever asks. */
    Comparator<@Nullable String> order() {
        Comparator<@Nullable String> ascending = Comparator.nullsLast(Comparator.naturalOrder());
        return descending ? ascending.reversed() : ascending;
    }
}
