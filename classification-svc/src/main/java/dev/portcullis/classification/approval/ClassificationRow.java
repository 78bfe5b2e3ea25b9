package dev.portcullis.classification.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A classification as stored; never changed. */
@Entity
@Table(name = "classification")
public class ClassificationRow {
    @Id
    String id = "";

    @Column(name = "item_id")
    String itemId = "";

    int number;

    @Column(name = "datasheet_number")
    int datasheetNumber;

    @Column(name = "as_of")
    LocalDate asOf = LocalDate.EPOCH;

    LocalDate edition = LocalDate.EPOCH;
    String status = "";

    @Nullable
    String eccn;

    @Nullable
    String paragraph;

    @Nullable
    String note;

    /** What was read beside the datasheet, as JSON. */
    String inputs = "";

    /** The reasoned answer, as JSON. */
    String result = "";

    String sha256 = "";

    /** What the rules answered, as JSON of the contract's record. */
    String answer = "{}";

    /** What a person determined, as JSON; null where the rules' answer stands. */
    @Nullable
    String determined;

    @Nullable
    String ccats;

    @Column(name = "created_by")
    String createdBy = "";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;
}
