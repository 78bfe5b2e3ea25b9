package dev.portcullis.classification.master;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An import as stored. */
@Entity
@Table(name = "product_import")
public class ImportRow {
    @Id
    String id = "";

    @Enumerated(EnumType.STRING)
    ImportState state = ImportState.RECEIVING;

    @Enumerated(EnumType.STRING)
    Layout layout = Layout.CSV;

    @Nullable
    String sha256;

    boolean propose;

    @Column(name = "skip_invalid")
    boolean skipInvalid;

    int received;
    int invalid;
    int applied;
    int unchanged;
    int failed;
    String subject = "";
    String name = "";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    ImportView view() {
        return new ImportView(
                id,
                state,
                layout.name(),
                sha256,
                propose,
                skipInvalid,
                received,
                invalid,
                applied,
                unchanged,
                failed,
                name,
                createdAt,
                changedAt);
    }
}
