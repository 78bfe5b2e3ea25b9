package dev.portcullis.licensing.facts;

import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.PersonState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one decision, taken once and never changed.
 *
 * @param item the item
 * @param parties the parties, in the order in which they were asked for
 * @param person the person; null where the transaction has none
 * @param takenAt the moment against which the feeds' ages were judged
 */
@RegisterForReflection
public record FactSnapshot(
        KnownFact<ItemState> item,
        List<KnownFact<PartyState>> parties,
        @Nullable KnownFact<PersonState> person,
        Instant takenAt) {
    public FactSnapshot {
        parties = List.copyOf(parties);
    }
}
