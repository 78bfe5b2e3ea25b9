package dev.portcullis.personnel.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A group in the database. */
@Entity
@Table(name = "scim_group")
public class GroupRow {
    @Id
    String id = "";

    long version;

    @Column(name = "display_name")
    String displayName = "";

    /** The name in the form in which it is compared. */
    @Column(name = "comparable_name")
    String comparableName = "";

    @Column(name = "external_id")
    @Nullable
    String externalId;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;
}
