package dev.portcullis.screening.signal;

import dev.portcullis.platform.pulse.Steps;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Raises signals for what differs between editions of list files. What was told last stands in the database: an edition that was
 * taken in while no process looked is compared when one does, with the one that was told last. A first edition is no news.
 */
@ApplicationScoped
public class EditionSignals {
    private static final Logger LOG = Logger.getLogger(EditionSignals.class);

    /** Editions that are compared without a pause. */
    private static final int MOST = 100;

    @Inject
    EditionDeltas deltas;

    @Inject
    SignalRegister register;

    @Scheduled(every = "${portcullis.signals.watch}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return Steps.whileMore(() -> Panache.withTransaction(this::tellOnce), MOST)
                .onFailure()
                .invoke(e -> LOG.warnf("editions are compared again later: %s", e));
    }

    private Uni<Boolean> tellOnce() {
        return deltas.newer()
                .chain(newer -> newer.map(found -> tell(found).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> tell(EditionDeltas.Newer newer) {
        String last = newer.last();
        if (last == null) {
            return deltas.mark(newer);
        }
        return deltas.differences(last, newer.next())
                .map(entries -> EditionDelta.told(entries, LocalDate.now(ZoneOffset.UTC)))
                .chain(told -> raiseAll(newer, told))
                .chain(() -> deltas.mark(newer));
    }

    private Uni<Void> raiseAll(EditionDeltas.Newer newer, List<EditionDelta.Told> told) {
        Uni<Void> raised = Uni.createFrom().voidItem();
        for (EditionDelta.Told one : told) {
            raised = raised.chain(() -> raise(newer, one));
        }
        return raised;
    }

    private Uni<Void> raise(EditionDeltas.Newer newer, EditionDelta.Told told) {
        String origin =
                "list-edition:" + newer.last() + ":" + newer.next() + ":" + told.list() + ":" + told.difference();
        return register.raise(origin, told.news(), null, null)
                .chain(signal -> signal.map(Signal::id)
                        .map(id -> tie(id, told.entries()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> tie(String signalId, List<EditionDelta.Entry> entries) {
        Map<String, List<String>> byEdition = entries.stream()
                .collect(Collectors.groupingBy(
                        EditionDelta.Entry::edition,
                        Collectors.mapping(EditionDelta.Entry::entryId, Collectors.toList())));
        Uni<Void> tied = Uni.createFrom().voidItem();
        for (Map.Entry<String, List<String>> edition : byEdition.entrySet()) {
            tied = tied.chain(() -> deltas.tie(signalId, edition.getKey(), edition.getValue()));
        }
        return tied;
    }
}
