package dev.portcullis.personnel.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Evidence in the database. */
@Entity
@Table(name = "evidence")
public class EvidenceRow {
    @Id
    String id = "";

    long version;

    @Column(name = "person_id")
    String personId = "";

    @Column(name = "fact_kind")
    String factKind = "";

    byte @Nullable [] sealed;

    @Enumerated(EnumType.STRING)
    EvidenceView.State state = EvidenceView.State.ENTERED;

    @Column(name = "entered_by")
    String enteredBy = "";

    @Column(name = "entered_at")
    Instant enteredAt = Instant.EPOCH;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Column(name = "expires_on")
    @Nullable
    LocalDate expiresOn;

    EvidenceView view() {
        return new EvidenceView(
                id, version, personId, factKind, state, enteredBy, enteredAt, decidedBy, decidedAt, expiresOn);
    }
}
