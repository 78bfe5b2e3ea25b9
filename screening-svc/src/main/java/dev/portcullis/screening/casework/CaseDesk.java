package dev.portcullis.screening.casework;

import dev.portcullis.contracts.CaseState;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.casefile.CaseFile;
import dev.portcullis.screening.casefile.CaseFiles;
import dev.portcullis.screening.casefile.CaseStep.Person;
import dev.portcullis.screening.casefile.CaseStep.Said;
import dev.portcullis.screening.cases.Case;
import dev.portcullis.screening.cases.CasePolicy;
import dev.portcullis.screening.cases.CaseRefusedException;
import dev.portcullis.screening.cases.Decision;
import dev.portcullis.screening.cases.Pair;
import dev.portcullis.screening.cases.Side;
import dev.portcullis.screening.cases.Sides;
import dev.portcullis.screening.party.Parties;
import dev.portcullis.screening.party.Party;
import dev.portcullis.screening.party.PartyRegister;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.Screener;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes the steps of people. Each runs in the caller's transaction, within {@link CurrentLists#inStep}, and locks in the one order: the current
 * editions, the party, and with it its cases.
 */
@ApplicationScoped
public class CaseDesk {
    private final CasePolicy policy = CasePolicy.shipped();

    @Inject
    CurrentLists lists;

    @Inject
    Parties parties;

    @Inject
    PartyRegister register;

    @Inject
    CaseFiles files;

    /** A case and its two sides, none of which anybody else can change until the transaction ends. */
    private record Held(CaseFile file, Party party, Screener screener) {
        Side partyNow() {
            return party.kept().side();
        }

        Side entryNow() {
            Pair pair = file.stands().pair();
            return screener.entry(pair.list(), pair.entryId())
                    .map(Sides::of)
                    .orElseThrow(() -> Problems.conflict(
                            "The entry stands on no current list any more: the case is closed by itself."));
        }

        CaseFile step(Case next, Instant now) {
            return file.step(next, now);
        }
    }

    /** Which version of a case a person has seen. */
    record Seen(String id, @Nullable String ifMatch) {}

    /** One person's answer. */
    Uni<CaseFile> propose(Seen seen, Person by, Decision decision, @Nullable String note) {
        return take(
                seen,
                CaseState.Cause.PROPOSED,
                by,
                said(decision, note),
                held -> held.step(held.file().stands().propose(decision, policy), decision.at()));
    }

    /** Another person agrees: the party is screened again with what is decided. */
    Uni<CaseFile> agree(Seen seen, Person by, Decision decision, @Nullable String note) {
        return takeAndScreen(
                seen,
                CaseState.Cause.DECIDED,
                by,
                said(decision, note),
                held -> held.step(
                        held.file().stands().agree(decision, held.partyNow(), held.entryNow(), policy), decision.at()));
    }

    /** The proposal does not hold, or who proposed takes it back. */
    Uni<CaseFile> sendBack(Seen seen, Person by, String reason, Instant now) {
        return take(
                seen,
                CaseState.Cause.SENT_BACK,
                by,
                Said.note(reason),
                held -> held.step(held.file().stands().sendBack(), now));
    }

    /** What was decided is taken back: the party is screened again without it. */
    Uni<CaseFile> reopen(Seen seen, Person by, String reason, Instant now) {
        return takeAndScreen(
                seen,
                CaseState.Cause.REOPENED,
                by,
                Said.note(reason),
                held -> held.step(held.file().stands().reopen(held.partyNow(), held.entryNow(), now, policy), now));
    }

    /** Somebody is to look at it, or nobody. */
    Uni<CaseFile> assign(Seen seen, Person by, @Nullable String to, Instant now) {
        return take(
                seen,
                CaseState.Cause.ASSIGNED,
                by,
                new Said(null, null, List.of(), to),
                held -> held.file().assigned(to, now));
    }

    /** Somebody writes something down, or ties a document to the case, which decides nothing. */
    Uni<CaseFile> note(Seen seen, CaseState.Cause cause, Person by, Said said, Instant now) {
        return take(seen, cause, by, said, held -> held.step(held.file().stands(), now));
    }

    private static Said said(Decision decision, @Nullable String note) {
        return new Said(decision, note, List.of(), null);
    }

    private Uni<CaseFile> take(Seen seen, CaseState.Cause cause, Person by, Said said, Function<Held, CaseFile> step) {
        return hold(seen).chain(held -> step(held, step, cause, by, said));
    }

    private Uni<CaseFile> takeAndScreen(
            Seen seen, CaseState.Cause cause, Person by, Said said, Function<Held, CaseFile> step) {
        return hold(seen)
                .chain(held -> step(held, step, cause, by, said)
                        .chain(() -> register.screenDecided(
                                held.screener(), List.of(held.party().id()))))
                .chain(() -> files.file(seen.id()))
                .map(found -> found.orElseThrow());
    }

    private Uni<CaseFile> step(Held held, Function<Held, CaseFile> step, CaseState.Cause cause, Person by, Said said) {
        return Uni.createFrom()
                .item(() -> step.apply(held))
                .onFailure(CaseRefusedException.class)
                .transform(refused -> problem((CaseRefusedException) refused))
                .call(next -> files.take(next, cause, by, said));
    }

    private Uni<Held> hold(Seen seen) {
        String id = seen.id();
        return lists.held()
                .map(screener -> screener.orElseThrow(() -> Problems.conflict(
                        "No screening list is loaded, so that nobody is known to be listed: import one first.")))
                .chain(screener -> files.party(id)
                        .map(found -> found.orElseThrow(() -> Problems.notFound("case", id)))
                        .chain(parties::partyAndLock)
                        .map(party -> party.orElseThrow(() -> Problems.notFound("case", id)))
                        .chain(party -> files.file(id)
                                .map(file -> new Held(
                                        file.orElseThrow(() -> Problems.notFound("case", id)), party, screener))))
                .invoke(held -> ETags.require(seen.ifMatch(), held.file().version()));
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
