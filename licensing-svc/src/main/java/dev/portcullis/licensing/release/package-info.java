/**
 * The gate: one request, one decision, one transaction. Owns the tables {@code release} and {@code release_party}; whatever is
 * not permitted stays shut.
 */
@NullMarked
package dev.portcullis.licensing.release;

import org.jspecify.annotations.NullMarked;
