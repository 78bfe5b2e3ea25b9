/**
 * Owns counterparties and keeps each of them screened against the current edition: when it is registered, when it changes and
 * when an edition takes the place of another. It stores parties, publishes their state and writes the ledger; it may ask
 * {@code screening} and {@code stake}, and knows nothing of how lists are taken in.
 */
@NullMarked
package dev.portcullis.screening.party;

import org.jspecify.annotations.NullMarked;
