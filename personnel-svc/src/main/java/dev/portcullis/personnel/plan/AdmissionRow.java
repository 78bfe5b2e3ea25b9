package dev.portcullis.personnel.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An admission as stored. */
@Entity
@Table(name = "admission")
public class AdmissionRow {
    @Id
    public String id = "";

    public long version;

    @Column(name = "plan_id")
    public String planId = "";

    @Column(name = "person_id")
    public String personId = "";

    @Enumerated(EnumType.STRING)
    public Admission.State state = Admission.State.REFUSED;

    /** Reasons as a JSON array. */
    public String reasons = "[]";

    @Column(name = "recheck_at")
    public @Nullable Instant recheckAt;

    @Column(name = "decided_by")
    public String decidedBy = "";

    @Column(name = "decided_at")
    public Instant decidedAt = Instant.EPOCH;

    @Column(name = "changed_at")
    public Instant changedAt = Instant.EPOCH;
}
