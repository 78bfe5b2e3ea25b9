package dev.portcullis.classification.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a classification stands, as stored. Of an item at most one stands, and at most one awaits somebody. */
@Entity
@Table(name = "classification_life")
public class LifeRow {
    /** The classification's id. */
    @Id
    String id = "";

    @Column(name = "item_id")
    String itemId = "";

    int number;

    @Enumerated(EnumType.STRING)
    State state = State.PROPOSED;

    /** How many steps it has; the last has this ordinal. */
    int steps;

    @Column(name = "next_review")
    @Nullable
    LocalDate nextReview;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;
}
