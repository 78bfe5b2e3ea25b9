package dev.portcullis.personnel.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A plan as stored. */
@Entity
@Table(name = "technology_control_plan")
public class PlanRow {
    @Id
    public String id = "";

    public long version;

    @Enumerated(EnumType.STRING)
    public Plan.Status status = Plan.Status.ACTIVE;

    /** Terms and measures as JSON. */
    public String content = "{}";

    @Column(name = "changed_at")
    public Instant changedAt = Instant.EPOCH;

    @Column(name = "changed_by")
    public String changedBy = "";
}
