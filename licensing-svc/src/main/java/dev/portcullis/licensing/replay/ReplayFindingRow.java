package dev.portcullis.licensing.replay;

import dev.portcullis.contracts.DeterminationState.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A determination that was different, without its steps: a replay of that one tells them to those who may see them. */
@Entity
@Table(name = "replay_finding")
@IdClass(ReplayFindingRow.Key.class)
public class ReplayFindingRow {
    @Id
    @Column(name = "run_id")
    public String runId = "";

    @Id
    @Column(name = "determination_id")
    public String determinationId = "";

    /** {@link Replay.Remark} as a JSON array. */
    public String remarks = "[]";

    @Enumerated(EnumType.STRING)
    @Column(name = "stored_outcome")
    public Outcome storedOutcome = Outcome.REVIEW;

    @Enumerated(EnumType.STRING)
    @Column(name = "computed_outcome")
    public @Nullable Outcome computedOutcome;

    /** The key of a row. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        public String runId = "";
        public String determinationId = "";

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.runId.equals(runId) && key.determinationId.equals(determinationId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(runId, determinationId);
        }
    }
}
