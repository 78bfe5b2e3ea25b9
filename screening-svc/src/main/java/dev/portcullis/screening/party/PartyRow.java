package dev.portcullis.screening.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A party as it is stored; lists and the screening are JSON text. */
@Entity
@Table(name = "party")
class PartyRow {
    @Id
    String id = "";

    long version;
    String name = "";
    String country = "";

    @Nullable
    String headquarters;

    @Nullable
    @Column(name = "ultimate_parent_headquarters")
    String ultimateParentHeadquarters;

    String addresses = "[]";
    String aliases = "[]";
    String identity = "{}";
    boolean active;

    @Nullable
    @Column(name = "screened_edition")
    String screenedEdition;

    @Nullable
    String screening;

    @Nullable
    String ownership;

    /** Who clears the party of something, each between spaces; absent where nobody does. */
    @Nullable
    @Column(name = "cleared_by")
    String clearedBy;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;
}
