/**
 * Conditions and provisos of licenses: who sees to each, until when, and what proves it. Owns the table {@code license_condition}; how many of
 * them stand before a draw is kept with the license.
 */
@NullMarked
package dev.portcullis.licensing.condition;

import org.jspecify.annotations.NullMarked;
