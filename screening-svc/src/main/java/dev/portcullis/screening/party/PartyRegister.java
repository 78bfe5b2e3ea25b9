package dev.portcullis.screening.party;

import dev.portcullis.contracts.Topics;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.party.PartyFact.Cause;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.Finding;
import dev.portcullis.screening.screening.Offload;
import dev.portcullis.screening.screening.Screener;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registers, changes and re-screens parties. A party's row, its event and its ledger entry are written in one transaction,
 * which holds the current edition, so that no party is ever stored with a screening against an edition that was replaced.
 */
@ApplicationScoped
public class PartyRegister {
    @Inject
    Offload offload;

    @Inject
    Parties parties;

    @Inject
    CurrentLists lists;

    @Inject
    Changes changes;

    /** Screens and stores a new party. Runs in the caller's transaction, within {@link CurrentLists#inStep}. */
    public Uni<Party> register(Party.Details details) {
        Instant now = Instant.now();
        return lists.held()
                .chain(screener -> find(screener, details, now)
                        .map(finding -> new Party(
                                Ids.next("pty"), 1, details, edition(screener), finding.orElse(null), now, now)))
                .call(parties::add)
                .call(party -> publish(party, Cause.REGISTERED));
    }

    /**
     * Changes a party and screens it again, in a transaction of its own.
     *
     * @param ifMatch the version that the change starts from
     */
    public Uni<Party> change(String id, @Nullable String ifMatch, Party.Details details) {
        return lists.inStep(() -> Panache.withTransaction(() -> lists.held()
                .chain(screener -> parties.partyAndLock(id)
                        .map(found -> found.orElseThrow(() -> Problems.notFound("party", id)))
                        .invoke(party -> ETags.require(ifMatch, party.version()))
                        .chain(party -> replaced(party, details, screener))
                        .call(parties::update)
                        .call(party -> publish(party, Cause.CHANGED)))));
    }

    private Uni<Party> replaced(Party party, Party.Details details, Optional<Screener> screener) {
        Instant now = Instant.now();
        return find(screener, details, now)
                .map(finding -> party.changed(details, edition(screener), finding.orElse(null), now));
    }

    /**
     * Screens up to {@code count} parties again that were not screened against the screener's edition. Runs in the caller's
     * transaction, which must see to it that the edition is current when it commits.
     *
     * @return how many were screened
     */
    public Uni<Integer> screenBehind(Screener screener, int count) {
        return parties.behindAndLock(screener.id(), count).chain(behind -> screenAll(screener, behind));
    }

    /** Screens the named parties again; otherwise like {@link #screenBehind}. */
    public Uni<Integer> screen(Screener screener, List<String> ids) {
        return parties.partiesAndLock(ids).chain(found -> screenAll(screener, found));
    }

    private Uni<Integer> screenAll(Screener screener, List<Party> found) {
        Instant now = Instant.now();
        return offload.cpu(() -> found.stream()
                        .map(party -> party.screened(screener.id(), screener.screen(party.subject(), now), now))
                        .toList())
                .chain(this::storeAll);
    }

    private Uni<Integer> storeAll(List<Party> screened) {
        Uni<Void> stored = Uni.createFrom().voidItem();
        for (Party party : screened) {
            stored = stored.chain(() -> parties.update(party)).call(() -> publish(party, Cause.LIST_EDITION));
        }
        return stored.replaceWith(screened.size());
    }

    private Uni<Long> publish(Party party, Cause cause) {
        return changes.record(new Change(
                Topics.PARTIES,
                party.id(),
                party.version(),
                "dev.portcullis.party.changed",
                party.toState(),
                PartyFact.of(party, cause)));
    }

    private Uni<Optional<Finding>> find(Optional<Screener> screener, Party.Details details, Instant now) {
        return screener.map(current -> offload.cpu(() -> Optional.of(current.screen(Party.subject(details), now))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static @Nullable String edition(Optional<Screener> screener) {
        return screener.map(current -> current.id()).orElse(null);
    }
}
