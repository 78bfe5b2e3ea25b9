/**
 * Owns the answer to "who is it?": a subject held against the current edition, with status, hits and their explanation. It
 * keeps the current edition's matcher in memory, in step with the database. It may touch lists and matching, never parties.
 */
@NullMarked
package dev.portcullis.screening.screening;

import org.jspecify.annotations.NullMarked;
