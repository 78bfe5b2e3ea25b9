package dev.portcullis.personnel.scim;

import org.jspecify.annotations.Nullable;

/** Ends a request with a SCIM error (RFC 7644, section 3.12). The detail names attributes and never repeats a value. */
public final class ScimException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String scimType;

    private ScimException(int status, @Nullable String scimType, String detail) {
        // An answer to the caller, not a fault of ours: no stack trace.
        super(detail, null, false, false);
        this.status = status;
        this.scimType = scimType;
    }

    static ScimException invalidSyntax(String detail) {
        return new ScimException(400, "invalidSyntax", detail);
    }

    static ScimException invalidValue(String detail) {
        return new ScimException(400, "invalidValue", detail);
    }

    static ScimException invalidPath(String detail) {
        return new ScimException(400, "invalidPath", detail);
    }

    static ScimException invalidFilter(String detail) {
        return new ScimException(400, "invalidFilter", detail);
    }

    static ScimException mutability(String detail) {
        return new ScimException(400, "mutability", detail);
    }

    static ScimException noTarget(String detail) {
        return new ScimException(400, "noTarget", detail);
    }

    /** Too much work for one request. */
    static ScimException tooMany(String detail) {
        return new ScimException(400, "tooMany", detail);
    }

    static ScimException uniqueness(String detail) {
        return new ScimException(409, "uniqueness", detail);
    }

    static ScimException forbidden(String detail) {
        return new ScimException(403, null, detail);
    }

    static ScimException notFound() {
        return new ScimException(404, null, "There is no such resource.");
    }

    static ScimException stale() {
        return new ScimException(
                412, null, "The resource was changed meanwhile: read it again and send your change with its new ETag.");
    }

    static ScimException unavailable() {
        return new ScimException(503, null, "Personal data can be neither read nor written now.");
    }

    int status() {
        return status;
    }

    @Nullable
    String scimType() {
        return scimType;
    }
}
