package dev.portcullis.classification.master;

/** How a product master is written. */
enum Layout {
    /** RFC 4180 with a header. */
    CSV,
    /** A JSON object a line. */
    NDJSON
}
