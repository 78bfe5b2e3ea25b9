package dev.portcullis.screening.list;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A refusal as it is stored. */
@Entity
@Table(name = "list_refusal")
class RefusalRow {
    @Id
    String id = "";

    String source = "";
    String digest = "";
    long bytes;

    @Nullable
    LocalDate published;

    String reason = "";

    @Column(name = "refused_at")
    Instant refusedAt = Instant.EPOCH;

    @Column(name = "sent_by")
    String sentBy = "";
}
