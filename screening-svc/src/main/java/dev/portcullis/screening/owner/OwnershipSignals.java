package dev.portcullis.screening.owner;

import dev.portcullis.screening.party.OwnershipObserver;
import dev.portcullis.screening.signal.Relation;
import dev.portcullis.screening.signal.SignalRegister;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Raises a signal where parties stand otherwise by the rules on ownership: because a stake was told, began or ended, an owner goes by another name, or an
 * owner came on a list or left it. In the transaction that stores what the rules say now, so that one is never there without the other.
 */
@ApplicationScoped
public class OwnershipSignals implements OwnershipObserver {
    @Inject
    SignalRegister register;

    @Override
    public Uni<Void> changed(List<Change> changes) {
        Uni<Void> raised = Uni.createFrom().voidItem();
        for (OwnershipNews news : OwnershipNews.of(changes, LocalDate.now(ZoneOffset.UTC))) {
            raised = raised.chain(() -> raise(news));
        }
        return raised;
    }

    private Uni<Void> raise(OwnershipNews news) {
        return register.raise(news.origin(), news.news(), null, null)
                .chain(signal -> signal.map(raised -> register.touching(raised, Relation.OWNED, news.words()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
