package dev.portcullis.screening.party;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Whoever is to know that the rules on ownership say something else of kept parties than before. */
public interface OwnershipObserver {
    /**
     * A party of which they do.
     *
     * @param before the version before
     * @param after the version that says so, stored in the same transaction
     */
    record Change(Party before, Party after) {}

    /** Is told in the transaction that stores the changes, which stand or fall with what it does. */
    Uni<Void> changed(List<Change> changes);
}
