package dev.portcullis.platform.feed;

import dev.portcullis.contracts.FeedHeartbeat;
import dev.portcullis.platform.feed.FactStore.Position;
import dev.portcullis.platform.feed.FactStore.Stored;
import dev.portcullis.platform.pulse.Pulse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One compacted topic of another service as facts in memory.
 *
 * <p>Each process reads the whole topic from its beginning, in no consumer group: the topic holds the current state of every
 * aggregate, and reading it again is how a replica rebuilds itself and heals. A fact is taken only where its version is higher
 * than the one known, so that repeated and reordered records change nothing. An event that cannot be read makes its aggregate
 * unknown until a higher version can: what is unknown never permits.
 *
 * <p>Facts are stored before they are seen, and a partition's completeness after the facts that it covers. A heartbeat that claims
 * completeness for a time that had not come when it was written, or that has not come here, is not believed: it would keep a dead
 * feed fresh. A fact's own time decides nothing, so it is taken by its version whatever its time is.
 *
 * <p>Reading and applying run on one thread of the feed's own; {@link #get} and the figures may be called from any thread.
 */
public final class FactFeed<T> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FactFeed.class);
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST_EVENT = 1 << 20;

    /** How far the clocks of two hosts may differ. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    /** Reads one event. Whatever it throws makes the fact unknown. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(byte[] json) throws Exception;
    }

    /** Tells the version that a state says of itself. */
    @FunctionalInterface
    public interface VersionOf<T> {
        long of(T state);
    }

    private final String topic;
    private final Reader<T> reader;
    private final Reader<FeedHeartbeat> heartbeatReader;
    private final VersionOf<T> versionOf;
    private final FactStore store;
    private final Map<String, Object> broker;
    private final BiConsumer<String, Fact<T>> onChange;
    private final Predicate<String> wanted;

    private final ConcurrentHashMap<String, Fact<T>> facts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Integer, Position> completeness = new ConcurrentHashMap<>();
    private final AtomicLong unreadable = new AtomicLong();
    private volatile int partitions;
    private volatile boolean loaded;

    private @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable Pulse pulse;

    /**
     * A feed that is not yet started.
     *
     * @param topic the compacted topic
     * @param reader reads a state
     * @param heartbeatReader reads a heartbeat
     * @param versionOf a state's version
     * @param store where facts are kept
     * @param broker the Kafka client's settings
     * @param onChange called with key and fact after a fact has changed, on the feed's thread
     */
    public FactFeed(
            String topic,
            Reader<T> reader,
            Reader<FeedHeartbeat> heartbeatReader,
            VersionOf<T> versionOf,
            FactStore store,
            Map<String, Object> broker,
            BiConsumer<String, Fact<T>> onChange) {
        this(topic, reader, heartbeatReader, versionOf, store, broker, onChange, key -> true);
    }

    /**
     * Likewise, of a part of the topic.
     *
     * @param wanted by its key, whether an aggregate is of interest; others are neither kept nor told of
     */
    public FactFeed(
            String topic,
            Reader<T> reader,
            Reader<FeedHeartbeat> heartbeatReader,
            VersionOf<T> versionOf,
            FactStore store,
            Map<String, Object> broker,
            BiConsumer<String, Fact<T>> onChange,
            Predicate<String> wanted) {
        this.topic = topic;
        this.reader = reader;
        this.heartbeatReader = heartbeatReader;
        this.versionOf = versionOf;
        this.store = store;
        this.broker = broker;
        this.onChange = onChange;
        this.wanted = wanted;
    }

    /** Starts reading: first what is stored, then the topic. */
    public void start() {
        pulse = Pulse.start("feed-" + topic, Duration.ofMillis(1), this::turn);
    }

    /** What is known of an aggregate; null where nothing is. */
    public @Nullable Fact<T> get(String key) {
        return facts.get(key);
    }

    /** How many aggregates are known, those that are gone included. */
    public int size() {
        return facts.size();
    }

    /** The facts, for those who must look at all. Live and weakly consistent. */
    public Iterable<Fact<T>> all() {
        return facts.values();
    }

    /** Whether what was stored has been read. */
    public boolean isLoaded() {
        return loaded;
    }

    /** How many events could not be read since the start. */
    public long unreadable() {
        return unreadable.get();
    }

    /**
     * Up to when the feed is complete: every change that its owner committed by then is known here. Null while that is not known
     * of every partition.
     */
    public @Nullable Instant completeUpTo() {
        if (!loaded || completeness.isEmpty() || completeness.size() < partitions) {
            return null;
        }
        return completeness.values().stream()
                .map(Position::completeUpTo)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /**
     * Until when the owner's own sources let the facts be relied on. Null where the owner has no source but itself; whether that is so
     * is known only where {@link #completeUpTo} is.
     */
    public @Nullable Instant goodUntil() {
        return completeness.values().stream()
                .map(Position::goodUntil)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** The topic that this feed reads. */
    public String topic() {
        return topic;
    }

    private void turn() {
        if (!loaded) {
            load();
        }
        KafkaConsumer<String, byte[]> kafka = consumer;
        if (kafka == null) {
            kafka = connect();
        }
        try {
            take(kafka);
        } catch (RuntimeException e) {
            // Read again from where nothing is missing: the beginning.
            consumer = null;
            kafka.close(Duration.ofSeconds(1));
            throw e;
        }
    }

    private void load() {
        for (Stored stored : store.load(topic).await().atMost(PATIENCE)) {
            T value = stored.value() == null ? null : readOrNull(stored.key(), stored.value());
            facts.put(stored.key(), new Fact<>(stored.key(), stored.version(), value));
        }
        completeness.putAll(
                store.positions(topic, Instant.now().plus(CLOCK_SKEW)).await().atMost(PATIENCE));
        loaded = true;
    }

    private KafkaConsumer<String, byte[]> connect() {
        WholeTopic opened = WholeTopic.open(topic, broker);
        partitions = opened.partitions();
        consumer = opened.consumer();
        return opened.consumer();
    }

    private void take(KafkaConsumer<String, byte[]> kafka) {
        Map<String, Stored> changed = new LinkedHashMap<>();
        Map<String, Fact<T>> seen = new HashMap<>();
        Map<Integer, Position> reached = new HashMap<>();
        for (ConsumerRecord<String, byte[]> event : kafka.poll(WAIT)) {
            if (event.key() == null) {
                unreadable.incrementAndGet();
            } else if (FeedHeartbeat.TYPE.equals(header(event, "ce_type"))) {
                Position position = heartbeat(event);
                if (position != null) {
                    reached.put(event.partition(), position);
                }
            } else if (wanted.test(event.key())) {
                accept(event, changed, seen);
            }
        }
        if (changed.isEmpty() && reached.isEmpty()) {
            return;
        }
        store.save(topic, changed.values(), reached).await().atMost(PATIENCE);
        facts.putAll(seen);
        Instant latest = Instant.now().plus(CLOCK_SKEW);
        // What is ahead now was taken by a clock of ours that has been set back since.
        reached.forEach((part, position) -> completeness.merge(
                part,
                position,
                (a, b) -> a.completeUpTo().isAfter(b.completeUpTo())
                                && !a.completeUpTo().isAfter(latest)
                        ? a
                        : b));
        List<Fact<T>> told = new ArrayList<>(seen.values());
        told.forEach(fact -> onChange.accept(fact.key(), fact));
    }

    private void accept(ConsumerRecord<String, byte[]> event, Map<String, Stored> changed, Map<String, Fact<T>> seen) {
        String key = event.key();
        Fact<T> known = seen.getOrDefault(key, facts.get(key));
        byte[] json = event.value();
        T state = json == null ? null : readOrNull(key, json);
        long announced = announcedVersion(event);
        long version = state != null ? versionOf.of(state) : announced;
        if (json != null && state == null) {
            unreadable.incrementAndGet();
            // The version of what cannot be read may be a lie as well: without one, what is known is unknown from here
            // on.
            version = Math.max(announced, known == null ? 0 : known.version());
        } else if (known != null && version <= known.version()) {
            return;
        }
        if (json != null && state == null && known != null && announced > 0 && announced < known.version()) {
            return;
        }
        if (state != null && announced > 0 && announced != version) {
            LOG.warnf("an event of %s names version %d in its header and %d in its body", topic, announced, version);
        }
        changed.put(key, new Stored(key, version, state == null ? null : json));
        seen.put(key, new Fact<>(key, version, state));
    }

    private @Nullable T readOrNull(String key, byte[] json) {
        if (json.length > LARGEST_EVENT) {
            LOG.warnf("an event of %s for %s is too large and makes the fact unknown", topic, key);
            return null;
        }
        try {
            return reader.read(json);
        } catch (Exception e) {
            // Its text may hold personal data: only the kind of fault is logged.
            LOG.warnf("an event of %s for %s cannot be read and makes the fact unknown: %s", topic, key, e.getClass());
            return null;
        }
    }

    private @Nullable Position heartbeat(ConsumerRecord<String, byte[]> event) {
        if (event.value() == null) {
            return null;
        }
        try {
            FeedHeartbeat heartbeat = heartbeatReader.read(event.value());
            if (!isAhead(heartbeat.completeUpTo(), event)) {
                return new Position(heartbeat.completeUpTo(), heartbeat.goodUntil());
            }
            LOG.warnf("a heartbeat of %s claims completeness for a time to come and is not believed", topic);
        } catch (Exception e) {
            LOG.warnf("a heartbeat of %s cannot be read: %s", topic, e.getClass());
        }
        unreadable.incrementAndGet();
        return null;
    }

    /** Read again on a later day, a claim from the future looks like one of that day: the record's own time tells them apart. */
    private static boolean isAhead(Instant completeUpTo, ConsumerRecord<?, ?> event) {
        Instant earliest = completeUpTo.minus(CLOCK_SKEW);
        return earliest.isAfter(Instant.now())
                || (event.timestamp() >= 0 && earliest.isAfter(Instant.ofEpochMilli(event.timestamp())));
    }

    private static long announcedVersion(ConsumerRecord<String, byte[]> event) {
        String text = header(event, "ce_portcullisversion");
        try {
            return text == null ? 0 : Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> event, String name) {
        var header = event.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
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
