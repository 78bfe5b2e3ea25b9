/**
 * Owns the answer to "who is it?": a subject held against the current editions of all lists, with status, hits and their explanation. It
 * keeps the matcher over them in memory, in step with the database. It may touch lists and matching, never parties.
 */
@NullMarked
package dev.portcullis.screening.screening;

import org.jspecify.annotations.NullMarked;
