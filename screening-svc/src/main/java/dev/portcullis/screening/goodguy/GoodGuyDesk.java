package dev.portcullis.screening.goodguy;

import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.cases.CasePolicy;
import dev.portcullis.screening.cases.CaseRefusedException;
import dev.portcullis.screening.cases.Decision;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.party.PartyRegister;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.Finding;
import dev.portcullis.screening.screening.Screener;
import dev.portcullis.screening.screening.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes the steps of people. Each runs in the caller's transaction, within {@link CurrentLists#inStep}, and has the current editions to itself:
 * no screening is stored meanwhile, so that none rests on what the step takes back.
 */
@ApplicationScoped
public class GoodGuyDesk {
    /** Parties that are read and screened at a time. */
    private static final int BATCH = 100;

    private final CasePolicy policy = CasePolicy.shipped();

    @Inject
    CurrentLists lists;

    @Inject
    GoodGuys goodGuys;

    @Inject
    PartyRegister register;

    @Inject
    Changes changes;

    /** An entry of a list, as a person names it. */
    record Named(String list, String entryId) {}

    /**
     * One person proposes.
     *
     * @param named the entries; where none is named, all that the names are like now
     */
    Uni<GoodGuy> propose(GoodGuy.Who who, List<Named> named, Decision decision) {
        Instant now = decision.at();
        return screener()
                .map(screener -> {
                    List<ListedParty> entries = named.isEmpty() ? hits(screener, who, now) : entries(screener, named);
                    try {
                        return GoodGuy.propose(Ids.next("ggy"), who, entries, decision, now, policy);
                    } catch (CaseRefusedException refused) {
                        throw problem(refused);
                    }
                })
                .call(goodGuys::add)
                .call(one -> record(one, decision.by()));
    }

    private static List<ListedParty> entries(Screener screener, List<Named> named) {
        List<ListedParty> entries = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            int at = i;
            entries.add(screener.entry(named.get(i).list(), named.get(i).entryId())
                    .orElseThrow(() -> Problems.unprocessable("/entries/" + at, "stands on no current list")));
        }
        return entries;
    }

    private static List<ListedParty> hits(Screener screener, GoodGuy.Who who, Instant now) {
        Subject subject = new Subject(
                who.names().get(0), who.names().subList(1, who.names().size()), who.country());
        List<Finding.Hit> hits = screener.screen(subject, now).hits();
        if (hits.isEmpty()) {
            throw Problems.unprocessable("/names", "are like no listed name: there is nothing to clear");
        }
        return hits.stream()
                .map(hit -> screener.entry(hit.list(), hit.entryId()).orElseThrow())
                .toList();
    }

    /** Another person agrees; the parties that it may clear are screened again as soon as may be. */
    Uni<GoodGuy> agree(String id, @Nullable String ifMatch, Decision decision) {
        return step(
                        id,
                        ifMatch,
                        decision.by(),
                        (one, screener) -> one.agree(
                                decision,
                                pair -> screener.entry(pair.list(), pair.entryId())
                                        .orElse(null),
                                policy))
                .call(goodGuys::screenSoon);
    }

    /** What one person has proposed is not to be, or what two have decided holds no more: the parties that it has cleared are held again. */
    Uni<GoodGuy> end(String id, @Nullable String ifMatch, String by, Instant now) {
        return step(id, ifMatch, by, (one, screener) -> switch (one.state()) {
            case PROPOSED -> one.ended(GoodGuy.State.REFUSED, now);
            case APPROVED -> one.ended(GoodGuy.State.REVOKED, now);
            case REFUSED, REVOKED, EXPIRED -> throw Problems.conflict("It has ended already.");
        });
    }

    private Uni<GoodGuy> step(
            String id, @Nullable String ifMatch, String by, BiFunction<GoodGuy, Screener, GoodGuy> step) {
        return screener()
                .chain(screener -> goodGuys.goodGuy(id)
                        .map(found -> found.orElseThrow(() -> Problems.notFound("good guy", id)))
                        .invoke(one -> ETags.require(ifMatch, one.version()))
                        .map(one -> step.apply(one, screener))
                        .onFailure(CaseRefusedException.class)
                        .transform(refused -> problem((CaseRefusedException) refused))
                        .call(goodGuys::update)
                        .call(one -> record(one, by))
                        .call(one -> screenCleared(one, screener)));
    }

    /** Ends those whose last day has passed. */
    Uni<Integer> endRunOut(LocalDate today, Instant now, int most) {
        return goodGuys.runOut(today, most)
                .chain(late -> late.isEmpty()
                        ? Uni.createFrom().item(0)
                        : screener().chain(screener -> {
                            Uni<Void> ended = Uni.createFrom().voidItem();
                            for (String id : late) {
                                ended = ended.chain(() -> goodGuys.goodGuy(id))
                                        .chain(found -> endRunOut(found.orElseThrow(), screener, now));
                            }
                            return ended.replaceWith(late.size());
                        }));
    }

    /** Read under the lock: another replica may have been here. */
    private Uni<Void> endRunOut(GoodGuy one, Screener screener, Instant now) {
        if (one.state() != GoodGuy.State.APPROVED) {
            return Uni.createFrom().voidItem();
        }
        GoodGuy next = one.ended(GoodGuy.State.EXPIRED, now);
        return goodGuys.update(next).chain(() -> record(next, null)).chain(() -> screenCleared(next, screener));
    }

    private Uni<Void> screenCleared(GoodGuy one, Screener screener) {
        return goodGuys.clearedBy(one.id()).chain(parties -> {
            Uni<Void> screened = Uni.createFrom().voidItem();
            for (int from = 0; from < parties.size(); from += BATCH) {
                List<String> batch = parties.subList(from, Math.min(parties.size(), from + BATCH));
                screened = screened.chain(() -> register.screenDecided(screener, batch))
                        .replaceWithVoid();
            }
            return screened;
        });
    }

    private Uni<Screener> screener() {
        return lists.heldAlone()
                .map(screener -> screener.orElseThrow(
                        () -> Problems.conflict("No screening list is loaded: import one first.")));
    }

    private Uni<Long> record(GoodGuy one, @Nullable String by) {
        return changes.record(new Change(
                null, one.id(), one.version(), "dev.portcullis.good-guy.changed", null, GoodGuyFact.of(one, by)));
    }

    private static RuntimeException problem(CaseRefusedException refused) {
        String message = String.valueOf(refused.getMessage());
        return switch (refused.why()) {
            case WRONG_STATE, OVERTAKEN -> Problems.conflict(message);
            case SAME_PERSON -> Problems.forbidden(message);
            case INCOMPLETE -> Problems.unprocessable("", message);
        };
    }
}
