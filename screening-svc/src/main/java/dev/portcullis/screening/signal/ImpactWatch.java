package dev.portcullis.screening.signal;

import dev.portcullis.platform.pulse.Steps;
import dev.portcullis.screening.party.Parties;
import dev.portcullis.screening.party.Party;
import dev.portcullis.screening.screening.Offload;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds the kept parties that new signals touch, a batch at a time. How far it came stands in the signal's row, so that it goes on
 * where a killed process has stopped; replicas share the work.
 */
@ApplicationScoped
public class ImpactWatch {
    private static final Logger LOG = Logger.getLogger(ImpactWatch.class);

    /** Parties that are looked at in one transaction. */
    private static final int BATCH = 500;

    /** Batches without a pause. */
    private static final int MOST = 1_000;

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

    @Scheduled(every = "${portcullis.signals.watch}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return Steps.whileMore(() -> Panache.withTransaction(this::lookOnce), MOST)
                .onFailure()
                .invoke(e -> LOG.warnf("which parties a signal touches is looked at again later: %s", e));
    }

    private Uni<Boolean> lookOnce() {
        return impacts.next()
                .chain(next -> next.map(pending -> batch(pending).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> batch(Impacts.Pending pending) {
        return signals.signal(pending.signalId())
                .map(Optional::orElseThrow)
                .chain(signal -> names.of(signal)
                        .chain(named -> parties.page(pending.after(), BATCH)
                                .chain(page -> offload.cpu(() -> touches(signal, named, page))
                                        .chain(found ->
                                                impacts.keep(pending, found, lastOf(page), page.size() < BATCH)))));
    }

    private List<Touch> touches(Signal signal, NamedParties named, List<Party> page) {
        return page.stream()
                .flatMap(party -> rules.touches(signal.news(), named, party).stream())
                .toList();
    }

    private static @Nullable String lastOf(List<Party> page) {
        return page.isEmpty() ? null : page.get(page.size() - 1).id();
    }
}
