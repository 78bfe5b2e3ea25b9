package dev.portcullis.platform.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that waits for the relay. */
@Entity
@Table(name = "outbox")
public class OutboxRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String topic = "";
    String key = "";
    String type = "";
    long version;

    @jakarta.persistence.Column(name = "event_id")
    UUID eventId = new UUID(0, 0);

    byte @Nullable [] payload;

    @Nullable
    String trace;

    /** For the mapper only. */
    protected OutboxRow() {}

    public OutboxRow(
            String topic,
            String key,
            String type,
            long version,
            UUID eventId,
            byte @Nullable [] payload,
            @Nullable String trace) {
        this.topic = topic;
        this.key = key;
        this.type = type;
        this.version = version;
        this.eventId = eventId;
        this.payload = payload;
        this.trace = trace;
    }
}
