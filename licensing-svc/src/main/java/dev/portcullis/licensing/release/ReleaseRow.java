package dev.portcullis.licensing.release;

import dev.portcullis.contracts.ReleaseState.Decision;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision of the gate as stored. */
@Entity
@Table(name = "release")
public class ReleaseRow {
    @Id
    public String id = "";

    @Column(name = "determination_id")
    public String determinationId = "";

    @Enumerated(EnumType.STRING)
    public Decision decision = Decision.REVIEW;

    @Column(name = "item_id")
    public String itemId = "";

    @Column(name = "person_id")
    public @Nullable String personId;

    @Column(name = "decided_at")
    public Instant decidedAt = Instant.EPOCH;

    /** The subject of the caller who asked. */
    @Column(name = "decided_for")
    public String decidedFor = "";

    /** {@link Release} as canonical JSON. */
    public byte[] answer = {};

    @Column(name = "ledger_entry_id")
    public long ledgerEntryId;

    @Column(name = "determination_ledger_entry_id")
    public long determinationLedgerEntryId;
}
