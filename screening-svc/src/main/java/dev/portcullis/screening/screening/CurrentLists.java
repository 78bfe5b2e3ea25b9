package dev.portcullis.screening.screening;

import dev.portcullis.screening.list.Edition;
import dev.portcullis.screening.list.Editions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The current edition's screener in memory.
 *
 * <p>Invariant: what {@link #held} gives is the edition that is current in the database, and stays so until the transaction
 * ends. A screening that is stored is therefore never one against an edition that was already replaced, on whichever replica
 * the new one was taken in.
 */
@ApplicationScoped
public class CurrentLists {
    private static final Logger LOG = Logger.getLogger(CurrentLists.class);

    private volatile State state = new State(false, null);

    /** Built for an import that may be about to commit, so that nobody has to read it back from the database. */
    private volatile @Nullable Screener prepared;

    @Inject
    Offload offload;

    @Inject
    Editions editions;

    /**
     * What this replica knows.
     *
     * @param read whether the database was asked since the start
     * @param screener the screener of the current edition; absent where no list is loaded
     */
    private record State(boolean read, @Nullable Screener screener) {}

    /** Another edition is current in the database than in memory: refresh, then try again. */
    static final class OutOfStepException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfStepException() {
            super("another edition has become current", null, false, false);
        }
    }

    /** Whether the database was asked for the current edition since the start. */
    public boolean isRead() {
        return state.read;
    }

    /** The screener of the edition that was current when this replica last looked. */
    public Optional<Screener> latest() {
        return Optional.ofNullable(state.screener);
    }

    /**
     * The screener of the current edition, held until the caller's transaction ends; none where no list is loaded. To be used
     * within {@link #inStep}.
     */
    public Uni<Optional<Screener>> held() {
        return editions.currentAndHeld(Edition.CONSOLIDATED).map(current -> {
            Screener known = state.screener;
            if (!current.equals(Optional.ofNullable(known).map(s -> s.edition().id()))) {
                throw new OutOfStepException();
            }
            return Optional.ofNullable(known);
        });
    }

    /** Runs a transaction that uses {@link #held}; where memory was behind the database, once more after a refresh. */
    public <T> Uni<T> inStep(Supplier<Uni<T>> transaction) {
        return Uni.createFrom()
                .deferred(transaction::get)
                .onFailure(OutOfStepException.class)
                .recoverWithUni(() -> refresh().chain(transaction::get));
    }

    /** Brings memory in step with the database. Must be called outside a transaction. */
    public Uni<Void> refresh() {
        return Panache.withSession(() -> editions.current(Edition.CONSOLIDATED)
                .chain(current -> current.map(this::follow).orElseGet(() -> {
                    state = new State(true, null);
                    return Uni.createFrom().voidItem();
                })));
    }

    private Uni<Void> follow(String id) {
        Screener known = state.screener;
        if (known != null && known.edition().id().equals(id)) {
            return Uni.createFrom().voidItem();
        }
        Screener next = prepared;
        if (next != null && next.edition().id().equals(id)) {
            switchTo(next);
            return Uni.createFrom().voidItem();
        }
        return editions.edition(id)
                .map(Optional::orElseThrow)
                .chain(edition ->
                        editions.entries(id).chain(entries -> offload.cpu(() -> Screener.of(edition, entries))))
                .invoke(this::switchTo)
                .replaceWithVoid();
    }

    /** Announces the screener of an edition that is about to become current. */
    public void prepare(Screener next) {
        prepared = next;
    }

    /** Makes the screener of an edition that has become current the one that is used. */
    public void switchTo(Screener next) {
        state = new State(true, next);
        if (next.equals(prepared)) {
            prepared = null;
        }
        LOG.infof(
                "screening list edition %s is in use: %d entries",
                next.edition().id(), next.edition().entries());
    }
}
