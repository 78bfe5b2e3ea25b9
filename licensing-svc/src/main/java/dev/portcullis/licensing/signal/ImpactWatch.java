package dev.portcullis.licensing.signal;

import dev.portcullis.contracts.SignalState;
import dev.portcullis.licensing.decision.CanonicalJson;
import dev.portcullis.licensing.decision.ExportAdministrationRegulations;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.pulse.Steps;
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
import java.util.Set;
import java.util.TreeMap;
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

    /** Pages without a pause. */
    private static final int MOST = 1_000;

    @Inject
    Signals signals;

    @Inject
    Impacts impacts;

    @Inject
    ExportAdministrationRegulations law;

    @Inject
    Pages pages;

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
        return Steps.whileMore(() -> Panache.withTransaction(this::lookOnce), MOST)
                .onFailure()
                .recoverWithUni(this::goOnLater)
                // Whether or not it went well: a signal that fails again and again is what its age is for.
                .chain(() -> Panache.withSession(signals::oldestUnfinished))
                .invoke(oldest -> oldestUnfinished = oldest)
                .replaceWithVoid()
                .onFailure()
                .invoke(e -> LOG.warnf("it is not known which signals wait: %s", e.getClass()));
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
        Pages.Frame frame = new Pages.Frame(search, law.on(day.minusDays(1)), law.on(day), now);
        if (row.stage == SignalRow.Stage.ITEM && row.after == null) {
            row.why = search.whyNothing();
        }
        Thing.Kind kind = row.stage.kind();
        Uni<Pages.Looked> looked = search.asksFor(kind)
                ? pages.page(kind, frame, row.after)
                : Uni.createFrom().item(new Pages.Looked(List.of(), null));
        return looked.chain(found -> keep(row, kind, found.found()).invoke(() -> advance(row, found.last())))
                .chain(() -> row.stage == SignalRow.Stage.DONE
                        ? end(row, day, now)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> keep(SignalRow row, Thing.Kind kind, List<Pages.Found> found) {
        List<Impacts.Kept> kept = new ArrayList<>();
        String digest = row.digest;
        for (Pages.Found thing : found) {
            String change =
                    thing.change() == null ? null : new String(json.write(thing.change()), StandardCharsets.UTF_8);
            for (Touch touch : thing.touches()) {
                Impacts.Kept one = new Impacts.Kept(thing.id(), touch.tie(), touch.words(), touch.effect(), change);
                digest = Sha256.of((digest + "\n" + kind + " " + one.key()).getBytes(StandardCharsets.UTF_8));
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
