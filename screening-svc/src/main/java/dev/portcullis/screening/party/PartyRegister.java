package dev.portcullis.screening.party;

import dev.portcullis.contracts.Topics;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.casefile.Kept;
import dev.portcullis.screening.casefile.PartyScreening;
import dev.portcullis.screening.casefile.Weighed;
import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.ownership.Ownership;
import dev.portcullis.screening.party.PartyFact.Cause;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.Finding;
import dev.portcullis.screening.screening.Screener;
import dev.portcullis.screening.stake.Assessor;
import dev.portcullis.screening.stake.StakeStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registers, changes and re-screens parties. A party's row, its event and its ledger entry are written in one transaction,
 * which holds the current edition, so that no party is ever stored with a screening against an edition that was replaced.
 */
@ApplicationScoped
public class PartyRegister {
    @Inject
    PartyScreening screening;

    @Inject
    Parties parties;

    @Inject
    CurrentLists lists;

    @Inject
    Assessor assessor;

    @Inject
    StakeStore stakes;

    @Inject
    ScreeningHolds holds;

    @Inject
    OwnershipObserver observer;

    @Inject
    Changes changes;

    /** Screens and stores a new party. Runs in the caller's transaction, within {@link CurrentLists#inStep}. */
    public Uni<Party> register(Party.Details details) {
        Instant now = Instant.now();
        String id = Ids.next("pty");
        return lists.held()
                .chain(screener -> weigh(screener, Party.kept(id, details), now).chain(weighed -> {
                    Party party = new Party(id, 1, details, edition(screener), finding(weighed), null, now, now);
                    return parties.add(party)
                            .chain(() -> keep(weighed))
                            .call(() -> publish(party, Cause.REGISTERED))
                            .replaceWith(party);
                }));
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
                        .call(party -> markOwned(party, details))
                        .chain(party -> replaced(party, details, screener)
                                .call(parties::update)
                                .call(next -> publish(next, Cause.CHANGED))
                                .call(next -> tell(List.of(new OwnershipObserver.Change(party, next))))))));
    }

    /** What it owns is assessed again where somebody else is screened for it from now on, who may be listed. */
    private Uni<Integer> markOwned(Party party, Party.Details details) {
        return Party.subject(details).equals(party.subject())
                ? Uni.createFrom().item(0)
                : stakes.markBelow(List.of(Owner.party(party.id())), LocalDate.now(ZoneOffset.UTC));
    }

    private Uni<Party> replaced(Party party, Party.Details details, Optional<Screener> screener) {
        Instant now = Instant.now();
        return weigh(screener, Party.kept(party.id(), details), now)
                .chain(weighed -> assessed(screener, party, now)
                        .map(owned ->
                                party.changed(details, edition(screener), finding(weighed), owned.orElse(null), now))
                        .call(() -> keep(weighed)));
    }

    /** A party's owners as they are now; as they were, where no list tells who is listed. */
    private Uni<Optional<Ownership>> assessed(Optional<Screener> screener, Party party, Instant now) {
        return screener.map(current ->
                        assess(current, List.of(party), now).map(found -> Optional.ofNullable(found.get(party.id()))))
                .orElseGet(() -> Uni.createFrom().item(Optional.ofNullable(party.ownership())));
    }

    private Uni<Map<String, Ownership>> assess(Screener screener, List<Party> found, Instant now) {
        return assessor.assess(screener, found.stream().map(Party::id).toList(), LocalDate.now(ZoneOffset.UTC), now);
    }

    /**
     * Gives a party, whom nobody else can change until the caller's transaction ends, a new version with its owners as they are told now.
     * To be used within {@link CurrentLists#inStep}.
     */
    public Uni<Party> ownersTold(Party party) {
        Instant now = Instant.now();
        return lists.held()
                .chain(screener -> assessed(screener, party, now))
                .map(owned -> party.assessed(owned.orElse(null), now))
                .call(parties::update)
                .call(told -> publish(told, Cause.OWNERSHIP))
                .call(told -> tell(List.of(new OwnershipObserver.Change(party, told))));
    }

    /** Tells of those of whom the rules on ownership say something else, once they are stored. */
    private Uni<Void> tell(List<OwnershipObserver.Change> changes) {
        List<OwnershipObserver.Change> owned = changes.stream()
                .filter(change -> change.before().isChangedBy(change.after().ownership()))
                .toList();
        return owned.isEmpty() ? Uni.createFrom().voidItem() : observer.changed(owned);
    }

    /**
     * Assesses the owners of the named parties again; those of whom nothing else comes out stay as they are. Otherwise like
     * {@link #screenBehind}.
     *
     * @return how many have changed
     */
    public Uni<Integer> assess(Screener screener, List<String> ids) {
        Instant now = Instant.now();
        return parties.partiesAndLock(ids)
                .chain(found -> assess(screener, found, now)
                        .chain(owned -> storeAll(
                                found.stream()
                                        .filter(party -> party.isChangedBy(owned.get(party.id())))
                                        .map(party -> new OwnershipObserver.Change(
                                                party, party.assessed(owned.get(party.id()), now)))
                                        .toList(),
                                Cause.OWNERSHIP)));
    }

    /**
     * Screens up to {@code count} parties again that were not screened against the screener's edition. Runs in the caller's
     * transaction, which must see to it that the edition is current when it commits.
     *
     * @return how many were screened
     */
    public Uni<Integer> screenBehind(Screener screener, int count) {
        return holds.behindAndLock(screener.id(), count).chain(behind -> screen(screener, behind));
    }

    /** Screens the named parties again; otherwise like {@link #screenBehind}. */
    public Uni<Integer> screen(Screener screener, List<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(0)
                : parties.partiesAndLock(ids).chain(found -> screenAll(screener, found, Cause.LIST_EDITION));
    }

    /**
     * Screens the named parties again because something was decided, or holds no more; otherwise like {@link #screenBehind}.
     */
    public Uni<Integer> screenDecided(Screener screener, List<String> ids) {
        return parties.partiesAndLock(ids).chain(found -> screenAll(screener, found, Cause.DECISION));
    }

    private Uni<Integer> screenAll(Screener screener, List<Party> found, Cause cause) {
        Instant now = Instant.now();
        return assess(screener, found, now)
                .chain(owned -> screening
                        .weigh(screener, found.stream().map(Party::kept).toList(), now)
                        .chain(weighed -> {
                            Uni<Void> stored = Uni.createFrom().voidItem();
                            List<OwnershipObserver.Change> changes = new ArrayList<>();
                            for (Party party : found) {
                                Weighed of = Objects.requireNonNull(weighed.get(party.id()));
                                Party next = party.screened(screener.id(), of.finding(), owned.get(party.id()), now);
                                changes.add(new OwnershipObserver.Change(party, next));
                                stored = stored.chain(() -> store(next, cause)).chain(() -> screening.keep(of));
                            }
                            return stored.chain(() -> tell(changes)).replaceWith(found.size());
                        }));
    }

    private Uni<Integer> storeAll(List<OwnershipObserver.Change> changed, Cause cause) {
        Uni<Void> stored = Uni.createFrom().voidItem();
        for (OwnershipObserver.Change change : changed) {
            stored = stored.chain(() -> store(change.after(), cause));
        }
        return stored.chain(() -> tell(changed)).replaceWith(changed.size());
    }

    private Uni<Void> store(Party party, Cause cause) {
        return parties.update(party).call(() -> publish(party, cause));
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

    private Uni<Optional<Weighed>> weigh(Optional<Screener> screener, Kept party, Instant now) {
        return screener.map(current -> screening
                        .weigh(current, List.of(party), now)
                        .map(weighed -> Optional.ofNullable(weighed.get(party.id()))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Void> keep(Optional<Weighed> weighed) {
        return weighed.map(screening::keep).orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static @Nullable Finding finding(Optional<Weighed> weighed) {
        return weighed.map(Weighed::finding).orElse(null);
    }

    private static @Nullable String edition(Optional<Screener> screener) {
        return screener.map(current -> current.id()).orElse(null);
    }
}
