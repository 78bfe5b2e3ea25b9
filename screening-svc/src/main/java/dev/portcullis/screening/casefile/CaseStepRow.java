package dev.portcullis.screening.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A step of a case as it is stored; never changed. */
@Entity
@Table(name = "case_step")
@IdClass(CaseStepRow.Key.class)
class CaseStepRow {
    @Id
    @Column(name = "case_id")
    String caseId = "";

    @Id
    long number;

    String cause = "";
    String state = "";
    Instant at = Instant.EPOCH;

    @Nullable
    String subject;

    @Nullable
    String name;

    @Nullable
    String outcome;

    @Column(name = "opened_at")
    Instant openedAt = Instant.EPOCH;

    String profile = "";
    double score;
    String content = "{}";

    /** A case has one step of a number. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String caseId = "";
        long number;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && caseId.equals(key.caseId) && number == key.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(caseId, number);
        }
    }
}
