package dev.portcullis.personnel.subject;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An erasure as stored. */
@Entity
@Table(name = "erasure")
public class ErasureRow {
    @Id
    String id = "";

    long version;

    @Column(name = "person_id")
    String personId = "";

    @Column(name = "proposed_by")
    String proposedBy = "";

    @Column(name = "proposed_at")
    Instant proposedAt = Instant.EPOCH;

    @Column(name = "agreed_by")
    @Nullable
    String agreedBy;

    @Column(name = "erased_at")
    @Nullable
    Instant erasedAt;

    @Column(name = "ledger_entry")
    @Nullable
    Long ledgerEntry;

    Erasure view() {
        return new Erasure(
                id,
                version,
                personId,
                proposedBy,
                proposedAt,
                agreedBy,
                erasedAt,
                ledgerEntry,
                ledgerEntry == null ? null : "/v1/ledger/proofs/" + ledgerEntry);
    }
}
