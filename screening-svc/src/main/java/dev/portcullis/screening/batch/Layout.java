package dev.portcullis.screening.batch;

/** How a file is written. */
public enum Layout {
    /** RFC 4180 with a header. */
    CSV,
    /** A JSON object a line, as a subject of {@code /v1/screenings}. */
    NDJSON
}
