package dev.portcullis.classification.modelfile;

/** How much a finding weighs. */
public enum Severity {
    /** Good to know. */
    NOTE,
    /** A figure needs a person's judgment before it is relied on. */
    JUDGE,
    /** The file can do harm where it is loaded. */
    DANGER
}
