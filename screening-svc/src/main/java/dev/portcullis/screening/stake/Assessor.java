package dev.portcullis.screening.stake;

import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.ownership.Listing;
import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.ownership.Ownership;
import dev.portcullis.screening.ownership.OwnershipFinding;
import dev.portcullis.screening.ownership.OwnershipGraph;
import dev.portcullis.screening.ownership.OwnershipRules;
import dev.portcullis.screening.ownership.Stake;
import dev.portcullis.screening.ownership.Verdicts;
import dev.portcullis.screening.screening.Finding;
import dev.portcullis.screening.screening.Offload;
import dev.portcullis.screening.screening.Screener;
import dev.portcullis.screening.screening.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Assesses parties from their stakes, the names of their owners and one edition of the lists. Owners are screened here and now, so that
 * the answer rests on that edition alone, whatever edition the owners' own records were screened against. All operations run in the
 * caller's transaction, which sees each stake whose mark it has seen.
 */
@ApplicationScoped
public class Assessor {
    @Inject
    StakeStore stakes;

    @Inject
    Offload offload;

    /** What stakes and lists say of those in question. */
    public record Web(List<Stake> stakes, Map<Owner, Subject> subjects, Map<Owner, List<Listing>> listings) {

        /** What each rule says of a party on a day. */
        public List<OwnershipFinding> findings(Owner party, LocalDate day) {
            return findings(OwnershipGraph.of(stakes, day), party);
        }

        private List<OwnershipFinding> findings(OwnershipGraph graph, Owner party) {
            return OwnershipRules.assess(
                    OwnershipRules.shipped().rules(), graph, owner -> listings.getOrDefault(owner, List.of()), party);
        }
    }

    /** Gathers what is needed to assess parties, as it was told at an instant. */
    public Uni<Web> web(Screener screener, Collection<Owner> parties, Instant known) {
        return stakes.above(parties, known).chain(told -> {
            if (told.isEmpty()) {
                return Uni.createFrom().item(new Web(List.of(), Map.of(), Map.of()));
            }
            Set<Owner> owners = new HashSet<>();
            told.forEach(stake -> {
                owners.add(stake.owner());
                owners.add(stake.owned());
            });
            return stakes.subjects(owners)
                    .chain(subjects -> entries(screener, owners)
                            .chain(entries -> offload.cpu(
                                    () -> new Web(told, subjects, listings(screener, subjects, entries, known)))));
        });
    }

    /**
     * Assesses kept parties as of a day, by all that is told by now, and marks each for the day on which one of its stakes begins or ends.
     *
     * @return the ownership of each of whom a stake is told; nothing of the others
     */
    public Uni<Map<String, Ownership>> assess(Screener screener, List<String> parties, LocalDate day, Instant now) {
        List<Owner> starts = parties.stream().map(Owner::party).toList();
        return web(screener, starts, StakeStore.LATEST).chain(web -> {
            if (web.stakes.isEmpty()) {
                return Uni.createFrom().item(Map.of());
            }
            return offload.cpu(() -> Assessed.of(web, starts, day, screener.id(), now))
                    .chain(assessed -> mark(assessed).replaceWith(assessed.found));
        });
    }

    private Uni<Void> mark(Assessed assessed) {
        Uni<Void> marked = Uni.createFrom().voidItem();
        for (Map.Entry<String, LocalDate> next : assessed.next.entrySet()) {
            marked = marked.chain(() -> stakes.markFor(next.getKey(), next.getValue()));
        }
        return marked;
    }

    private record Assessed(Map<String, Ownership> found, Map<String, LocalDate> next) {
        static Assessed of(Web web, List<Owner> parties, LocalDate day, String edition, Instant now) {
            Map<Owner, List<Stake>> told = new HashMap<>();
            for (Stake stake : web.stakes) {
                told.computeIfAbsent(stake.owned(), owned -> new ArrayList<>()).add(stake);
                if (stake.kind() == Stake.Kind.SAME) {
                    told.computeIfAbsent(stake.owner(), owner -> new ArrayList<>())
                            .add(stake);
                }
            }
            OwnershipGraph graph = OwnershipGraph.of(web.stakes, day);
            List<Verdicts> verdicts = OwnershipRules.shipped().rules().stream()
                    .map(rule -> Verdicts.of(graph, rule, owner -> web.listings.getOrDefault(owner, List.of())))
                    .toList();
            Map<String, Ownership> found = new HashMap<>();
            Map<String, LocalDate> next = new HashMap<>();
            for (Owner party : parties) {
                if (told.containsKey(party)) {
                    List<OwnershipFinding> findings =
                            verdicts.stream().map(verdict -> verdict.of(party)).toList();
                    found.put(party.key(), new Ownership(findings, day, edition, now));
                    LocalDate change = NextChange.of(party, told, day);
                    if (change != null) {
                        next.put(party.key(), change);
                    }
                }
            }
            return new Assessed(found, next);
        }
    }

    /** A kept party of exactly a listed name is taken for the listed one, as the gate takes it; a mere name of an owner is not. */
    private static Map<Owner, List<Listing>> listings(
            Screener screener, Map<Owner, Subject> subjects, Map<Owner, List<Listing>> entries, Instant now) {
        Map<Owner, List<Listing>> listings = new HashMap<>(entries);
        subjects.forEach((owner, subject) -> {
            List<Listing> found = screener.screen(subject, now).hits().stream()
                    .map(hit -> listing(hit, owner.kind() == Owner.Kind.PARTY && hit.score() == 1))
                    .toList();
            if (!found.isEmpty()) {
                listings.put(owner, found);
            }
        });
        return listings;
    }

    private static Listing listing(Finding.Hit hit, boolean certain) {
        return new Listing(hit.list(), hit.entryId(), hit.listedName(), hit.programs(), certain);
    }

    /** Those who are entries and stand in one of the editions. */
    private Uni<Map<Owner, List<Listing>>> entries(Screener screener, Set<Owner> owners) {
        Set<String> ids = new HashSet<>();
        for (Owner owner : owners) {
            if (owner.kind() == Owner.Kind.ENTRY) {
                ids.add(owner.key().substring(owner.key().indexOf('/') + 1));
            }
        }
        Map<Owner, List<Listing>> found = new HashMap<>();
        List<String> editions = screener.editions().stream()
                .map(loaded -> loaded.edition().id())
                .toList();
        return stakes.entries(editions, ids, entry -> {
                    Owner owner = Owner.entry(entry.list(), entry.id());
                    if (owners.contains(owner)) {
                        found.put(owner, List.of(listing(entry)));
                    }
                })
                .replaceWith(found);
    }

    private static Listing listing(ListedParty entry) {
        return new Listing(entry.list(), entry.id(), entry.name(), entry.programs(), true);
    }
}
