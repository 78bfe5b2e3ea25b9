/**
 * Admission as membership in groups of the realm, so that source hosts, registries and labs that trust the realm enforce it. What should
 * be stands in the tables of plans; this package compares it with the realm and repairs the realm, never the plans. Owns the table {@code
 * membership_due}.
 */
@NullMarked
package dev.portcullis.personnel.membership;

import org.jspecify.annotations.NullMarked;
