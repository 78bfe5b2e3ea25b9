package dev.portcullis.licensing.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A record as stored. The database makes one with each release that is permitted. */
@Entity
@Table(name = "release_record")
public class RecordRow {
    @Id
    @Column(name = "release_id")
    public String releaseId = "";

    public long version;

    /** {@link Shipment} as JSON. */
    public String shipment = "{}";

    @Column(name = "released_on")
    public @Nullable LocalDate releasedOn;

    @Column(name = "basis_on")
    public @Nullable LocalDate basisOn;

    @Column(name = "keep_until")
    public @Nullable LocalDate keepUntil;

    @Column(name = "ledger_entry_id")
    public @Nullable Long ledgerEntryId;

    @Column(name = "changed_at")
    public Instant changedAt = Instant.EPOCH;
}
