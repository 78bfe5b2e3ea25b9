package dev.portcullis.classification.item;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A datasheet as stored; never changed. */
@Entity
@Table(name = "datasheet")
public class DatasheetRow {
    @Id
    String id = "";

    @Column(name = "item_id")
    String itemId = "";

    int number;
    String kind = "";
    String body = "";
    String sha256 = "";

    @Column(name = "created_by")
    String createdBy = "";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    public int number() {
        return number;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Digest of the body. */
    public String sha256() {
        return sha256;
    }

    /** The datasheet as JSON. */
    public String body() {
        return body;
    }
}
