package dev.portcullis.licensing.regulation;

/** How BIS says that it reviews an application. */
public enum ReviewPolicy {
    APPROVAL,
    PRESUMPTION_OF_APPROVAL,
    CASE_BY_CASE,
    PRESUMPTION_OF_DENIAL,
    DENIAL
}
