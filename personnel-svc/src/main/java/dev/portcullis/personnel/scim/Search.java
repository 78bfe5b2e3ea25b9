package dev.portcullis.personnel.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search as it was asked for, in an address (RFC 7644, section 3.4.2) or in a body (section 3.4.3), and not yet read against the
 * schemas.
 *
 * @param cursor null where pages are counted; empty for the first page (RFC 9865)
 * @param open whether it stands in an address, where no fact of export control may stand
 */
record Search(
        @Nullable String filter,
        @Nullable String sortBy,
        @Nullable String sortOrder,
        @Nullable Integer startIndex,
        @Nullable Integer count,
        @Nullable String cursor,
        @Nullable List<String> attributes,
        @Nullable List<String> excludedAttributes,
        boolean open) {

    static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
    static final int MOST_RESULTS = 200;
    static final int DEFAULT_RESULTS = 100;

    /** @throws ScimException where the body is not exactly a search */
    static Search read(JsonNode body) {
        if (!body.isObject()) {
            throw ScimType.INVALID_SYNTAX.because("The body must be a JSON object.");
        }
        JsonNode schemas = body.path("schemas");
        if (schemas.size() != 1 || !SCHEMA.equalsIgnoreCase(schemas.path(0).asText())) {
            throw ScimType.INVALID_SYNTAX.because("schemas must be [\"" + SCHEMA + "\"].");
        }
        Set<String> known = new HashSet<>(List.of(
                "schemas",
                "filter",
                "sortby",
                "sortorder",
                "startindex",
                "count",
                "cursor",
                "attributes",
                "excludedattributes"));
        body.fieldNames().forEachRemaining(name -> {
            if (!known.remove(name.toLowerCase(Locale.ROOT))) {
                throw ScimType.INVALID_SYNTAX.because("The search has a field that a search does not have.");
            }
        });
        return new Search(
                text(body, "filter"),
                text(body, "sortBy"),
                text(body, "sortOrder"),
                number(body, "startIndex"),
                number(body, "count"),
                text(body, "cursor"),
                names(body, "attributes"),
                names(body, "excludedAttributes"),
                false);
    }

    /** The first of the results that is wanted, from 1: less is read as 1 (section 3.4.2.4). */
    int from() {
        return Math.max(1, startIndex == null ? 1 : startIndex);
    }

    /** How many results are wanted: a negative number is read as 0, and there is a limit. */
    int most() {
        if (cursor != null && count != null && (count < 1 || count > MOST_RESULTS)) {
            throw ScimType.INVALID_COUNT.because("With a cursor, count must be between 1 and " + MOST_RESULTS + ".");
        }
        return Math.min(MOST_RESULTS, Math.max(0, count == null ? DEFAULT_RESULTS : count));
    }

    /**
     * The filter, read against the schemas; null where there is none.
     *
     * @throws ScimException with {@code invalidFilter}, also where a fact of export control would stand in an address
     */
    @Nullable
    Condition condition(List<ResourceKind> kinds) {
        if (filter == null) {
            return null;
        }
        Condition condition = Conditions.of(FilterParser.parse(filter), kinds);
        if (open && condition.names(Schemas.EXPORT_CONTROL)) {
            throw ScimType.INVALID_FILTER.because(
                    "Facts of export control have no place in an address: search with POST and /.search.");
        }
        return condition;
    }

    @Nullable
    Sorting sorting(List<ResourceKind> kinds) {
        return Sorting.of(kinds, sortBy, sortOrder);
    }

    /** Which attributes the results carry. */
    Projection projection(ResourceKind kind, List<ResourceKind> known) {
        return Projection.of(kind, known, attributes, excludedAttributes);
    }

    /** The same for each page of one search. */
    String identity(String endpoint) {
        return String.join(
                "\u0000",
                endpoint,
                filter == null ? "" : filter,
                sortBy == null ? "" : sortBy,
                sortOrder == null ? "" : sortOrder);
    }

    private static @Nullable JsonNode field(JsonNode body, String name) {
        for (var field : body.properties()) {
            if (field.getKey().equalsIgnoreCase(name) && !field.getValue().isNull()) {
                return field.getValue();
            }
        }
        return null;
    }

    private static @Nullable String text(JsonNode body, String name) {
        JsonNode value = field(body, name);
        if (value != null && !value.isTextual()) {
            throw ScimType.INVALID_VALUE.because(name + " must be a string.");
        }
        return value == null ? null : value.asText();
    }

    private static @Nullable Integer number(JsonNode body, String name) {
        JsonNode value = field(body, name);
        if (value != null && !(value.isIntegralNumber() && value.canConvertToInt())) {
            throw ScimType.INVALID_VALUE.because(name + " must be a whole number.");
        }
        return value == null ? null : value.intValue();
    }

    private static @Nullable List<String> names(JsonNode body, String name) {
        JsonNode value = field(body, name);
        if (value == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isTextual()) {
                throw ScimType.INVALID_VALUE.because(name + " must be a list of strings.");
            }
            names.add(element.asText());
        }
        if (!value.isArray()) {
            throw ScimType.INVALID_VALUE.because(name + " must be a list of strings.");
        }
        return names;
    }
}
