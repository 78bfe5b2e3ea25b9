package dev.portcullis.screening.screening;

import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.list.Editions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The lists as they were at an instant: the same editions, and words that weigh as they did then. An index of the past costs as much memory as the
 * present one and some seconds to build, so that one is kept, one is built at a time, and who comes meanwhile is asked to come again.
 */
@ApplicationScoped
public class PastLists {
    private final Semaphore turn = new Semaphore(1);
    private volatile @Nullable Screener kept;

    @Inject
    Editions editions;

    @Inject
    CurrentLists lists;

    @Inject
    ScreenerReader reader;

    /** The screener of what was current at an instant; none before the first list. Must be called outside a transaction. */
    public Uni<Optional<Screener>> asOf(Instant instant) {
        return Panache.withSession(() -> editions.currentAsOf(instant)).chain(current -> {
            if (current.editions().isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            String id = Searched.of(current).id();
            Optional<Screener> known = lists.latest()
                    .filter(latest -> latest.id().equals(id))
                    .or(() -> Optional.ofNullable(kept).filter(past -> past.id().equals(id)));
            if (known.isPresent()) {
                return Uni.createFrom().item(known);
            }
            if (!turn.tryAcquire()) {
                return Uni.createFrom().failure(Problems.busy());
            }
            return Panache.withSession(() -> reader.read(current, lists.latest().orElse(null)))
                    .invoke(past -> kept = past)
                    .map(Optional::of)
                    .onTermination()
                    .invoke(turn::release);
        });
    }
}
