package dev.portcullis.screening.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A batch as stored. */
@Entity
@Table(name = "screening_batch")
public class BatchRow {
    @Id
    String id = "";

    @Enumerated(EnumType.STRING)
    BatchState state = BatchState.RECEIVING;

    @Enumerated(EnumType.STRING)
    Layout layout = Layout.CSV;

    String columns = "[]";

    @Nullable
    Double threshold;

    @Nullable
    String sha256;

    long bytes;
    int received;
    int invalid;
    int screened;
    int possible;
    int listed;

    @Nullable
    @Column(name = "result_sha256")
    String resultSha256;

    @Column(name = "created_by")
    String createdBy = "";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;
}
