package dev.portcullis.screening.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A case as it is stored: what it is looked up by in columns, the case and its hit as JSON text. */
@Entity
@Table(name = "party_case")
class CaseRow {
    @Id
    String id = "";

    long version;
    String party = "";

    @Column(name = "list_code")
    String listCode = "";

    @Column(name = "entry_id")
    String entryId = "";

    String state = "";
    String profile = "";
    double score;
    boolean pinned;

    @Nullable
    String assignee;

    @Column(name = "opened_at")
    Instant openedAt = Instant.EPOCH;

    Instant due = Instant.EPOCH;

    @Nullable
    @Column(name = "escalated_at")
    Instant escalatedAt;

    @Nullable
    @Column(name = "cleared_until")
    LocalDate clearedUntil;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    String content = "{}";
    String hit = "{}";
}
