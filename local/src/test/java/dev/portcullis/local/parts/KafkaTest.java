package dev.portcullis.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaTest {
    @TempDir
    Path folder;

    @Test
    void topics_are_compacted_and_what_was_acknowledged_outlives_a_killed_broker() throws Exception {
        try (Kafka kafka = new Kafka(
                Checkout.find(),
                new Kafka.Settings(
                        folder.resolve("data"),
                        folder.resolve("logs"),
                        folder.resolve("pids"),
                        Ports.any(),
                        List.of(Topics.ITEMS)))) {
            kafka.start();
            long offset;
            try (KafkaProducer<String, String> producer = producer(kafka)) {
                offset = producer.send(new ProducerRecord<>(Topics.ITEMS, 0, "itm-1", "{}"))
                        .get()
                        .offset();
            }
            kafka.kill();
            assertThat(kafka.isAlive()).isFalse();
            kafka.start();

            try (KafkaProducer<String, String> producer = producer(kafka);
                    Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
                assertThat(producer.send(new ProducerRecord<>(Topics.ITEMS, 0, "itm-1", "{}"))
                                .get()
                                .offset())
                        .isEqualTo(offset + 1);
                ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ITEMS);
                Config config =
                        admin.describeConfigs(List.of(topic)).all().get().get(topic);
                assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
                assertThat(admin.describeTopics(List.of(Topics.ITEMS))
                                .allTopicNames()
                                .get()
                                .get(Topics.ITEMS)
                                .partitions())
                        .hasSize(3);
            }
        }
    }

    private static KafkaProducer<String, String> producer(Kafka kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.address(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
    }
}
