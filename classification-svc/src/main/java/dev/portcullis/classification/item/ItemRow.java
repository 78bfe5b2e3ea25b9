package dev.portcullis.classification.item;

import dev.portcullis.contracts.ItemState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An item as stored. */
@Entity
@Table(name = "item")
public class ItemRow {
    @Id
    String id = "";

    long version;
    String name = "";

    @Column(name = "part_number")
    @Nullable
    String partNumber;

    @Enumerated(EnumType.STRING)
    ItemState.Form form = ItemState.Form.COMMODITY;

    /** How many datasheets and classifications there are; the last has this number. */
    int datasheets;

    int classifications;

    /** The classification in effect, as JSON of the contract's record. */
    @Nullable
    String classification;

    /** The proposal that awaits somebody, as JSON of the contract's record. */
    @Nullable
    String proposal;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable String partNumber() {
        return partNumber;
    }

    public ItemState.Form form() {
        return form;
    }

    /** The number of the latest datasheet; 0 where there is none. */
    public int datasheets() {
        return datasheets;
    }

    /** Takes the next number for a classification. */
    public int nextClassification() {
        return ++classifications;
    }
}
