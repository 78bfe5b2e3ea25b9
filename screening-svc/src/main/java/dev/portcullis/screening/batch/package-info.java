/**
 * Files of up to a million subjects, screened in the background. A file is checked row by row as it streams in, its sound rows are stored in
 * chunks, and each chunk's results are stored in one transaction, so that a batch goes on behind its last chunk after a crash; memory holds one
 * chunk, however large the file. Uses the screener of the current editions; nothing depends on it.
 */
@NullMarked
package dev.portcullis.screening.batch;

import org.jspecify.annotations.NullMarked;
