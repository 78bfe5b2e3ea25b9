package dev.portcullis.personnel.subject;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A legal hold as stored. */
@Entity
@Table(name = "person_hold")
public class PersonHoldRow {
    @Id
    String id = "";

    long version;

    @Column(name = "person_id")
    String personId = "";

    @Enumerated(EnumType.STRING)
    PersonHold.State state = PersonHold.State.IN_FORCE;

    String reference = "";

    @Column(name = "placed_by")
    String placedBy = "";

    @Column(name = "placed_at")
    Instant placedAt = Instant.EPOCH;

    @Column(name = "lift_proposed_by")
    @Nullable
    String liftProposedBy;

    @Column(name = "lifted_by")
    @Nullable
    String liftedBy;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    PersonHold view() {
        return new PersonHold(
                id, version, personId, state, reference, placedBy, placedAt, liftProposedBy, liftedBy, changedAt);
    }
}
