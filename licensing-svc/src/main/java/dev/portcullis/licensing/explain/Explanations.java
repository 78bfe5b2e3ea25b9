package dev.portcullis.licensing.explain;

import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.decision.Determinations;
import dev.portcullis.licensing.decision.Disclosure;
import dev.portcullis.licensing.determination.Transaction;
import dev.portcullis.licensing.facts.Facts;
import dev.portcullis.platform.ledger.Ledger;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what an explanation tells. */
@ApplicationScoped
public class Explanations {
    @Inject
    Determinations determinations;

    @Inject
    Facts facts;

    @Inject
    Ledger ledger;

    /**
     * A determination for a reader; 404 where there is none.
     *
     * @param disclosure how much the reader is shown
     */
    public Uni<Explained> of(String id, Disclosure disclosure, Instant now) {
        return Panache.withSession(() -> determinations.get(id)).chain(kept -> {
            Determination whole = kept.determination();
            Transaction transaction = whole.transaction();
            if (disclosure.withholds(transaction)) {
                return Uni.createFrom()
                        .item(new Explained(
                                now,
                                disclosure.of(whole),
                                kept.ledgerEntryId(),
                                null,
                                Disclosure.WITHHELD,
                                names(transaction, now),
                                null));
            }
            return ledger.evidence(List.of(kept.ledgerEntryId()))
                    .map(evidence -> new Explained(
                            now, whole, kept.ledgerEntryId(), kept.sha256(), null, names(transaction, now), evidence));
        });
    }

    /** The names of a transaction's item and parties, as they are known now. A person's is known to nobody here. */
    public Map<String, String> names(Transaction transaction, Instant now) {
        Map<String, String> names = new TreeMap<>();
        ItemState item = facts.item(transaction.itemId(), now).value();
        if (item != null) {
            names.put(transaction.itemId(), item.name());
        }
        for (String id : transaction.partyIds()) {
            PartyState party = facts.party(id, now).value();
            if (party != null) {
                names.put(id, party.name());
            }
        }
        return names;
    }
}
