package dev.portcullis.screening.ownlist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entry as it is stored; what it says is JSON text. */
@Entity
@Table(name = "own_entry")
class OwnEntryRow {
    @Id
    String id = "";

    long version;

    @Column(name = "list_code")
    String list = "";

    String state = "";

    @Nullable
    @Column(name = "proposed_by")
    String proposedBy;

    @Column(name = "valid_from")
    LocalDate validFrom = LocalDate.EPOCH;

    @Nullable
    @Column(name = "valid_until")
    LocalDate validUntil;

    String content = "{}";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;
}
