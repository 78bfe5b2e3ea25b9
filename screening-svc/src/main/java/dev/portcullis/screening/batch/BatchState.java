package dev.portcullis.screening.batch;

/** Where a batch stands. */
public enum BatchState {
    /** Its rows are arriving and are being checked. */
    RECEIVING,
    /** Its turn comes. */
    QUEUED,
    SCREENING,
    /** No row is in order. */
    REFUSED,
    /** Somebody stopped it; the results that were there stay. */
    CANCELED,
    DONE;

    /** Whether rows of it are still to be screened. */
    boolean isOpen() {
        return this == QUEUED || this == SCREENING;
    }
}
