package dev.portcullis.platform.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A client that reads all of a topic from its beginning, in no consumer group.
 *
 * @param consumer the client, which its owner closes
 * @param partitions how many the topic has
 */
record WholeTopic(KafkaConsumer<String, byte[]> consumer, int partitions) {
    /**
     * Connects.
     *
     * @throws IllegalStateException where there is no such topic
     */
    static WholeTopic open(String topic, Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        KafkaConsumer<String, byte[]> made =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> all = made.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            if (all.isEmpty()) {
                throw new IllegalStateException("there is no topic " + topic);
            }
            made.assign(all);
            made.seekToBeginning(all);
            return new WholeTopic(made, all.size());
        } catch (RuntimeException e) {
            made.close(Duration.ofSeconds(1));
            throw e;
        }
    }
}
