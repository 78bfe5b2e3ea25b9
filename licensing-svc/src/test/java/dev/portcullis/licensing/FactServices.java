package dev.portcullis.licensing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.portcullis.contracts.FeedHeartbeat;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.SignalState;
import dev.portcullis.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes to the fact services' topics as they would, heartbeats included. */
public final class FactServices implements AutoCloseable {
    private static final List<String> TOPICS = List.of(Topics.ITEMS, Topics.PARTIES, Topics.PERSONS);

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private final KafkaProducer<String, byte[]> kafka;
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> goodUntil = new ConcurrentHashMap<>();
    private final ScheduledExecutorService pacemaker = Executors.newSingleThreadScheduledExecutor();

    public FactServices(String bootstrapServers) {
        kafka = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        pacemaker.scheduleAtFixedRate(this::beat, 0, 200, TimeUnit.MILLISECONDS);
    }

    public void item(ItemState item) {
        send(Topics.ITEMS, item.id(), item.version(), bytes(item));
    }

    public void party(PartyState party) {
        send(Topics.PARTIES, party.id(), party.version(), bytes(party));
    }

    public void person(PersonState person) {
        send(Topics.PERSONS, person.id(), person.version(), bytes(person));
    }

    public void signal(SignalState signal) {
        send(Topics.SIGNALS, signal.id(), signal.version(), bytes(signal));
    }

    /** Writes whatever a faulty service might. */
    public void send(String topic, String key, long version, byte @Nullable [] value) {
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(topic, key, value);
        event.headers().add("ce_type", "dev.portcullis.fact.changed".getBytes(StandardCharsets.UTF_8));
        event.headers().add("ce_portcullisversion", Long.toString(version).getBytes(StandardCharsets.UTF_8));
        await(event);
    }

    /** Stops a topic's heartbeats, as if its service were down. */
    public void silence(String topic) {
        silent.add(topic);
    }

    public void resume(String topic) {
        silent.remove(topic);
    }

    /** Says with a topic's heartbeats until when its owner's own sources let its facts be relied on. */
    public void goodUntil(String topic, @Nullable Instant until) {
        if (until == null) {
            goodUntil.remove(topic);
        } else {
            goodUntil.put(topic, until);
        }
    }

    private void beat() {
        for (String topic : TOPICS) {
            if (silent.contains(topic)) {
                continue;
            }
            byte[] beat = bytes(new FeedHeartbeat("test", Instant.now(), goodUntil.get(topic)));
            for (int partition = 0; partition < kafka.partitionsFor(topic).size(); partition++) {
                ProducerRecord<String, byte[]> event =
                        new ProducerRecord<>(topic, partition, FeedHeartbeat.KEY_PREFIX + partition, beat);
                event.headers().add("ce_type", FeedHeartbeat.TYPE.getBytes(StandardCharsets.UTF_8));
                kafka.send(event);
            }
        }
    }

    private void await(ProducerRecord<String, byte[]> event) {
        try {
            kafka.send(event).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes(Object state) {
        try {
            return json.writeValueAsBytes(state);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pacemaker.shutdownNow();
        kafka.close();
    }
}
