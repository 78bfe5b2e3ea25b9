/**
 * The tamper-evident record of every state change: an RFC 6962 Merkle tree over entries in the order of one sequencer, with signed
 * checkpoints and proofs. It may touch the ledger tables and the signing key.
 */
@NullMarked
package dev.portcullis.platform.ledger;

import org.jspecify.annotations.NullMarked;
