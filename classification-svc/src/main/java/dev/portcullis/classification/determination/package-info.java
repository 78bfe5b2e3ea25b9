/**
 * From a datasheet, a control list and a date to a reasoned classification: which entry, and every criterion that was asked with
 * value, threshold, outcome, margin and citation. Pure functions; what is unknown is asked for and never guessed.
 */
@NullMarked
package dev.portcullis.classification.determination;

import org.jspecify.annotations.NullMarked;
