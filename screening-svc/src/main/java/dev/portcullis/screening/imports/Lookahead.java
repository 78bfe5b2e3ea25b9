package dev.portcullis.screening.imports;

import dev.portcullis.screening.casefile.CaseFiles;
import dev.portcullis.screening.casefile.PartyScreening;
import dev.portcullis.screening.casefile.Weighed;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.party.Parties;
import dev.portcullis.screening.party.Party;
import dev.portcullis.screening.party.ScreeningHolds;
import dev.portcullis.screening.screening.ListChange;
import dev.portcullis.screening.screening.Offload;
import dev.portcullis.screening.screening.Screener;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks, before an edition becomes current, whom it can touch, and screens those. Whoever it holds something new against must be screened in the
 * transaction that makes it current, or a party could be dealt with under a screening that the service knows to be outdated. Others whom it
 * touches may follow at leisure, and the screenings of all whom it cannot touch hold on.
 */
@ApplicationScoped
class Lookahead {
    private static final int PAGE = 500;

    @Inject
    Parties parties;

    @Inject
    ScreeningHolds holds;

    @Inject
    Reach reach;

    @Inject
    PartyScreening screening;

    @Inject
    CaseFiles cases;

    @Inject
    Offload offload;

    /**
     * What was seen.
     *
     * @param mark see {@link ScreeningHolds#mark}: parties that have changed since were not seen as they are
     * @param before what was searched before, where everybody is told whom the edition can touch
     * @param holdsMore parties against whom it holds something new
     * @param touched others whom it can touch; where nothing is known of before, that is everybody else and none is told
     * @param owners owners of whom it may say something else, and whose property is to be assessed again
     */
    record Seen(
            String mark, Optional<String> before, List<String> holdsMore, List<String> touched, List<Owner> owners) {}

    /**
     * Looks at those whom the difference can touch, and where that is not known at everybody, page by page, holding no lock in the database.
     * Must be called from a Vert.x context.
     *
     * @param before what is searched now, where something is
     */
    Uni<Seen> look(Optional<Screener> before, Screener next) {
        return Panache.withSession(holds::mark)
                .chain(mark -> before.filter(present ->
                                present.weights().id().equals(next.weights().id()))
                        .map(present -> lookAtTouched(mark, present, next))
                        .orElseGet(() -> lookAtAll(next, null, new ArrayList<>())
                                .map(holdsMore -> new Seen(mark, Optional.empty(), holdsMore, List.of(), List.of()))));
    }

    private Uni<Seen> lookAtTouched(String mark, Screener before, Screener next) {
        return offload.cpu(() -> ListChange.between(before.entries(), next.entries()))
                .chain(change -> reach.of(change, next.weights().counts())
                        .chain(reached -> withCases(change, reached.parties())
                                .chain(ids -> look(next, ids, 0, new Sorted()))
                                .map(sorted -> new Seen(
                                        mark,
                                        Optional.of(before.id()),
                                        sorted.holdsMore,
                                        sorted.touched,
                                        owners(change, reached)))));
    }

    /** Those too whose case speaks of an entry that has changed: who was confirmed to be a listed one may go by another name. */
    private Uni<List<String>> withCases(ListChange change, List<String> reached) {
        Set<String> all = new TreeSet<>(reached);
        return Panache.withSession(() -> cases.partiesOf(change.come())
                .invoke(all::addAll)
                .chain(() -> cases.partiesOf(change.left()))
                .invoke(all::addAll)
                .replaceWith(() -> List.copyOf(all)));
    }

    private static List<Owner> owners(ListChange change, Reach.Reached reached) {
        List<Owner> owners = new ArrayList<>(reached.owners());
        reached.parties().forEach(id -> owners.add(Owner.party(id)));
        for (ListedParty entry : change.come()) {
            owners.add(Owner.entry(entry.list(), entry.id()));
        }
        for (ListedParty entry : change.left()) {
            owners.add(Owner.entry(entry.list(), entry.id()));
        }
        return owners;
    }

    /** Who was screened and found to be worse off, and who not. */
    private static final class Sorted {
        private final List<String> holdsMore = new ArrayList<>();
        private final List<String> touched = new ArrayList<>();
    }

    private Uni<Sorted> look(Screener next, List<String> ids, int from, Sorted sorted) {
        if (from >= ids.size()) {
            return Uni.createFrom().item(sorted);
        }
        List<String> page = ids.subList(from, Math.min(ids.size(), from + PAGE));
        return Panache.withSession(() -> parties.parties(page)
                        .call(found -> holdsMore(next, found).invoke(more -> {
                            sorted.holdsMore.addAll(more);
                            found.stream()
                                    .map(Party::id)
                                    .filter(id -> !more.contains(id))
                                    .forEach(sorted.touched::add);
                        })))
                .chain(() -> look(next, ids, from + PAGE, sorted));
    }

    private Uni<List<String>> lookAtAll(Screener next, @Nullable String after, List<String> found) {
        return Panache.withSession(() -> parties.page(after, PAGE)
                        .call(page -> holdsMore(next, page).invoke(found::addAll)))
                .chain(page -> page.size() < PAGE
                        ? Uni.createFrom().item(found)
                        : lookAtAll(next, page.get(PAGE - 1).id(), found));
    }

    private Uni<List<String>> holdsMore(Screener next, List<Party> page) {
        return screening
                .weigh(next, page.stream().map(Party::kept).toList(), Instant.now())
                .map(weighed -> page.stream()
                        .filter(party -> {
                            Weighed of = weighed.get(party.id());
                            return of == null || of.finding().holdsMoreThan(party.screening());
                        })
                        .map(Party::id)
                        .toList());
    }
}
