package dev.portcullis.personnel.scim;

import org.jspecify.annotations.Nullable;

/** Ends a request with a SCIM error (RFC 7644, section 3.12). The detail names attributes and never repeats a value. */
public final class ScimException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable ScimType scimType;

    ScimException(int status, @Nullable ScimType scimType, String detail) {
        // An answer to the caller, not a fault of ours: no stack trace.
        super(detail, null, false, false);
        this.status = status;
        this.scimType = scimType;
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

    static ScimException notImplemented(String detail) {
        return new ScimException(501, null, detail);
    }

    static ScimException tooLarge(String detail) {
        return new ScimException(413, null, detail);
    }

    static ScimException unavailable() {
        return new ScimException(503, null, "Personal data can be neither read nor written now.");
    }

    int status() {
        return status;
    }

    @Nullable
    ScimType scimType() {
        return scimType;
    }
}
