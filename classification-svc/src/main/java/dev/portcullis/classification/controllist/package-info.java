/**
 * The Commerce Control List as dated facts: its editions and their entries. It reads them and says what an edition holds; what the
 * paragraphs ask of an item stands in the rules, and what follows for an item is the classifier's business.
 */
@NullMarked
package dev.portcullis.classification.controllist;

import org.jspecify.annotations.NullMarked;
