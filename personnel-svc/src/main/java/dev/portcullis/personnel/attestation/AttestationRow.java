package dev.portcullis.personnel.attestation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An attestation as stored. */
@Entity
@Table(name = "attestation")
public class AttestationRow {
    @Id
    public String id = "";

    public long version;

    @Column(name = "person_id")
    public String personId = "";

    @Enumerated(EnumType.STRING)
    public Attestation.State state = Attestation.State.DRAFT;

    /** {@link Attested} as JSON, sealed under the person's key. */
    public byte[] sealed = {};

    @Column(name = "drafted_by")
    public String draftedBy = "";

    @Column(name = "decided_by")
    public @Nullable String decidedBy;

    @Column(name = "changed_at")
    public Instant changedAt = Instant.EPOCH;
}
