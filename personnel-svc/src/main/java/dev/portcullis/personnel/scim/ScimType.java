package dev.portcullis.personnel.scim;

/** Kinds of SCIM error (RFC 7644, table 9; RFC 9865, section 2.1). */
enum ScimType {
    EXPIRED_CURSOR("expiredCursor"),
    INVALID_COUNT("invalidCount"),
    INVALID_CURSOR("invalidCursor"),
    INVALID_FILTER("invalidFilter"),
    INVALID_PATH("invalidPath"),
    INVALID_SYNTAX("invalidSyntax"),
    INVALID_VALUE("invalidValue"),
    MUTABILITY("mutability"),
    NO_TARGET("noTarget"),
    /** Too much work for one request. */
    TOO_MANY("tooMany"),
    UNIQUENESS("uniqueness");

    private final String word;

    ScimType(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** @param detail names attributes and repeats no value */
    ScimException because(String detail) {
        return new ScimException(this == UNIQUENESS ? 409 : 400, this, detail);
    }
}
