package dev.portcullis.licensing.signal;

import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.ReleaseState.Decision;
import dev.portcullis.contracts.SignalState;
import dev.portcullis.licensing.decision.CanonicalJson;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.decision.Determinations;
import dev.portcullis.licensing.decision.ExportAdministrationRegulations;
import dev.portcullis.licensing.determination.Ruling;
import dev.portcullis.licensing.facts.FactSnapshot;
import dev.portcullis.licensing.facts.Facts;
import dev.portcullis.licensing.facts.KnownFact;
import dev.portcullis.licensing.hold.Hold;
import dev.portcullis.licensing.hold.Holds;
import dev.portcullis.licensing.license.License;
import dev.portcullis.licensing.license.Licenses;
import dev.portcullis.licensing.regulation.ControlRow;
import dev.portcullis.licensing.regulation.Regulations;
import dev.portcullis.licensing.release.Release;
import dev.portcullis.licensing.release.Releases;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.id.Ids;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds what signals touch, a page at a time. What was found and how far it came are stored together, so that it goes on where a killed process has
 * stopped and counts nothing twice; one replica at a time looks at a signal, held by a lock on its row. Where a page fails, the other signals go first.
 */
@ApplicationScoped
public class ImpactWatch {
    private static final Logger LOG = Logger.getLogger(ImpactWatch.class);
    private static final String FOUND = "dev.portcullis.signal.impact.found";
    private static final int FORGOTTEN_AT_ONCE = 20;

    @Inject
    Signals signals;

    @Inject
    Impacts impacts;

    @Inject
    Facts facts;

    @Inject
    Licenses licenses;

    @Inject
    Releases releases;

    @Inject
    Determinations determinations;

    @Inject
    Holds holds;

    @Inject
    ExportAdministrationRegulations law;

    @Inject
    CanonicalJson json;

    @Inject
    Changes changes;

    @Inject
    SignalSettings settings;

    @Inject
    Clock clock;

    private volatile @Nullable Instant oldestUnfinished;
    private volatile @Nullable String lookedAt;

    /** A page of things: what was found among them and where the next page begins, null where there is none. */
    private record Looked(List<Found> found, @Nullable String last) {}

    /** A thing that is touched. */
    private record Found(
            String id, List<Touch> touches, @Nullable Difference change) {}

