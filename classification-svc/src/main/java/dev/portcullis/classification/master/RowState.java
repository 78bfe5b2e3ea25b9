package dev.portcullis.classification.master;

/** Where a row of a product master stands. */
public enum RowState {
    /** It cannot be read, or breaks a rule; its errors say which. */
    INVALID,
    /** In order; its turn comes. */
    CHECKED,
    APPLIED,
    /** The item, its names and its datasheet are what the row says already. */
    UNCHANGED,
    /** It could not be applied as things stood then; nothing of it was. */
    FAILED
}
