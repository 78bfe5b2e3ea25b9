/**
 * The life of a classification: proposed from an item's datasheet, reviewed, approved by somebody else than its proposer, and reopened
 * or superseded. It owns the numbered classifications and what was done to them, and says to the item which one is in effect; what the
 * law answers it leaves to the classifier.
 */
@NullMarked
package dev.portcullis.classification.approval;

import org.jspecify.annotations.NullMarked;