    /** What the days and laws of a signal are. */
    private record Frame(Search search, Regulations before, Regulations law, Instant now) {}

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder("portcullis.signals.impact.age", this, ImpactWatch::ageSeconds)
                .description("Age of the oldest signal whose impact is not found yet")
                .baseUnit("seconds")
                .register(metrics);
    }

    private double ageSeconds() {
        Instant oldest = oldestUnfinished;
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
    }

    @Scheduled(every = "${portcullis.signals.watch}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return Panache.withTransaction(this::lookOnce)
                .chain(more -> more
                        ? look()
                        : Panache.withSession(signals::oldestUnfinished)
                                .invoke(oldest -> oldestUnfinished = oldest)
                                .replaceWithVoid())
                .onFailure()
                .recoverWithUni(this::goOnLater);
    }

    @Scheduled(every = "${portcullis.signals.clean}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> clean() {
        return Panache.withTransaction(() -> signals.forget(clock.instant().minus(settings.keep()), FORGOTTEN_AT_ONCE)
                        .call(impacts::forgetPersons))
                .invoke(forgotten -> {
                    if (forgotten > 0) {
                        LOG.infof("%d signals were kept long enough and are removed", forgotten);
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .invoke(e -> LOG.warnf("old signals are removed later: %s", e.getClass()));
    }

    /** Texts of failures may hold what was read: only their kind is logged. */
    private Uni<Void> goOnLater(Throwable failure) {
        String id = lookedAt;
        LOG.warnf("what a signal touches is looked for again later: %s", failure.getClass());
        return id == null
                ? Uni.createFrom().voidItem()
                : Panache.withTransaction(() -> signals.later(id, clock.instant()));
    }

    private Uni<Boolean> lookOnce() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        lookedAt = null;
        return signals.next(now)
                .chain(row -> row != null
                        ? page(row, now).replaceWith(true)
                        : signals.again(today)
                                .chain(again -> again == null
                                        ? Uni.createFrom().item(false)
                                        : signals.restart(again, now).replaceWith(true)));
    }

    private Uni<Void> page(SignalRow row, Instant now) {
        lookedAt = row.id;
        SignalState signal = signals.state(row);
        LocalDate day = Search.day(signal);
        Search search = new Search(signal);
        Frame frame = new Frame(search, law.on(day.minusDays(1)), law.on(day), now);
        if (row.stage == SignalRow.Stage.ITEM && row.after == null) {
            row.why = search.whyNothing();
        }
        Thing.Kind kind = row.stage.kind();
        Uni<Looked> looked = search.asksFor(kind)
                ? things(kind, frame, row.after)
                : Uni.createFrom().item(new Looked(List.of(), null));
        return looked.chain(found -> keep(row, kind, found.found()).invoke(() -> advance(row, found.last())))
                .chain(() -> row.stage == SignalRow.Stage.DONE
                        ? end(row, day, now)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Looked> things(Thing.Kind kind, Frame frame, @Nullable String after) {
        int count = settings.page();
        return switch (kind) {
            case ITEM ->
                facts.itemIds(after, count).map(ids -> looked(ids, count, Function.identity(), id -> item(id, frame)));
            case LICENSE ->
                licenses.list(after, count)
                        .map(page -> looked(page, count, License::id, license -> license(license, frame)));
            case RELEASE ->
                holds.active()
                        .chain(active -> releases.page(
                                        null, null, null, start("rel", after, settings.releasesOpen(), frame), count)
                                .map(page -> looked(
                                        page,
                                        count,
                                        kept -> kept.release().id(),
                                        kept -> release(kept.release(), active, frame))));
            case DETERMINATION ->
                holds.active()
                        .chain(active -> determinations
                                .page(start("det", after, settings.determinations(), frame), count)
                                .map(page -> looked(
                                        page,
                                        count,
                                        kept -> kept.determination().id(),
                                        kept -> transaction(
                                                kind,
                                                kept.determination().id(),
                                                kept.determination(),
                                                active,
                                                frame))));
            case PERSON ->
                facts.personIds(after, count)
                        .map(ids -> looked(ids, count, Function.identity(), id -> person(id, frame)));
        };
    }

    private static <T> Looked looked(
            List<T> page, int count, Function<T, String> idOf, Function<T, Stream<Found>> find) {
        return new Looked(
                page.stream()
                        .flatMap(find)
                        .filter(found -> !found.touches().isEmpty())
                        .toList(),
                page.size() < count ? null : idOf.apply(page.get(page.size() - 1)));
    }

    private static String start(String prefix, @Nullable String after, Duration back, Frame frame) {
        return after != null ? after : Ids.floor(prefix, frame.now().minus(back));
    }

    private Stream<Found> item(String id, Frame frame) {
        ItemState item = facts.item(id, frame.now()).value();
        if (item == null) {
            return Stream.of();
        }
        Thing thing = Things.item(item);
        return Stream.of(new Found(id, frame.search().touches(thing), reasons(thing, frame)));
    }

    private Stream<Found> license(License license, Frame frame) {
        if (!Things.isAlive(license.on(LocalDate.ofInstant(frame.now(), ZoneOffset.UTC)))) {
            return Stream.of();
        }
        List<PartyState> parties = Stream.concat(
                        license.terms().licensees().stream(), license.terms().consignees().stream())
                .distinct()
                .map(id -> facts.party(id, frame.now()).value())
                .filter(Objects::nonNull)
                .toList();
        return license.lines().stream().map(line -> {
            Thing thing = Things.license(license, line, parties);
            return new Found(thing.id(), frame.search().touches(thing), reasons(thing, frame));
        });
    }

    private static Difference reasons(Thing thing, Frame frame) {
        return Difference.of(rows(thing, frame.before()), rows(thing, frame.law()), frame.before(), frame.law());
    }

    private static List<ControlRow> rows(Thing thing, Regulations law) {
        return thing.entries().stream()
                .sorted()
                .flatMap(entry -> law.controlRows(entry).stream())
                .toList();
    }

    private Stream<Found> release(Release release, List<Hold> active, Frame frame) {
        return release.decision() == Decision.DENIED
                ? Stream.of()
                : transaction(Thing.Kind.RELEASE, release.id(), release.determination(), active, frame);
    }

    private Stream<Found> transaction(
            Thing.Kind kind, String id, Determination decided, List<Hold> active, Frame frame) {
        FactSnapshot snapshot = facts.forComparison(
                decided.transaction().itemId(),
                decided.transaction().partyIds(),
                decided.transaction().personId(),
                frame.now());
        List<PartyState> parties = snapshot.parties().stream()
                .map(KnownFact::value)
                .filter(Objects::nonNull)
                .toList();
        ItemState item = snapshot.item().value();
        boolean all = frame.search().asksForCitations(kind);
        if (!all
                && frame.search()
                        .touches(Things.transaction(kind, id, decided, item, parties, List.of()))
                        .isEmpty()) {
            return Stream.of();
        }
        Ruling before =
                law.rule(decided.transaction(), snapshot, active, frame.before().day());
        Ruling after =
                law.rule(decided.transaction(), snapshot, active, frame.law().day());
        List<Touch> touches =
                frame.search().touches(Things.transaction(kind, id, decided, item, parties, List.of(before, after)));
        return Stream.of(new Found(
                id,
                touches,
                Difference.of(before, after, frame.before(), frame.law(), decided.outcome(), decided.asOf())));
    }

    private Stream<Found> person(String id, Frame frame) {
        PersonState person = facts.person(id, frame.now()).value();
        Thing thing = person == null ? null : Things.person(person);
        return thing == null
                ? Stream.of()
                : Stream.of(new Found(id, frame.search().touches(thing), null));
    }

    private Uni<Void> keep(SignalRow row, Thing.Kind kind, List<Found> found) {
        List<Impacts.Kept> kept = new ArrayList<>();
        String digest = row.digest;
        for (Found thing : found) {
            String change =
                    thing.change() == null ? null : new String(json.write(thing.change()), StandardCharsets.UTF_8);
            for (Touch touch : thing.touches()) {
                Impacts.Kept one = new Impacts.Kept(thing.id(), touch.tie(), touch.words(), touch.effect(), change);
                digest =
                        CanonicalJson.sha256((digest + "\n" + kind + " " + one.key()).getBytes(StandardCharsets.UTF_8));
                kept.add(one);
            }
        }
        row.digest = digest;
        boolean full = row.count(kind) >= settings.mostKept();
        row.add(kind, found.size());
        row.differing +=
                found.stream().filter(thing -> Things.differs(thing.change())).count();
        return full ? Uni.createFrom().voidItem() : impacts.keep(row.id, kind, kept);
    }

    private static void advance(SignalRow row, @Nullable String last) {
        row.after = last;
        row.failures = 0;
        if (last == null) {
            row.stage = row.stage.next();
        }
    }

    private Uni<Void> end(SignalRow row, LocalDate day, Instant now) {
        row.doneAt = now;
        row.againOn = day.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC)) ? day : null;
        Map<String, Long> counts = new TreeMap<>();
        Set.of(Thing.Kind.values()).forEach(kind -> counts.put(kind.name(), row.count(kind)));
        return changes.record(new Change(
                        null,
                        row.id,
                        row.round,
                        FOUND,
                        null,
                        new Fact(row.version, day, counts, row.differing, row.digest)))
                .replaceWithVoid();
    }

    /**
     * Ledger fact: it was found what a signal touches. No name and no id.
     *
     * @param version the signal's version
     * @param day the day whose law was compared with that of the day before
     * @param counts touched things by kind
     * @param differing releases and determinations whose answer is another
     * @param digest SHA-256 over kinds, ids and ties in the order of looking, each chained to the one before
     */
    @RegisterForReflection
    record Fact(long version, LocalDate day, Map<String, Long> counts, long differing, String digest) {}
}
