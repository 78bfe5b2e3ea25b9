package dev.portcullis.classification.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A step as stored; never changed. */
@Entity
@Table(name = "classification_step")
public class StepRow {
    @Id
    String id = "";

    @Column(name = "classification_id")
    String classificationId = "";

    int ordinal;
    String step = "";
    String subject = "";

    /** A {@link StepBody} as JSON. */
    String body = "";

    String sha256 = "";
    Instant at = Instant.EPOCH;
}
