package dev.portcullis.screening.owner;

import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.ownership.Listing;
import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.ownership.OwnershipFinding;
import dev.portcullis.screening.ownership.Stake;
import dev.portcullis.screening.party.Parties;
import dev.portcullis.screening.party.Party;
import dev.portcullis.screening.party.PartyRegister;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.Screener;
import dev.portcullis.screening.screening.Subject;
import dev.portcullis.screening.stake.Assessor;
import dev.portcullis.screening.stake.OwnerName;
import dev.portcullis.screening.stake.StakeImport;
import dev.portcullis.screening.stake.StakeStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers who owns a party, and takes in what a person tells of it. */
@ApplicationScoped
public class PartyOwners {
    @Inject
    Parties parties;

    @Inject
    PartyRegister register;

    @Inject
    CurrentLists lists;

    @Inject
    StakeStore stakes;

    @Inject
    Assessor assessor;

    @Inject
    StakeChanges stakeChanges;

    @Inject
    Caller caller;

    /** A party with its owners. */
    record Answered(Party party, OwnersView view) {}

    /** What a person tells: stakes in the party, and what the owners are called who are known by name only. */
    record Told(List<Stake> stakes, Map<Owner, OwnerName> names) {}

    /** The source of what persons tell of a party's owners. */
    static String source(String party) {
        return "person:" + party;
    }

    /**
     * Who owns a party. Must be called in a session.
     *
     * @param knownAt as it was told at this instant; null for now
     */
    Uni<Answered> read(String id, LocalDate day, @Nullable Instant knownAt) {
        return parties.party(id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("party", id)))
                .chain(party -> answer(party, day, knownAt));
    }

    private Uni<Answered> answer(Party party, LocalDate day, @Nullable Instant knownAt) {
        Screener screener = lists.latest()
                .orElseThrow(() -> Problems.conflict(
                        "No screening list is loaded, so that nobody is known to be listed:" + " import one first."));
        Owner start = Owner.party(party.id());
        return assessor.web(screener, List.of(start), knownAt == null ? StakeStore.LATEST : knownAt)
                .map(web -> {
                    List<OwnershipFinding> findings = web.findings(start, day);
                    List<OwnersView.StakeView> told = OwnersView.stakesOf(start, web.stakes(), day);
                    return new Answered(
                            party,
                            new OwnersView(
                                    party.id(),
                                    day,
                                    knownAt,
                                    screener.id(),
                                    findings,
                                    told,
                                    OwnersView.names(findings, told, name(web))));
                });
    }

    private static Function<Owner, String> name(Assessor.Web web) {
        return owner -> {
            Subject subject = web.subjects().get(owner);
            if (subject != null) {
                return subject.name();
            }
            return web.listings().getOrDefault(owner, List.of()).stream()
                    .findFirst()
                    .map(Listing::name)
                    .orElse("");
        };
    }

    /** Makes this all that persons tell of a party's owners, and gives the party a new version with it. */
    Uni<Answered> tell(String id, @Nullable String ifMatch, Told told) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        // The edition is held before the party, as everywhere: the other way round, an import of lists and this would
        // wait for each other.
        return lists.inStep(() -> Panache.withTransaction(() -> lists.held()
                .chain(held -> parties.partyAndLock(id))
                .map(found -> found.orElseThrow(() -> Problems.notFound("party", id)))
                .invoke(party -> ETags.require(ifMatch, party.version()))
                .call(() -> check(told))
                .call(party -> store(party, told))
                .chain(register::ownersTold)
                .chain(party -> answer(party, today, null))));
    }

    private Uni<Void> check(Told told) {
        List<String> owners = told.stakes.stream()
                .map(Stake::owner)
                .filter(owner -> owner.kind() == Owner.Kind.PARTY)
                .map(Owner::key)
                .distinct()
                .toList();
        return stakes.unknownParties(owners)
                .chain(unknown -> unknown.isEmpty()
                        ? stakes.unknownOthers(told.stakes.stream()
                                .map(Stake::owner)
                                .filter(owner -> !told.names.containsKey(owner))
                                .toList())
                        : Uni.createFrom().item(unknown))
                .invoke(unknown -> {
                    if (!unknown.isEmpty()) {
                        int first = place(told.stakes, unknown.get(0));
                        throw Problems.unprocessable("/stakes/" + first + "/owner", "is not known");
                    }
                })
                .replaceWithVoid();
    }

    private static int place(List<Stake> stakes, String unknown) {
        for (int i = 0; i < stakes.size(); i++) {
            Owner owner = stakes.get(i).owner();
            if (owner.key().equals(unknown) || owner.toString().equals(unknown)) {
                return i;
            }
        }
        return 0;
    }

    private Uni<StakeImport> store(Party party, Told told) {
        StakeImport change = new StakeImport(
                Ids.next("own"),
                source(party.id()),
                StakeImport.PERSON,
                Sha256.of(told.stakes.toString()),
                0,
                told.stakes.size(),
                0,
                0,
                0,
                Instant.now(),
                caller.name());
        return stakeChanges.make(change, told.stakes, told.names);
    }
}
