/**
 * Reads the files of list publishers, one reader for each official format, into entries that are all alike. Pure: a stream in, a
 * {@link dev.portcullis.screening.list.ListFile} out, within bounds of memory and time whatever the bytes are. It knows nothing of where a
 * file came from, what edition is current, or who is screened.
 */
@NullMarked
package dev.portcullis.screening.format;

import org.jspecify.annotations.NullMarked;
