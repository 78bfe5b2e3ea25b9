/**
 * Who is on the lists, for people who look somebody up: by a name as it is screened, by a part of one, or list by list. Reads the entries that
 * the current screener holds, and stores nothing.
 */
@NullMarked
package dev.portcullis.screening.directory;

import org.jspecify.annotations.NullMarked;
