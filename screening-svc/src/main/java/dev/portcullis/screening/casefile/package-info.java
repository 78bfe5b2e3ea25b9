/**
 * Owns cases as they are kept: their rows, their steps, and how a party is screened with what people have decided of it. What becomes of a
 * party's cases is stored in the transaction that stores its screening, by whoever holds the party's lock. It knows cases and
 * screening, and nothing of how parties are kept or of who may decide.
 */
@NullMarked
package dev.portcullis.screening.casefile;

import org.jspecify.annotations.NullMarked;
