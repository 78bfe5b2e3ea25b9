/**
 * Owns screening lists: the entries of an edition, the reader of the official file, and the rules by which an edition is
 * taken or refused. Pure but for {@link dev.portcullis.screening.list.Editions}, which keeps editions in PostgreSQL. It
 * knows nothing of matching or of parties.
 */
@NullMarked
package dev.portcullis.screening.list;

import org.jspecify.annotations.NullMarked;
