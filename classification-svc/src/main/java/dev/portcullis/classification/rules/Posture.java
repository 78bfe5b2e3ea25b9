package dev.portcullis.classification.rules;

/** How a rule stands with the agency that enforces it. */
public enum Posture {
    IN_FORCE,
    /** In the Code of Federal Regulations, but the agency has announced that it does not enforce it. */
    CODIFIED_NOT_ENFORCED
}
