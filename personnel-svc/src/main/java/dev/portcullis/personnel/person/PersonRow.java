package dev.portcullis.personnel.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person in the database: what may stand in the clear, and what is sealed. */
@Entity
@Table(name = "person")
public class PersonRow {
    @Id
    String id = "";

    long version;
    String status = "";

    @Column(name = "user_name_hash")
    byte[] userNameHash = new byte[0];

    @Column(name = "external_id_hash")
    byte @Nullable [] externalIdHash;

    byte @Nullable [] sealed;

    /** Whether the marks by which the record is found are those of this version of the program. */
    boolean marked;

    /** See {@link Doubts#words}. */
    String doubts = "";

    /** Whether a fact that matters has not been verified. */
    boolean unverified = true;

    @Column(name = "reassess_on")
    @Nullable
    LocalDate reassessOn;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;
}
