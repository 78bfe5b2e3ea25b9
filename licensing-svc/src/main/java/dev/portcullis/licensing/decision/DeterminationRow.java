package dev.portcullis.licensing.decision;

import dev.portcullis.contracts.DeterminationState.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A determination as stored. */
@Entity
@Table(name = "determination")
public class DeterminationRow {
    @Id
    public String id = "";

    @Enumerated(EnumType.STRING)
    public Outcome outcome = Outcome.REVIEW;

    @Column(name = "item_id")
    public String itemId = "";

    @Column(name = "person_id")
    public @Nullable String personId;

    @Column(name = "as_of")
    public LocalDate asOf = LocalDate.EPOCH;

    @Column(name = "determined_at")
    public Instant determinedAt = Instant.EPOCH;

    @Column(name = "determined_by")
    public String determinedBy = "";

    /** {@link Determination} as canonical JSON. */
    public byte[] answer = {};

    @Column(name = "ledger_entry_id")
    public long ledgerEntryId;
}
