package dev.portcullis.licensing.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What a determination was computed from, as stored. */
@Entity
@Table(name = "determination_input")
public class DeterminationInputRow {
    @Id
    @Column(name = "determination_id")
    public String determinationId = "";

    /** {@link Inputs} as canonical JSON; null where there was more of it than is kept. */
    public byte @Nullable [] content;

    /** For the mapper only. */
    protected DeterminationInputRow() {}

    DeterminationInputRow(String determinationId, byte @Nullable [] content) {
        this.determinationId = determinationId;
        this.content = content;
    }
}
