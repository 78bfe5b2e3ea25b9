package dev.portcullis.personnel.deemed;

import dev.portcullis.contracts.DeterminationState;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Situation;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.personnel.deemed.Access.Reliable;
import dev.portcullis.personnel.source.HrSources;
import dev.portcullis.platform.feed.Fact;
import dev.portcullis.platform.feed.FactFeed;
import dev.portcullis.platform.feed.FactFeeds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What licensing-svc has determined for situations, in memory, and how old it is. Until it has been read, nothing is permitted. */
@ApplicationScoped
public class TechnologyAccess {
    @Inject
    FactFeeds feeds;

    @Inject
    Freshness limits;

    @Inject
    HrSources sources;

    @Inject
    MeterRegistry metrics;

    @Inject
    Event<AnswerChanged> changed;

    private final AnswerIndex index = new AnswerIndex();
    private volatile @Nullable FactFeed<DeterminationState> feed;
    private volatile boolean filled;

    /** How old answers may be. */
    @ConfigMapping(prefix = "portcullis.freshness")
    public interface Freshness {
        /** Limit of the feed of determinations, an ISO 8601 duration. */
        @WithDefault("PT60S")
        Duration determinations();
    }

    /** Told inside this process after an answer on an item has changed, on the feed's thread. */
    public record AnswerChanged(String itemId) {}

    void start(@Observes StartupEvent event) {
        metrics.gauge("portcullis.technology.answers", index, AnswerIndex::size);
        feed = feeds.start(
                Topics.DETERMINATIONS,
                DeterminationState.class,
                DeterminationState::version,
                this::take,
                key -> key.startsWith(DeterminationState.SITUATION_PREFIX));
    }

    private void take(String key, Fact<DeterminationState> fact) {
        fill();
        String item = index.put(key, fact.value());
        if (item != null) {
            changed.fire(new AnswerChanged(item));
        }
    }

    /** What was stored before the start is told of to nobody: it is fetched once. */
    private void fill() {
        FactFeed<DeterminationState> from = feed;
        if (filled || from == null || !from.isLoaded()) {
            return;
        }
        synchronized (index) {
            if (!filled) {
                from.all().forEach(fact -> index.put(fact.key(), fact.value()));
                filled = true;
            }
        }
    }

    /**
     * Whether a person may receive an item.
     *
     * @param activity a release in the United States, or one abroad
     */
    public Access of(Activity activity, PersonState person, String itemId, Instant now) {
        fill();
        // How long it may be relied on first: what arrives in between makes the answer newer than the claim, never
        // older.
        Reliable reliable = reliable();
        DeterminationState answer = filled ? index.get(activity, Situation.of(person), itemId) : null;
        return Access.of(person, itemId, answer, reliable, now);
    }

    /** How long what is known may be relied on. */
    public Reliable reliable() {
        FactFeed<DeterminationState> from = feed;
        Instant completeUpTo = from == null ? null : from.completeUpTo();
        Instant told = from == null ? null : from.goodUntil();
        Instant own = completeUpTo == null ? null : completeUpTo.plus(limits.determinations());
        // An owner that does not say until when its answers are good has none to rely on.
        Instant answers = own == null || told == null ? null : own.isBefore(told) ? own : told;
        return new Reliable(sources.goodUntil(), answers);
    }

    /** The items of which any answer is known, in their order, after one. */
    public List<String> items(@Nullable String after, int count) {
        fill();
        return index.items(after, count);
    }
}
