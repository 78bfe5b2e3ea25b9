package dev.portcullis.platform.feed;

import dev.portcullis.platform.pulse.Pulse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A stream of another service: records that tell news and are deleted after a time.
 *
 * <p>Each process reads what the topic still holds from its beginning, in no consumer group, and hands it on in the order of each partition.
 * Whoever takes it must tell by id and version what it has already, since everything comes again with each start, and in any order. A batch that
 * could not be taken comes again. Nothing is kept here, so that memory does not grow with the stream. A record that cannot be read is counted and
 * left out: it may be read by a later edition of the program, which reads from the beginning, too.
 *
 * <p>Reading and handing on run on one thread of the feed's own; the figures may be asked for from any thread.
 */
public final class StreamFeed<T> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StreamFeed.class);
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final int LARGEST_EVENT = 1 << 20;

    /** Takes a batch on the feed's thread; when it returns, all of the batch is stored. */
    @FunctionalInterface
    public interface Taker<T> {
        void take(List<T> news);
    }

    private final String topic;
    private final FactFeed.Reader<T> reader;
    private final Taker<T> taker;
    private final Map<String, Object> broker;
    private final AtomicLong unreadable = new AtomicLong();

    private @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable Pulse pulse;

    StreamFeed(String topic, FactFeed.Reader<T> reader, Taker<T> taker, Map<String, Object> broker) {
        this.topic = topic;
        this.reader = reader;
        this.taker = taker;
        this.broker = broker;
    }

    /** Starts reading. */
    void start() {
        pulse = Pulse.start("stream-" + topic, Duration.ofMillis(1), this::turn);
    }

    /** How many records could not be read since the start. */
    public long unreadable() {
        return unreadable.get();
    }

    private void turn() {
        KafkaConsumer<String, byte[]> kafka = consumer;
        if (kafka == null) {
            kafka = WholeTopic.open(topic, broker).consumer();
            consumer = kafka;
        }
        try {
            List<T> news = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> event : kafka.poll(WAIT)) {
                T read = readOrNull(event);
                if (read != null) {
                    news.add(read);
                }
            }
            if (!news.isEmpty()) {
                taker.take(news);
            }
        } catch (RuntimeException e) {
            // Read again from where nothing is missing: the beginning.
            consumer = null;
            kafka.close(Duration.ofSeconds(1));
            throw e;
        }
    }

    private @Nullable T readOrNull(ConsumerRecord<String, byte[]> event) {
        byte[] json = event.value();
        if (json != null && json.length <= LARGEST_EVENT) {
            try {
                return reader.read(json);
            } catch (Exception e) {
                // Its text may hold personal data, and its key whatever a faulty writer put there: only the place and
                // the kind of fault are logged.
                LOG.warnf(
                        "record %d of partition %d of %s cannot be read: %s",
                        event.offset(), event.partition(), topic, e.getClass());
            }
        }
        unreadable.incrementAndGet();
        return null;
    }

    @Override
    public void close() {
        if (pulse != null) {
            pulse.close();
        }
        if (consumer != null) {
            consumer.close(Duration.ofSeconds(1));
        }
    }
}
