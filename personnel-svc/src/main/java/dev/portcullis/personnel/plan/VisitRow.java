package dev.portcullis.personnel.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A visit as stored. */
@Entity
@Table(name = "visit")
public class VisitRow {
    @Id
    public String id = "";

    public long version;

    @Column(name = "plan_id")
    public String planId = "";

    /** What was announced, and by whom, as JSON. */
    public String content = "{}";

    @Column(name = "entered_at")
    public @Nullable Instant enteredAt;

    @Column(name = "left_at")
    public @Nullable Instant leftAt;

    @Column(name = "changed_at")
    public Instant changedAt = Instant.EPOCH;
}
