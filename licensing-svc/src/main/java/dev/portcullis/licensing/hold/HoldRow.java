package dev.portcullis.licensing.hold;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A letter as stored. */
@Entity
@Table(name = "hold")
public class HoldRow {
    @Id
    public String id = "";

    public long version;

    @Enumerated(EnumType.STRING)
    public Hold.Status status = Hold.Status.ACTIVE;

    @Column(name = "effective_from")
    public LocalDate effectiveFrom = LocalDate.EPOCH;

    @Column(name = "effective_until")
    public @Nullable LocalDate effectiveUntil;

    /** {@link HoldTerms} as JSON. */
    public String terms = "{}";

    public @Nullable String withdrawal;

    @Column(name = "changed_at")
    public Instant changedAt = Instant.EPOCH;

    @Column(name = "changed_by")
    public String changedBy = "";
}
