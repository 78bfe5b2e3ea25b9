package dev.portcullis.personnel.plan;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.DeterminationState.Situation;
import dev.portcullis.contracts.FeedHeartbeat;
import dev.portcullis.contracts.PersonState.Standing;
import dev.portcullis.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to the topic of determinations as licensing-svc would, heartbeats included. */
public final class Licensing implements AutoCloseable {
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private final KafkaProducer<String, byte[]> kafka;
    private final ScheduledExecutorService pacemaker = Executors.newSingleThreadScheduledExecutor();

    public Licensing(String bootstrapServers) {
        kafka = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        pacemaker.scheduleAtFixedRate(this::beat, 0, 200, TimeUnit.MILLISECONDS);
    }

    /** A situation of foreign persons of one country. */
    public static Situation foreign(String country) {
        return new Situation(Standing.FOREIGN_PERSON, CountryCode.of(country), List.of(CountryCode.of(country)));
    }

    public void answer(String itemId, Situation situation, long version, Outcome outcome) throws Exception {
        String key = DeterminationState.SITUATION_PREFIX + itemId + "-" + situation.country();
        DeterminationState state = new DeterminationState(
                key,
                version,
                Activity.DEEMED_EXPORT,
                itemId,
                List.of(),
                null,
                situation.country(),
                outcome,
                outcome == Outcome.NO_LICENSE_REQUIRED ? "NLR" : null,
                List.of("15 CFR 742.4(a)"),
                LocalDate.now(ZoneOffset.UTC),
                Instant.now(),
                situation,
                List.of(),
                List.of(),
                List.of());
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(Topics.DETERMINATIONS, key, json.writeValueAsBytes(state));
        event.headers().add("ce_type", "dev.portcullis.test".getBytes(StandardCharsets.UTF_8));
        event.headers().add("ce_portcullisversion", Long.toString(version).getBytes(StandardCharsets.UTF_8));
        kafka.send(event).get(10, TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            Instant now = Instant.now();
            byte[] beat = json.writeValueAsBytes(new FeedHeartbeat("test", now, now.plusSeconds(60)));
            for (int part = 0; part < kafka.partitionsFor(Topics.DETERMINATIONS).size(); part++) {
                ProducerRecord<String, byte[]> event =
                        new ProducerRecord<>(Topics.DETERMINATIONS, part, FeedHeartbeat.KEY_PREFIX + part, beat);
                event.headers().add("ce_type", FeedHeartbeat.TYPE.getBytes(StandardCharsets.UTF_8));
                kafka.send(event);
            }
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pacemaker.shutdownNow();
        kafka.close();
    }
}
