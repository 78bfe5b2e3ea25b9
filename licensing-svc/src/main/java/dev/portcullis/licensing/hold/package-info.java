/**
 * Letters by which BIS informs a company that a license is required for what the regulations alone would let pass (15 CFR
 * 744.23(b) and its like). Owns the tables {@code hold} and {@code hold_edition}.
 */
@NullMarked
package dev.portcullis.licensing.hold;

import org.jspecify.annotations.NullMarked;
