package dev.portcullis.personnel.person;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the ledger keeps of a change for ever.
 *
 * @param id opaque id of the person
 * @param version after the change
 * @param kind CREATED, CHANGED, DEACTIVATED, DELETED, REASSESSED or ERASED
 * @param commitment SHA-256 over a random salt and the attributes, hexadecimal; the salt is sealed with the attributes, so that
 *     nothing can be told from it once the person's key is destroyed. Of ERASED, SHA-256 of the wrapped key that was destroyed
 */
@RegisterForReflection
public record PersonFact(String id, long version, String kind, String commitment) {}
