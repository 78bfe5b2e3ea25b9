/**
 * Attestations under Part 6 of Form I-129: drafted from what was determined for the beneficiary, approved by a second person, and frozen. It
 * reads the matrix of technology access and states no rule of law. Owns the table {@code attestation}.
 */
@NullMarked
package dev.portcullis.personnel.attestation;

import org.jspecify.annotations.NullMarked;
