package dev.portcullis.screening.stake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A file of stakes that was taken in. */
@Entity
@Table(name = "ownership_import")
class OwnershipImportRow {
    @Id
    String id = "";

    String source = "";
    String format = "";
    String digest = "";
    long bytes;
    int stakes;
    int added;
    int ended;
    int parties;

    @Column(name = "loaded_at")
    Instant loadedAt = Instant.EPOCH;

    @Column(name = "loaded_by")
    String loadedBy = "";
}
