/**
 * Licenses, what they cover and what is left of them. Owns the tables {@code license}, {@code license_line} and {@code
 * license_draw}; draws happen in the transaction of the release that needs them.
 */
@NullMarked
package dev.portcullis.licensing.license;

import org.jspecify.annotations.NullMarked;
