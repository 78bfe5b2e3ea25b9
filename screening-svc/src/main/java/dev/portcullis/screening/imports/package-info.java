/**
 * Owns the taking in of a list edition: from the bytes of the official file to the moment when it is the edition that
 * everything is screened against. It joins lists, screening and parties, and nothing depends on it.
 */
@NullMarked
package dev.portcullis.screening.imports;

import org.jspecify.annotations.NullMarked;
