package dev.portcullis.screening.list;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An edition as it is stored; maps and lists are JSON text. */
@Entity
@Table(name = "list_edition")
class EditionRow {
    @Id
    String id = "";

    String source = "";
    String format = "";

    @Nullable
    LocalDate published;

    long repaired;
    String digest = "";
    long bytes;
    String counts = "{}";
    int quarantined;
    String quarantine = "[]";

    @Column(name = "loaded_at")
    Instant loadedAt = Instant.EPOCH;

    @Column(name = "loaded_by")
    String loadedBy = "";
}
