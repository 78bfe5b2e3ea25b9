package dev.portcullis.screening.goodguy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entry of the good-guy list as it is stored. */
@Entity
@Table(name = "good_guy")
class GoodGuyRow {
    @Id
    String id = "";

    long version;
    String state = "";

    @Nullable
    @Column(name = "cleared_until")
    LocalDate clearedUntil;

    String who = "{}";
    String pairs = "[]";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;
}
