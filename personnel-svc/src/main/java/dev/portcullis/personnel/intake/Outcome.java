package dev.portcullis.personnel.intake;

/** What became of a record. */
public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    REFUSED
}
