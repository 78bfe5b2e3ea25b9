package dev.portcullis.screening.signal;

import dev.portcullis.platform.pulse.Steps;
import dev.portcullis.screening.party.Parties;
import dev.portcullis.screening.party.Party;
import dev.portcullis.screening.screening.Offload;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ties parties that were registered or moved to the signals that were there already and still matter: those that nobody has acknowledged, and
 * those that are in force or to come, of the last year as shipped. Which parties wait stands in the database since their own transaction; they are taken
 * off in the transaction that keeps what was found, so that each is looked at once whatever is killed. Replicas share the work.
 */
@ApplicationScoped
public class LaterParties {
    private static final Logger LOG = Logger.getLogger(LaterParties.class);

    /** Parties that are looked at in one transaction: some seconds where a few thousand signals name somebody. */
    private static final int BATCH = 50;

    /** Batches without a pause. */
    private static final int MOST = 100;

    /** Signals that are read at a time. */
    private static final int PAGE = 200;

    private final ImpactRules rules = new ImpactRules();

    @Inject
    Signals signals;

    @Inject
    SignalNames names;

    @Inject
    Impacts impacts;

    @Inject
    Parties parties;

    @Inject
    Offload offload;

    @Inject
    SignalSettings settings;

    private volatile long waiting;

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder("portcullis.signals.parties.waiting", this, watch -> watch.waiting)
                .description("Parties that came or moved and were not held against older signals yet")
                .register(metrics);
    }

    /** What was found for one signal. */
    private record Tied(String signalId, List<Touch> touches) {}

    @Scheduled(every = "${portcullis.signals.watch}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return Steps.whileMore(() -> Panache.withTransaction(this::batch), MOST)
                .chain(() -> Panache.withSession(impacts::waiting))
                .invoke(count -> waiting = count)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("parties that came or moved are looked at again later: %s", failure);
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Boolean> batch() {
        return impacts.dueAndLock(BATCH)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(false)
                        : parties.parties(due.stream()
                                        .map(Impacts.Due::partyId)
                                        .distinct()
                                        .toList())
                                .chain(found -> tied(found, null, LocalDate.now(ZoneOffset.UTC), new ArrayList<>()))
                                .chain(this::keep)
                                .chain(() -> impacts.done(due))
                                .replaceWith(due.size() == BATCH));
    }

    /** Goes through the signals in the order of their ids, page by page. */
    private Uni<List<Tied>> tied(List<Party> found, @Nullable String after, LocalDate today, List<Tied> tied) {
        Instant since = Instant.now().minus(settings.laterParties());
        return signals.mattering(today, since, after, PAGE).chain(page -> {
            Uni<Void> looked = Uni.createFrom().voidItem();
            for (Signal signal : page) {
                looked = looked.chain(() -> look(signal, found, tied));
            }
            return looked.chain(() -> page.size() < PAGE
                    ? Uni.createFrom().item(tied)
                    : tied(found, page.get(PAGE - 1).id(), today, tied));
        });
    }

    private Uni<Void> look(Signal signal, List<Party> found, List<Tied> tied) {
        if (!rules.asksForNames(signal.news().kind())) {
            add(tied, signal, NamedParties.NONE, found);
            return Uni.createFrom().voidItem();
        }
        return names.of(signal)
                .chain(named -> offload.cpu(() -> add(tied, signal, named, found)))
                .replaceWithVoid();
    }

    private boolean add(List<Tied> tied, Signal signal, NamedParties named, List<Party> found) {
        List<Touch> touches = found.stream()
                .flatMap(party -> rules.touches(signal.news(), named, party).stream())
                .toList();
        return !touches.isEmpty() && tied.add(new Tied(signal.id(), touches));
    }

    /** In the order of the signals' ids, as every replica does: nobody waits for one another. */
    private Uni<Void> keep(List<Tied> tied) {
        Uni<Void> kept = Uni.createFrom().voidItem();
        for (Tied one : tied) {
            kept = kept.chain(() -> impacts.tie(one.signalId(), one.touches()));
        }
        return kept;
    }
}
