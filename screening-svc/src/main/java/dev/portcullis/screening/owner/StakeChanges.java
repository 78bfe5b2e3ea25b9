package dev.portcullis.screening.owner;

import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.ownership.Stake;
import dev.portcullis.screening.stake.OwnerName;
import dev.portcullis.screening.stake.OwnershipImports;
import dev.portcullis.screening.stake.StakeImport;
import dev.portcullis.screening.stake.StakeStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;

/**
 * Makes stakes all that their source says: with the marks of the parties that the change reaches, its record and its ledger entry, in the
 * caller's transaction.
 */
@ApplicationScoped
public class StakeChanges {
    @Inject
    StakeStore stakes;

    @Inject
    OwnershipImports imports;

    @Inject
    Changes changes;

    Uni<StakeImport> make(StakeImport change, Collection<Stake> told, Map<Owner, OwnerName> names) {
        return stakes.replace(change.source(), told, names, change.id(), change.loadedAt())
                .chain(done -> stakes.markReached(change.id(), LocalDate.now(ZoneOffset.UTC))
                        .map(reached -> change.done(done.added(), done.ended(), reached)))
                .call(imports::add)
                .call(done -> changes.record(new Change(
                        null, done.id(), 1, "dev.portcullis.ownership.imported", null, ImportFact.of(done))));
    }
}
