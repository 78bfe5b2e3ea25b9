/**
 * Records of what was released (15 CFR 762): the register of shipments with what a filing in the AES needs, whether one is needed at all, the
 * destination control statement, statements to be signed, how long it is kept, and all about one transaction as one archive. Owns the tables
 * {@code release_record}, {@code record_hold} and {@code record_expiry}; deletes what need not be kept any more, and nothing that is held.
 */
@NullMarked
package dev.portcullis.licensing.record;

import org.jspecify.annotations.NullMarked;
