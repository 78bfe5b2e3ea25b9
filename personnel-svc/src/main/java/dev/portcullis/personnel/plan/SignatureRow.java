package dev.portcullis.personnel.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A signature under a briefing as stored; never changed. */
@Entity
@Table(name = "briefing_signature")
public class SignatureRow {
    @Id
    public String id = "";

    @Column(name = "plan_id")
    public String planId = "";

    @Column(name = "person_id")
    public String personId = "";

    public int edition;

    @Enumerated(EnumType.STRING)
    public Signature.Method method = Signature.Method.RECORDED;

    @Column(name = "evidence_sha256")
    public @Nullable String evidenceSha256;

    @Column(name = "signed_at")
    public Instant signedAt = Instant.EPOCH;

    @Column(name = "valid_until")
    public LocalDate validUntil = LocalDate.EPOCH;

    @Column(name = "recorded_by")
    public String recordedBy = "";
}
