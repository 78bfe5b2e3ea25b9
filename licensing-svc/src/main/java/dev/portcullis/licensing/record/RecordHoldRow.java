package dev.portcullis.licensing.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A legal hold as stored. */
@Entity
@Table(name = "record_hold")
public class RecordHoldRow {
    @Id
    public String id = "";

    public long version;

    @Column(name = "release_id")
    public String releaseId = "";

    @Enumerated(EnumType.STRING)
    public RecordHold.State state = RecordHold.State.IN_FORCE;

    public String reason = "";

    @Column(name = "placed_by")
    public String placedBy = "";

    @Column(name = "placed_at")
    public Instant placedAt = Instant.EPOCH;

    @Column(name = "lift_reason")
    public @Nullable String liftReason;

    @Column(name = "lift_proposed_by")
    public @Nullable String liftProposedBy;

    @Column(name = "lifted_by")
    public @Nullable String liftedBy;

    @Column(name = "decision_note")
    public @Nullable String decisionNote;

    @Column(name = "changed_at")
    public Instant changedAt = Instant.EPOCH;
}
