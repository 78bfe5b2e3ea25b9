/**
 * The decision itself: a pure function from a transaction, the facts, the holds and the law of a day to an answer with every
 * step, value and citation. No I/O, no clock, no framework; the same inputs give the same answer, to the letter.
 */
@NullMarked
package dev.portcullis.licensing.determination;

import org.jspecify.annotations.NullMarked;
