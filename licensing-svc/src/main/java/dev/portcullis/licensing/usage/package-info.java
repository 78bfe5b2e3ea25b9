/**
 * Use of licenses over HTTP: draws, returns, assignments, corrections and the history of balances. Gathers draws that wait for licenses into
 * common transactions. Owns the tables {@code license_assignment} and {@code license_adjustment}; balances move in {@code license} alone.
 */
@NullMarked
package dev.portcullis.licensing.usage;

import org.jspecify.annotations.NullMarked;
