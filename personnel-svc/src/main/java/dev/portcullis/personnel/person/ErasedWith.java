package dev.portcullis.personnel.person;

import io.smallrye.mutiny.Uni;

/**
 * What else of a person goes when the person is erased, as blind indexes do. Each bean of this type is called in the transaction in which
 * the key is destroyed; where one fails, nobody is erased.
 */
public interface ErasedWith {
    /** Deletes what it keeps of a person. */
    Uni<Void> erase(String personId);
}
