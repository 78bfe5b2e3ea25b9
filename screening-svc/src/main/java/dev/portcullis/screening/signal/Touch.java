package dev.portcullis.screening.signal;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A kept party that a signal touches.
 *
 * @param partyId the party
 * @param relation what ties it to the signal
 * @param words the country's code, or the name that is like the party's, with the score
 * @param effect what changes for it
 */
@RegisterForReflection
record Touch(String partyId, Relation relation, String words, String effect) {}
