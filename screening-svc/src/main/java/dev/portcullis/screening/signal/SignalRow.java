package dev.portcullis.screening.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A signal as it is stored. The change number is the database's. */
@Entity
@Table(name = "signal")
class SignalRow {
    @Id
    String id = "";

    @Column(name = "change_number", insertable = false, updatable = false)
    long changeNumber;

    long version;
    String origin = "";
    String kind = "";
    String source = "";

    @Column(name = "published_on")
    LocalDate publishedOn = LocalDate.EPOCH;

    String countries = " ";
    String eccns = " ";
    String content = "{}";
    boolean acknowledged;

    @Column(name = "raised_at")
    Instant raisedAt = Instant.EPOCH;

    @Nullable
    @Column(name = "raised_by")
    String raisedBy;

    @Column(name = "impact_done")
    boolean impactDone;

    @Nullable
    @Column(name = "impact_after")
    String impactAfter;

    @Column(name = "impact_found")
    int impactFound;

    @Nullable
    @Column(name = "impact_at")
    Instant impactAt;
}
