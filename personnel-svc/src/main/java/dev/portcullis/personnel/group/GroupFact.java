package dev.portcullis.personnel.group;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the ledger keeps of a change of a group for ever.
 *
 * @param id opaque id of the group
 * @param version after the change
 * @param kind CREATED, CHANGED, MEMBER_LEFT or DELETED
 * @param members how many there are after the change
 * @param digest SHA-256 of the members' opaque ids in order, a line each, hexadecimal
 */
@RegisterForReflection
public record GroupFact(String id, long version, String kind, int members, String digest) {}
