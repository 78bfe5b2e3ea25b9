package dev.portcullis.licensing.facts;

import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.platform.feed.Fact;
import dev.portcullis.platform.feed.FactFeed;
import dev.portcullis.platform.feed.FactFeeds;
import dev.portcullis.platform.feed.FactStore;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of the other services, in memory. Started with the process; until a feed has told how complete it is, nothing of it is
 * fresh.
 */
@ApplicationScoped
public class Facts {
    @Inject
    FactFeeds feeds;

    @Inject
    FactStore store;

    @Inject
    Freshness limits;

    @Inject
    Event<ItemChanged> changes;

    @Inject
    Event<PersonChanged> personChanges;

    /** Told inside this process after an item has changed, on the feed's thread; nothing is told again after a restart. */
    public record ItemChanged(String id) {}

    /** Likewise of a person. */
    public record PersonChanged(String id) {}

    private volatile @Nullable FactFeed<ItemState> items;
    private volatile @Nullable FactFeed<PartyState> parties;
    private volatile @Nullable FactFeed<PersonState> persons;

    void start(@Observes StartupEvent event) {
        items = feeds.start(
                Topics.ITEMS, ItemState.class, ItemState::version, (id, fact) -> changes.fire(new ItemChanged(id)));
        parties = feeds.start(Topics.PARTIES, PartyState.class, PartyState::version, (id, fact) -> {});
        persons = feeds.start(
                Topics.PERSONS,
                PersonState.class,
                PersonState::version,
                (id, fact) -> personChanges.fire(new PersonChanged(id)));
    }

    /**
     * Takes the facts of one decision.
     *
     * @param now the moment of the decision, against which the feeds' ages are judged
     */
    public FactSnapshot snapshot(String itemId, List<String> partyIds, @Nullable String personId, Instant now) {
        return new FactSnapshot(
                known(items, itemId, limits.items(), now),
                partyIds.stream()
                        .map(id -> known(parties, id, limits.parties(), now))
                        .toList(),
                personId == null ? null : known(persons, personId, limits.persons(), now),
                now);
    }

    /** What is known of one item. */
    public KnownFact<ItemState> item(String id, Instant now) {
        return known(items, id, limits.items(), now);
    }

    /**
     * The facts of a comparison, as they are known here whatever the age of their feeds. Two days of law are held against the same facts then, and a
     * feed that is late makes no difference between them. Nothing may be permitted by it: a decision takes {@link #snapshot}.
     */
    public FactSnapshot forComparison(String itemId, List<String> partyIds, @Nullable String personId, Instant now) {
        FactSnapshot known = snapshot(itemId, partyIds, personId, now);
        KnownFact<PersonState> person = known.person();
        return new FactSnapshot(
                known.item().whateverItsAge(),
                known.parties().stream().map(KnownFact::whateverItsAge).toList(),
                person == null ? null : person.whateverItsAge(),
                now);
    }

    /** The items that are known, whatever the age of their feed. Live and weakly consistent. */
    public Iterable<Fact<ItemState>> items() {
        FactFeed<ItemState> feed = items;
        return feed == null ? List.of() : feed.all();
    }

    /** The persons that are known, likewise. */
    public Iterable<Fact<PersonState>> persons() {
        FactFeed<PersonState> feed = persons;
        return feed == null ? List.of() : feed.all();
    }

    /** Whether what was known before the start of this process has been read. */
    public boolean areLoaded() {
        FactFeed<ItemState> ofItems = items;
        FactFeed<PersonState> ofPersons = persons;
        return ofItems != null && ofItems.isLoaded() && ofPersons != null && ofPersons.isLoaded();
    }

    /** Until when what is known of items may be used to permit, if nothing more is heard; null where that is not known. */
    public @Nullable Instant itemsGoodUntil() {
        FactFeed<ItemState> feed = items;
        Instant completeUpTo = feed == null ? null : feed.completeUpTo();
        return completeUpTo == null ? null : completeUpTo.plus(limits.items());
    }

    /** The ids of items that are known, in their order, after one. */
    public Uni<List<String>> itemIds(@Nullable String after, int count) {
        return store.keys(Topics.ITEMS, after, count);
    }

    /** The ids of persons that are known, in their order, after one. */
    public Uni<List<String>> personIds(@Nullable String after, int count) {
        return store.keys(Topics.PERSONS, after, count);
    }

    /** What is known of one party. */
    public KnownFact<PartyState> party(String id, Instant now) {
        return known(parties, id, limits.parties(), now);
    }

    /** What is known of one person. */
    public KnownFact<PersonState> person(String id, Instant now) {
        return known(persons, id, limits.persons(), now);
    }

    private static <T> KnownFact<T> known(@Nullable FactFeed<T> feed, String id, Duration limit, Instant now) {
        if (feed == null) {
            return new KnownFact<>(id, 0, null, null, false);
        }
        // Completeness first: a change that arrives in between makes the fact newer than the claim, never older.
        Instant completeUpTo = feed.completeUpTo();
        Instant goodUntil = feed.goodUntil();
        Fact<T> fact = feed.get(id);
        return new KnownFact<>(
                id,
                fact == null ? 0 : fact.version(),
                fact == null ? null : fact.value(),
                completeUpTo,
                KnownFact.isFresh(completeUpTo, limit, now) && (goodUntil == null || !now.isAfter(goodUntil)));
    }
}
