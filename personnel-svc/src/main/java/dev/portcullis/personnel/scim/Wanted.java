package dev.portcullis.personnel.scim;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a request says of the attributes that it wants back (RFC 7644, section 3.9). */
public class Wanted {
    @QueryParam("attributes")
    public @Nullable String attributes;

    @QueryParam("excludedAttributes")
    public @Nullable String excludedAttributes;

    /** @throws ScimException where both are asked for, or a name is none of the schemas */
    Projection projection(ResourceKind kind) {
        return Projection.of(kind, attributes, excludedAttributes);
    }
}
