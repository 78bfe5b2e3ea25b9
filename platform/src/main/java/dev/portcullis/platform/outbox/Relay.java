package dev.portcullis.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.FeedHeartbeat;
import dev.portcullis.platform.pulse.Pulse;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox. One relay works at a time, under a database lock; it deletes rows in the transaction in which it read
 * them, after Kafka has acknowledged every one. A process that dies in between leaves the rows, and the next relay sends them
 * again: consumers drop what they have by its version.
 *
 * <p>Rows of one aggregate stand in the order of their commits, because a change locks its aggregate's row before it takes an id.
 *
 * <p>A heartbeat says that everything committed up to the time at which the outbox was read, and found to hold no more than was
 * then sent, stands before it on the topic.
 */
@ApplicationScoped
public class Relay {
    private static final long LOCK = 0x706f72746f757462L;
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long ACK_SECONDS = 10;

    @Inject
    Pool pool;

    @Inject
    ObjectMapper json;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Inject
    MeterRegistry metrics;

    @Inject
    @ConfigProperty(name = "quarkus.application.name")
    String source;

    @Inject
    @ConfigProperty(name = "portcullis.outbox.poll")
    Duration poll;

    @Inject
    @ConfigProperty(name = "portcullis.feed.heartbeat")
    Duration heartbeat;

    /** The topics of facts that this service owns. */
    @Inject
    @ConfigProperty(name = "portcullis.feed.topics")
    Optional<List<String>> feeds;

    @Inject
    @Any
    Instance<FeedLimit> limits;

    private @Nullable KafkaProducer<String, byte[]> producer;
    private @Nullable Pulse pulse;
    private Instant lastHeartbeat = Instant.EPOCH;
    private volatile @Nullable Instant drainedAt;

    void start(@Observes @Priority(100) StartupEvent event) {
        metrics.gauge("portcullis.outbox.lag.seconds", this, Relay::lagSeconds);
        pulse = Pulse.start("outbox-relay", poll, () -> {
            while (step().await().atMost(PATIENCE) == BATCH) {
                // There may be more.
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        if (pulse != null) {
            pulse.close();
        }
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }

    /** When the outbox was last found empty after sending; null where that has not happened yet. */
    public @Nullable Instant drainedAt() {
        return drainedAt;
    }

    private double lagSeconds() {
        Instant drained = drainedAt;
        return drained == null
                ? Double.NaN
                : Duration.between(drained, Instant.now()).toMillis() / 1000.0;
    }

    private Uni<Integer> step() {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select pg_try_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? relay(connection)
                        : Uni.createFrom().item(0)));
    }

    private Uni<Integer> relay(SqlConnection connection) {
        // The time is read before the rows: whatever was committed by then is among them.
        return connection
                .query("select clock_timestamp()")
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime(0).toInstant())
                .chain(readAt -> connection
                        .preparedQuery("select id, topic, key, type, version, event_id, payload, trace, created_at"
                                + " from outbox order by id limit $1")
                        .execute(Tuple.of(BATCH))
                        .emitOn(io.smallrye.mutiny.infrastructure.Infrastructure.getDefaultWorkerPool())
                        .map(rows -> publish(rows, readAt))
                        .chain(sent -> delete(connection, sent)));
    }

    private List<Long> publish(RowSet<Row> rows, Instant readAt) {
        List<Long> ids = new ArrayList<>(rows.size());
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(rows.size());
        for (Row row : rows) {
            ids.add(row.getLong("id"));
            acknowledgements.add(kafka().send(event(row)));
        }
        await(acknowledgements);
        if (rows.size() < BATCH) {
            drainedAt = readAt;
            beat(readAt);
        }
        return ids;
    }

    private void beat(Instant completeUpTo) {
        if (feeds.isEmpty() || completeUpTo.isBefore(lastHeartbeat.plus(heartbeat))) {
            return;
        }
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
        for (String topic : feeds.get()) {
            Instant goodUntil = goodUntil(topic);
            for (PartitionInfo partition : kafka().partitionsFor(topic)) {
                acknowledgements.add(kafka().send(heartbeat(topic, partition.partition(), completeUpTo, goodUntil)));
            }
        }
        await(acknowledgements);
        lastHeartbeat = completeUpTo;
    }

    private ProducerRecord<String, byte[]> event(Row row) {
        byte[] payload = row.getBuffer("payload") == null
                ? null
                : row.getBuffer("payload").getBytes();
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(row.getString("topic"), row.getString("key"), payload);
        cloudEvent(
                event.headers(),
                row.getUUID("event_id"),
                row.getString("type"),
                row.getString("key"),
                row.getOffsetDateTime("created_at"));
        header(event.headers(), "ce_portcullisversion", Long.toString(row.getLong("version")));
        String trace = row.getString("trace");
        if (trace != null) {
            header(event.headers(), "traceparent", trace);
        }
        return event;
    }

    private @Nullable Instant goodUntil(String topic) {
        Instant earliest = null;
        for (FeedLimit limit : limits) {
            if (limit.topic().equals(topic)) {
                Instant until = limit.goodUntil();
                earliest = earliest == null || until.isBefore(earliest) ? until : earliest;
            }
        }
        return earliest;
    }

    private ProducerRecord<String, byte[]> heartbeat(
            String topic, int partition, Instant completeUpTo, @Nullable Instant goodUntil) {
        try {
            byte[] payload = json.writeValueAsBytes(new FeedHeartbeat(source, completeUpTo, goodUntil));
            ProducerRecord<String, byte[]> event = new ProducerRecord<>(
                    topic, partition, FeedHeartbeat.KEY_PREFIX + source + "-" + partition, payload);
            cloudEvent(
                    event.headers(),
                    UUID.randomUUID(),
                    FeedHeartbeat.TYPE,
                    topic,
                    OffsetDateTime.ofInstant(completeUpTo, ZoneOffset.UTC));
            return event;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a heartbeat cannot be written", e);
        }
    }

    /** CloudEvents 1.0, Kafka protocol binding, binary content mode (section 3.2). */
    private void cloudEvent(Headers headers, UUID id, String type, String subject, OffsetDateTime time) {
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", id.toString());
        header(headers, "ce_source", "/portcullis/" + source);
        header(headers, "ce_type", type);
        header(headers, "ce_subject", subject);
        header(headers, "ce_time", time.toInstant().toString());
        header(headers, "content-type", "application/json");
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Uni<Integer> delete(SqlConnection connection, List<Long> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(0)
                : connection
                        .preparedQuery("delete from outbox where id = any($1)")
                        .execute(Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)))
                        .replaceWith(ids.size());
    }

    private static void await(List<Future<RecordMetadata>> acknowledgements) {
        try {
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get(ACK_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not acknowledge: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka", e);
        }
    }

    private KafkaProducer<String, byte[]> kafka() {
        KafkaProducer<String, byte[]> made = producer;
        if (made == null) {
            Map<String, Object> settings = new HashMap<>(broker);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5000);
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 9000);
            settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
            made = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = made;
        }
        return made;
    }
}
