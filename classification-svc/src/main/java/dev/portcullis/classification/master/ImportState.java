package dev.portcullis.classification.master;

/** Where an import of a product master stands. */
public enum ImportState {
    /** Its rows are arriving and are being checked. */
    RECEIVING,
    /** A row was not in order; nothing of the file was applied. */
    REFUSED,
    /** Checked; its turn comes. */
    QUEUED,
    APPLYING,
    /** Somebody stopped it; the rows that were applied stay. */
    CANCELED,
    DONE
}
