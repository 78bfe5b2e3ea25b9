package dev.portcullis.personnel.person;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Something that a person has only as long as the person is not deleted; ended in the transaction of the deletion. */
public interface EndsWithPerson {
    /** Called in a transaction that holds the person's row locked. */
    Uni<Void> ended(String personId, Instant at);
}
