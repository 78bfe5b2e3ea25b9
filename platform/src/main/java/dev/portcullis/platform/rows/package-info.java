/**
 * Files of rows that are read as a stream, however large: comma-separated values with a header, or a JSON object a line. Says where a row
 * stands and why it cannot be read; what a row means is its reader's affair.
 */
@NullMarked
package dev.portcullis.platform.rows;

import org.jspecify.annotations.NullMarked;
