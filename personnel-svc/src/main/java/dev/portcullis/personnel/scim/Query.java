package dev.portcullis.personnel.scim;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A search in an address (RFC 7644, section 3.4.2; RFC 9865, section 2). */
public class Query {
    @QueryParam("filter")
    public @Nullable String filter;

    @QueryParam("sortBy")
    public @Nullable String sortBy;

    @QueryParam("sortOrder")
    public @Nullable String sortOrder;

    @QueryParam("startIndex")
    public @Nullable String startIndex;

    @QueryParam("count")
    public @Nullable String count;

    @QueryParam("cursor")
    public @Nullable String cursor;

    @QueryParam("attributes")
    public @Nullable String attributes;

    @QueryParam("excludedAttributes")
    public @Nullable String excludedAttributes;

    /** @param uri tells whether there is a cursor at all: one without a value asks for the first page */
    Search search(UriInfo uri) {
        boolean byCursor = uri.getQueryParameters().containsKey("cursor");
        return new Search(
                filter,
                sortBy,
                sortOrder,
                number(ScimType.INVALID_VALUE, "startIndex", startIndex),
                number(byCursor ? ScimType.INVALID_COUNT : ScimType.INVALID_VALUE, "count", count),
                byCursor ? (cursor == null ? "" : cursor) : null,
                names(attributes),
                names(excludedAttributes),
                true);
    }

    private static @Nullable List<String> names(@Nullable String text) {
        return text == null ? null : List.of(text.split(",", 200));
    }

    private static @Nullable Integer number(ScimType refusal, String name, @Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw refusal.because(name + " must be a whole number.");
        }
    }
}
