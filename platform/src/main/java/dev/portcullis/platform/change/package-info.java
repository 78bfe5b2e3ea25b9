/**
 * The one way to make a state change known: its event and its ledger entry join the caller's database transaction. It may touch
 * the outbox and ledger tables, and nothing that leaves the process.
 */
@NullMarked
package dev.portcullis.platform.change;

import org.jspecify.annotations.NullMarked;
