/**
 * Items: what a company registers, their numbered datasheets and classifications, and the events and ledger entries that each change
 * makes. It resolves what datasheets name by item, and leaves every judgment to the classifier.
 */
@NullMarked
package dev.portcullis.classification.item;

import org.jspecify.annotations.NullMarked;
