/**
 * The Commerce Control List as dated data: entries, and parametric rules with effective dates, posture and citation. It reads the
 * shipped edition and says what it holds for a date; what follows for an item is the classifier's business.
 */
@NullMarked
package dev.portcullis.classification.controllist;

import org.jspecify.annotations.NullMarked;
