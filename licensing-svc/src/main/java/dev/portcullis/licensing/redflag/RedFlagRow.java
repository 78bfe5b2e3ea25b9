package dev.portcullis.licensing.redflag;

import dev.portcullis.licensing.determination.RedFlag.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A red flag as stored. */
@Entity
@Table(name = "red_flag")
public class RedFlagRow {
    @Id
    public String id = "";

    public long version;

    @Enumerated(EnumType.STRING)
    public RaisedFlag.State state = RaisedFlag.State.OPEN;

    public String number = "";

    @Enumerated(EnumType.STRING)
    public Kind kind = Kind.REFERENCE;

    public String subject = "";

    /** {@link Kind#scope}. */
    public String scope = "";

    public String seen = "";

    /** Digests as a JSON array. */
    public String evidence = "[]";

    @Column(name = "raised_by")
    public String raisedBy = "";

    @Column(name = "raised_at")
    public Instant raisedAt = Instant.EPOCH;

    public @Nullable String reason;

    /** Digests of the resolution as a JSON array. */
    public @Nullable String resolution;

    @Column(name = "closed_by")
    public @Nullable String closedBy;

    @Column(name = "closed_at")
    public @Nullable Instant closedAt;
}
