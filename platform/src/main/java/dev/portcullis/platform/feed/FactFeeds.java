package dev.portcullis.platform.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.portcullis.contracts.FeedHeartbeat;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Starts and ends the feeds of this process, and shows their age. */
@ApplicationScoped
public class FactFeeds {
    @Inject
    ObjectMapper json;

    @Inject
    FactStore store;

    @Inject
    MeterRegistry metrics;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    private final List<FactFeed<?>> feeds = new CopyOnWriteArrayList<>();
    private final List<StreamFeed<?>> streams = new CopyOnWriteArrayList<>();

    /**
     * Starts a feed.
     *
     * @param topic the compacted topic
     * @param type the contract record of its states
     * @param versionOf a state's version
     * @param onChange called after a fact has changed, on the feed's thread
     */
    public <T> FactFeed<T> start(
            String topic, Class<T> type, FactFeed.VersionOf<T> versionOf, BiConsumer<String, Fact<T>> onChange) {
        return start(topic, type, versionOf, onChange, key -> true);
    }

    /**
     * Starts a feed of a part of a topic.
     *
     * @param wanted by its key, whether an aggregate is of interest
     */
    public <T> FactFeed<T> start(
            String topic,
            Class<T> type,
            FactFeed.VersionOf<T> versionOf,
            BiConsumer<String, Fact<T>> onChange,
            Predicate<String> wanted) {
        ObjectReader states = json.readerFor(type);
        ObjectReader heartbeats = json.readerFor(FeedHeartbeat.class);
        FactFeed<T> feed = new FactFeed<>(
                topic, states::readValue, heartbeats::readValue, versionOf, store, broker, onChange, wanted);
        feeds.add(feed);
        Tags tags = Tags.of("topic", topic);
        metrics.gauge("portcullis.feed.age.seconds", tags, feed, FactFeeds::ageSeconds);
        metrics.gauge("portcullis.feed.facts", tags, feed, FactFeed::size);
        metrics.gauge("portcullis.feed.unreadable.events", tags, feed, FactFeed::unreadable);
        feed.start();
        return feed;
    }

    /**
     * Starts to read a stream.
     *
     * @param topic a topic that is kept for a time and not compacted
     * @param type the contract record of what it carries
     * @param taker takes each batch, on the feed's thread
     */
    public <T> void stream(String topic, Class<T> type, StreamFeed.Taker<T> taker) {
        ObjectReader records = json.readerFor(type);
        StreamFeed<T> stream = new StreamFeed<>(topic, records::readValue, taker, broker);
        streams.add(stream);
        metrics.gauge("portcullis.feed.unreadable.events", Tags.of("topic", topic), stream, StreamFeed::unreadable);
        stream.start();
    }

    /** The feeds that were started. */
    public List<FactFeed<?>> all() {
        return List.copyOf(feeds);
    }

    private static double ageSeconds(FactFeed<?> feed) {
        Instant complete = feed.completeUpTo();
        return complete == null
                ? Double.POSITIVE_INFINITY
                : Duration.between(complete, Instant.now()).toMillis() / 1000.0;
    }

    void stop(@Observes ShutdownEvent event) {
        feeds.forEach(FactFeed::close);
        streams.forEach(StreamFeed::close);
    }
}
