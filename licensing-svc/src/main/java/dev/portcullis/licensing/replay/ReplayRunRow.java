package dev.portcullis.licensing.replay;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A replay of all determinations as stored, with how far it came. */
@Entity
@Table(name = "replay_run")
public class ReplayRunRow {
    @Id
    public String id = "";

    @Enumerated(EnumType.STRING)
    public ReplayRun.Progress state = ReplayRun.Progress.RUNNING;

    @Column(name = "program_version")
    public String programVersion = "";

    public String law = "";

    /** The last determination that was computed again. */
    public String after = "";

    /** Stands behind every determination that was made before the start, and before all later ones. */
    @Column(name = "up_to")
    public String upTo = "";

    public long identical;
    public long different;

    @Column(name = "not_replayable")
    public long notReplayable;

    /** Chained over the determinations and their results, in their order. */
    public String digest = "";

    @Column(name = "started_by")
    public String startedBy = "";

    @Column(name = "started_at")
    public Instant startedAt = Instant.EPOCH;

    @Column(name = "done_at")
    public @Nullable Instant doneAt;

    @Column(name = "ledger_entry_id")
    public @Nullable Long ledgerEntryId;
}
