package dev.portcullis.licensing.license;

import dev.portcullis.contracts.LicenseState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** A license as stored. Its lines are rows of their own. */
@Entity
@Table(name = "license")
public class LicenseRow {
    @Id
    public String id = "";

    public long version;
    public String number = "";

    @Enumerated(EnumType.STRING)
    public LicenseKind kind = LicenseKind.BIS_LICENSE;

    @Enumerated(EnumType.STRING)
    public LicenseState.Status status = LicenseState.Status.ACTIVE;

    @Column(name = "valid_from")
    public LocalDate validFrom = LocalDate.EPOCH;

    @Column(name = "valid_until")
    public LocalDate validUntil = LocalDate.EPOCH;

    /** {@link LicenseTerms} as JSON. */
    public String terms = "{}";

    /** How many movements the history of its balances has. */
    public long movements;

    /** Which version of its words it has. */
    public int amendment = 1;

    /** Conditions that stand before a draw and are not met. */
    public int blocking;

    @Column(name = "changed_at")
    public Instant changedAt = Instant.EPOCH;
}
