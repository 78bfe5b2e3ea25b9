/**
 * Documents for others: the record of a classification as JSON and as a PDF, with its margins and the proof of the ledger, and the
 * matrix of a product family as CSV. Reads what {@code item} and {@code approval} keep and decides nothing.
 */
@NullMarked
package dev.portcullis.classification.record;

import org.jspecify.annotations.NullMarked;
