/**
 * Computes stored determinations again, from what they were computed from, and holds the bytes against those that are stored and
 * both against the ledger: one at an auditor's word, or all of them in the background. Owns the tables {@code replay_run} and
 * {@code replay_finding}; decides nothing and changes no determination.
 */
@NullMarked
package dev.portcullis.licensing.replay;

import org.jspecify.annotations.NullMarked;
