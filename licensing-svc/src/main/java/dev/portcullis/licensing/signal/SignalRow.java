package dev.portcullis.licensing.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A signal as it is stored, and how far it was looked what it touches. */
@Entity
@Table(name = "signal")
class SignalRow {
    /** The things that are looked at, one kind after the other. */
    enum Stage {
        ITEM,
        LICENSE,
        RELEASE,
        DETERMINATION,
        PERSON,
        DONE;

        Stage next() {
            return values()[ordinal() + 1];
        }

        Thing.Kind kind() {
            return Thing.Kind.valueOf(name());
        }
    }

    @Id
    String id = "";

    long version;

    /** {@link dev.portcullis.contracts.SignalState} as JSON. */
    String content = "{}";

    @Column(name = "raised_at")
    Instant raisedAt = Instant.EPOCH;

    @Column(name = "received_at")
    Instant receivedAt = Instant.EPOCH;

    int round = 1;

    @Enumerated(EnumType.STRING)
    Stage stage = Stage.ITEM;

    @Nullable
    String after;

    @Column(name = "looking_since")
    Instant lookingSince = Instant.EPOCH;

    long items;
    long licenses;
    long releases;
    long determinations;
    long persons;

    /** Releases and determinations whose answer is another on the signal's day. */
    long differing;

    /** SHA-256 over the touched things, each chained to the one before. */
    String digest = "";

    @Nullable
    String why;

    @Nullable
    @Column(name = "done_at")
    Instant doneAt;

    @Nullable
    @Column(name = "again_on")
    LocalDate againOn;

    int failures;

    @Column(name = "next_at")
    Instant nextAt = Instant.EPOCH;

    /** Rises with each change that people make here. */
    long changes = 1;

    boolean held;

    @Nullable
    @Column(name = "hold_reason")
    String holdReason;

    long count(Thing.Kind kind) {
        return switch (kind) {
            case ITEM -> items;
            case LICENSE -> licenses;
            case RELEASE -> releases;
            case DETERMINATION -> determinations;
            case PERSON -> persons;
        };
    }

    void add(Thing.Kind kind, long more) {
        switch (kind) {
            case ITEM -> items += more;
            case LICENSE -> licenses += more;
            case RELEASE -> releases += more;
            case DETERMINATION -> determinations += more;
            case PERSON -> persons += more;
        }
    }

    /** Begins to look from the beginning. */
    void restart(Instant now) {
        stage = Stage.ITEM;
        after = null;
        lookingSince = now;
        items = 0;
        licenses = 0;
        releases = 0;
        determinations = 0;
        persons = 0;
        differing = 0;
        digest = "";
        why = null;
        doneAt = null;
        againOn = null;
        failures = 0;
        nextAt = now;
    }
}
