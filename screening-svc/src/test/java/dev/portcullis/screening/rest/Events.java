package dev.portcullis.screening.rest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads a topic from its beginning. */
public final class Events implements AutoCloseable {
    private final KafkaConsumer<String, String> consumer;

    /** The parties' topic. */
    public Events() {
        this(Topics.PARTIES);
    }

    public Events(String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(topic));
    }

    /** The state of a party in a version, as soon as it is there. */
    Map<String, Object> await(String party, int version) {
        Instant end = Instant.now().plusSeconds(20);
        while (Instant.now().isBefore(end)) {
            for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(200))) {
                if (party.equals(event.key())) {
                    Map<String, Object> state = read(event.value());
                    if (((Number) state.get("version")).intValue() == version) {
                        return state;
                    }
                }
            }
        }
        throw new AssertionError("no event of " + party + " in version " + version + " came");
    }

    /** The first state of a party that holds the text. */
    public Map<String, Object> awaitContaining(String party, String text) {
        Instant end = Instant.now().plusSeconds(20);
        while (Instant.now().isBefore(end)) {
            for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(200))) {
                if (party.equals(event.key()) && event.value().contains(text)) {
                    return read(event.value());
                }
            }
        }
        throw new AssertionError("no event of " + party + " with " + text + " came");
    }

    private static Map<String, Object> read(String json) {
        try {
            return new ObjectMapper().readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
