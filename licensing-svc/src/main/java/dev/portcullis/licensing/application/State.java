package dev.portcullis.licensing.application;

/** Where an application stands. */
public enum State {
    /** It is worked at. */
    DRAFT,
    /** A second person has agreed to it as it is; it may be submitted. */
    APPROVED,
    /** BIS has it. */
    SUBMITTED,
    /** BIS intends to deny it (15 CFR 750.6). */
    INTENT_TO_DENY,
    /** BIS returned it without action (15 CFR 750.4(a)(2)). */
    RETURNED,
    GRANTED,
    DENIED,
    WITHDRAWN;

    /** Whether nothing follows any more. */
    public boolean isFinal() {
        return this == GRANTED || this == DENIED || this == WITHDRAWN;
    }
}
