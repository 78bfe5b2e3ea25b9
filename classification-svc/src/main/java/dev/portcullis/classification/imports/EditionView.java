package dev.portcullis.classification.imports;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An edition as it was taken in.
 *
 * @param id opaque id, prefix {@code cle}
 * @param issueDate the issue date of the text
 * @param digest SHA-256 of the file, in hexadecimal
 * @param bytes the file's size
 * @param source the text
 * @param entries the number of entries
 * @param loadedAt when it was taken in
 * @param loadedBy who sent it
 */
public record EditionView(
        String id,
        LocalDate issueDate,
        String digest,
        long bytes,
        String source,
        int entries,
        Instant loadedAt,
        String loadedBy) {}
