/**
 * An auditor's own check of a ledger: the signature of its checkpoint and the proof that an entry is in its tree. Written from
 * the specifications (RFC 6962, RFC 8032, the signed-note and checkpoint formats of c2sp.org), and shares no code with what writes
 * the ledgers.
 */
@NullMarked
package dev.portcullis.local.audit;

import org.jspecify.annotations.NullMarked;
