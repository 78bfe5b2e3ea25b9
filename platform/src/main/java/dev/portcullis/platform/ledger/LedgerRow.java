package dev.portcullis.platform.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A ledger entry as its writer leaves it; its place in the tree is given by the {@link Sequencer} after commit. */
@Entity
@Table(name = "ledger_entry")
public class LedgerRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(updatable = false)
    byte[] payload = {};

    /** For the mapper only. */
    protected LedgerRow() {}

    public LedgerRow(byte[] payload) {
        this.payload = payload.clone();
    }

    /** The entry's id, once persisted. */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("the entry was not persisted");
        }
        return id;
    }
}
