package dev.portcullis.classification.imports;

import dev.portcullis.classification.controllist.ControlLists;
import dev.portcullis.classification.controllist.Law;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Brings the editions in memory in step with the database, at the start and from then on, whichever replica took an edition in. An
 * edition that the rules of this release do not fit is left out and said so: the law in use stays whole.
 */
@ApplicationScoped
public class EditionWatch {
    private static final Logger LOG = Logger.getLogger(EditionWatch.class);

    /** Editions held in memory; older ones stay in the database. */
    private static final int HELD = 12;

    private volatile Map<String, Law> known = Map.of();
    /** What was last looked at, with what could not be used. */
    private volatile Set<String> seen = Set.of();

    private volatile boolean read;

    @Inject
    Editions editions;

    @Inject
    ControlLists lists;

    /** Whether the database was asked since the start. */
    boolean isRead() {
        return read;
    }

    void start(@Observes StartupEvent event) {
        VertxContextSupport.subscribe(
                () -> look().toMulti(), looked -> looked.with(ignored -> {}, failureThatIsLoggedAndTriedAgain -> {}));
    }

    @Scheduled(every = "${portcullis.control-list.watch}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return Panache.withSession(() -> editions.inUse(HELD).chain(this::follow))
                .onFailure()
                .invoke(e -> LOG.warnf("editions of the control list are looked at again later: %s", e));
    }

    private Uni<Void> follow(List<EditionView> inUse) {
        Map<String, Law> before = known;
        if (read && seen.equals(ids(inUse))) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Law> next = new HashMap<>();
        Uni<Void> loaded = Uni.createFrom().voidItem();
        for (EditionView edition : inUse) {
            Law held = before.get(edition.id());
            loaded = held != null
                    ? loaded.invoke(() -> next.put(edition.id(), held))
                    : loaded.chain(() -> editions.list(edition))
                            .map(lists::law)
                            .invoke(law -> next.put(edition.id(), law))
                            .replaceWithVoid()
                            .onFailure(IllegalArgumentException.class)
                            .recoverWithUni(unfit -> {
                                LOG.errorf("the edition %s is not used: %s", edition.issueDate(), unfit.getMessage());
                                return Uni.createFrom().voidItem();
                            });
        }
        return loaded.invoke(() -> {
            lists.use(next.values());
            known = Map.copyOf(next);
            seen = ids(inUse);
            read = true;
        });
    }

    private static Set<String> ids(List<EditionView> editions) {
        return editions.stream().map(EditionView::id).collect(Collectors.toSet());
    }
}
