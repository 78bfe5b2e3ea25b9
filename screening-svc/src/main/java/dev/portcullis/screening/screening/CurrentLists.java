package dev.portcullis.screening.screening;

import dev.portcullis.screening.list.Current;
import dev.portcullis.screening.list.Editions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The screener of the current editions in memory.
 *
 * <p>Invariant: what {@link #held} gives are the editions that are current in the database, and stay so until the transaction
 * ends. A screening that is stored is therefore never one against an edition that was already replaced, on whichever replica
 * the new one was taken in.
 */
@ApplicationScoped
public class CurrentLists {
    private static final Logger LOG = Logger.getLogger(CurrentLists.class);

    /** Changed by {@link #replace} alone. */
    private volatile State state = new State(false, null);

    /** Built for an import that may be about to commit, so that nobody has to read it back from the database. */
    private volatile @Nullable Screener prepared;

    @Inject
    Offload offload;

    @Inject
    Editions editions;

    @Inject
    ScreenerReader reader;

    @Inject
    @ConfigProperty(name = "portcullis.screening.weigh-anew-beyond")
    double farthest;

    /**
     * What this replica knows.
     *
     * @param read whether the database was asked since the start
     * @param screener the screener of the current editions; absent where no list is loaded
     */
    private record State(boolean read, @Nullable Screener screener) {}

    /** Another edition is current in the database than in memory: refresh, then try again. */
    public static final class OutOfStepException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public OutOfStepException() {
            super("another edition has become current", null, false, false);
        }
    }

    /** Whether the database was asked for the current editions since the start. */
    public boolean isRead() {
        return state.read;
    }

    /** The screener of the editions that were current when this replica last looked. */
    public Optional<Screener> latest() {
        return Optional.ofNullable(state.screener);
    }

    /**
     * The screener of the current editions, held until the caller's transaction ends; none where no list is loaded. To be used
     * within {@link #inStep}.
     */
    public Uni<Optional<Screener>> held() {
        return editions.currentAndHeld().map(this::inMemory);
    }

    /** Like {@link #held}; until the caller's transaction ends, nobody else holds the current editions, so that no screening is stored. */
    public Uni<Optional<Screener>> heldAlone() {
        return editions.currentAndLocked().map(this::inMemory);
    }

    private Optional<Screener> inMemory(Current current) {
        Screener known = state.screener;
        if (current.editions().isEmpty()
                ? known != null
                : known == null || !known.id().equals(Searched.of(current).id())) {
            throw new OutOfStepException();
        }
        return Optional.ofNullable(known);
    }

    /** Runs a transaction that uses {@link #held}; where memory was behind the database, once more after a refresh. */
    public <T> Uni<T> inStep(Supplier<Uni<T>> transaction) {
        return Uni.createFrom()
                .deferred(transaction::get)
                .onFailure(OutOfStepException.class)
                .recoverWithUni(() -> refresh().chain(transaction::get));
    }

    /**
     * Brings memory in step with the database. Where memory changed while an index was being built, it is looked once more: an index that took long never
     * takes the place of a later one. Must be called outside a transaction.
     */
    public Uni<Void> refresh() {
        State before = state;
        return Panache.withSession(() -> editions.current()
                        .chain(current -> current.editions().isEmpty()
                                ? Uni.createFrom().item(replace(before, new State(true, null)))
                                : follow(current, before)))
                .chain(inStep -> inStep ? Uni.createFrom().voidItem() : refresh());
    }

    private Uni<Boolean> follow(Current current, State before) {
        String id = Searched.of(current).id();
        Screener known = before.screener;
        if (known != null && known.id().equals(id)) {
            return Uni.createFrom().item(true);
        }
        Screener next = prepared;
        if (next != null && next.id().equals(id)) {
            return Uni.createFrom().item(switchTo(next, before));
        }
        return reader.read(current, known)
                .call(screener -> current.counts() == null
                        ? count(screener)
                        : Uni.createFrom().voidItem())
                .map(screener -> switchTo(screener, before));
    }

    /** Editions from before there were counts: any replica counts the same. */
    private Uni<Void> count(Screener screener) {
        return Panache.withTransaction(() -> editions.useCounts(
                        screener.weights().id(), screener.weights().counts().text())
                .chain(editions::noteSwitch));
    }

    /**
     * What is searched and what would be.
     *
     * @param before the present screener, where something is searched
     * @param next the one that would take its place
     */
    public record Prepared(Optional<Screener> before, Screener next) {}

    /**
     * The screener that there would be with another edition of one source beside the current ones of the others. Nothing is switched, and the
     * others may be replaced meanwhile: whoever makes the edition current checks {@link Screener#id}.
     */
    public Uni<Prepared> with(LoadedEdition next) {
        return refresh().chain(() -> {
            Optional<Screener> before = latest();
            List<LoadedEdition> all = new ArrayList<>();
            all.add(next);
            before.ifPresent(known -> known.editions().stream()
                    .filter(loaded ->
                            !loaded.edition().source().equals(next.edition().source()))
                    .forEach(all::add));
            Weights weights = before.map(Screener::weights).orElse(null);
            return offload.cpu(() -> new Prepared(before, Screener.of(all, weights, farthest)));
        });
    }

    /** Announces the screener of an edition that is about to become current. */
    public void prepare(Screener next) {
        prepared = next;
    }

    /** Whether what was known is still known; only then it is replaced. */
    private synchronized boolean replace(State before, State after) {
        boolean same = state == before; // a record of before, not one that equals it: a change and back is a change
        if (same) {
            state = after;
        }
        return same;
    }

    private boolean switchTo(Screener next, State before) {
        if (!replace(before, new State(true, next))) {
            return false;
        }
        if (next.equals(prepared)) {
            prepared = null;
        }
        next.editions()
                .forEach(loaded -> LOG.infof(
                        "screening list %s: edition %s is in use, %d entries",
                        loaded.edition().source(),
                        loaded.edition().id(),
                        loaded.edition().entries()));
        return true;
    }
}
