package dev.portcullis.screening.signal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Streams of signals in the order of their changes. A stream asks the database only when this replica has seen a change that the
 * stream has not; it asks for no more than its reader can take, and ends after a while, so that a token that has run out is
 * noticed.
 */
@ApplicationScoped
public class SignalStreams {
    private static final Logger LOG = Logger.getLogger(SignalStreams.class);
    private static final int PAGE = 50;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong latest = new AtomicLong();

    @Inject
    SignalSettings settings;

    @Inject
    Signals signals;

    @Scheduled(every = "${portcullis.signals.watch}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return open.get() == 0
                ? Uni.createFrom().voidItem()
                : Panache.withSession(signals::lastChange)
                        .invoke(found -> latest.accumulateAndGet(found, Math::max))
                        .replaceWithVoid()
                        .onFailure()
                        .invoke(e -> LOG.warnf("it is looked for changed signals again later: %s", e));
    }

    /** Where a stream stands and when it last sent something, in nanoseconds of the process's clock. */
    private static final class Position {
        private long change;
        private long sentAt = System.nanoTime();

        Position(long change) {
            this.change = change;
        }
    }

    /** The change number after which a new stream starts that resumes nothing. */
    Uni<Long> end() {
        return Panache.withSession(signals::lastChange);
    }

    /** Takes a place among those who read; whoever got one must subscribe to {@link #after} or {@link #leave}. */
    boolean enter() {
        if (open.incrementAndGet() <= settings.mostStreams()) {
            return true;
        }
        open.decrementAndGet();
        return false;
    }

    /** Gives the place back. */
    void leave() {
        open.decrementAndGet();
    }

    /**
     * The signals that changed after a change number, and those that change from now on; an empty element says that the stream is
     * alive. Must be called from a request's Vert.x context.
     */
    Multi<Optional<Signal>> after(long changeNumber) {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "called outside a Vert.x context");
        // Until this replica has looked for itself, it cannot know that there is nothing.
        latest.accumulateAndGet(changeNumber + 1, Math::max);
        return Multi.createBy()
                .repeating()
                .uni(() -> new Position(changeNumber), position -> next(position, context))
                .indefinitely()
                .onItem()
                .<Optional<Signal>>disjoint()
                .select()
                .first(settings.streamDuration());
    }

    private Uni<List<Optional<Signal>>> next(Position position, Context context) {
        if (latest.get() <= position.change) {
            return quiet(position);
        }
        return Uni.createFrom()
                .<List<Signal>>emitter(emitter -> context.runOnContext(
                        ignored -> Panache.withSession(() -> signals.changedAfter(position.change, PAGE))
                                .subscribe()
                                .with(emitter::complete, emitter::fail)))
                .chain(found -> {
                    if (found.isEmpty()) {
                        return quiet(position);
                    }
                    position.change = found.get(found.size() - 1).changeNumber();
                    position.sentAt = System.nanoTime();
                    return Uni.createFrom()
                            .item(found.stream().map(Optional::of).toList());
                });
    }

    private Uni<List<Optional<Signal>>> quiet(Position position) {
        boolean pulse =
                System.nanoTime() - position.sentAt > settings.streamPulse().toNanos();
        if (pulse) {
            position.sentAt = System.nanoTime();
        }
        List<Optional<Signal>> nothing = pulse ? List.of(Optional.empty()) : List.of();
        return Uni.createFrom().item(nothing).onItem().delayIt().by(PAUSE);
    }
}
