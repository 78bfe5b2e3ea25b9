package dev.portcullis.licensing.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An application as stored. */
@Entity
@Table(name = "application")
public class ApplicationRow {
    @Id
    public String id = "";

    public long version;

    @Column(name = "determination_id")
    public String determinationId = "";

    @Enumerated(EnumType.STRING)
    public State state = State.DRAFT;

    @Column(name = "next_due")
    public @Nullable LocalDate nextDue;

    @Column(name = "marked_due")
    public @Nullable LocalDate markedDue;

    /** {@link Application} as JSON. */
    public String body = "{}";

    /** {@link WorkPackage} as canonical JSON, as it was approved. */
    @Column(name = "package")
    public byte @Nullable [] workPackage;

    @Column(name = "ledger_entry_id")
    public long ledgerEntryId;

    @Column(name = "changed_at")
    public Instant changedAt = Instant.EPOCH;
}
