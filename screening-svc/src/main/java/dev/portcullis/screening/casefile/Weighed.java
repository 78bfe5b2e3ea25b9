package dev.portcullis.screening.casefile;

import dev.portcullis.contracts.CaseState;
import dev.portcullis.screening.cases.Case;
import dev.portcullis.screening.cases.CasePolicy;
import dev.portcullis.screening.cases.Pair;
import dev.portcullis.screening.cases.Sides;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.screening.Exemptions;
import dev.portcullis.screening.screening.Finding;
import dev.portcullis.screening.screening.Screener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What comes of screening a party of whom people may have decided something: the finding, and what becomes of the party's cases by it.
 *
 * @param finding what was found, with what is cleared told apart
 * @param moved the cases that are others now
 */
public record Weighed(Finding finding, List<Moved> moved) {
    public Weighed {
        moved = List.copyOf(moved);
    }

    /**
     * A case that is another one now.
     *
     * @param file the case as it is now
     * @param cause the step; absent where only the hit is told anew
     */
    record Moved(CaseFile file, CaseState.@Nullable Cause cause) {}

    /**
     * Screens a party.
     *
     * @param known all cases of the party
     * @param others what else people have decided of somebody of the party's names
     * @param ids gives ids to new cases
     */
    static Weighed of(
            Screener screener,
            Kept party,
            List<CaseFile> known,
            Exemptions others,
            Instant now,
            CasePolicy policy,
            Supplier<String> ids) {
        KnownPairs pairs = new KnownPairs(screener, party, known, others, now);
        Finding finding = screener.screen(party.subject(), pairs, now);
        List<Moved> moved = new ArrayList<>();
        Set<String> hit = new HashSet<>();
        for (Finding.Hit one : finding.hits()) {
            hit.add(KnownPairs.key(one.list(), one.entryId()));
            ListedParty entry = pairs.entry(one);
            CaseFile file = pairs.file(one.list(), one.entryId());
            if (file == null) {
                Pair pair = new Pair(party.id(), one.list(), one.entryId());
                Case opened = Case.open(pair, party.side(), Sides.of(entry), now, policy);
                moved.add(new Moved(
                        CaseFile.opened(ids.get(), opened, one, finding.profile(), now), CaseState.Cause.OPENED));
            } else {
                again(file, one.confirmedBy(null), finding.profile(), party, entry, now, policy, moved);
            }
        }
        boolean whole = finding.hits().size() < screener.mostHits();
        for (CaseFile file : known) {
            if (!hit.contains(KnownPairs.key(file.stands().pair()))) {
                notHit(file, whole, now, moved);
            }
        }
        return new Weighed(finding, moved);
    }

    private static void again(
            CaseFile file,
            Finding.Hit hit,
            String profile,
            Kept party,
            ListedParty entry,
            Instant now,
            CasePolicy policy,
            List<Moved> moved) {
        Case before = file.stands();
        Case next = before.hitAgain(party.side(), Sides.of(entry), now, policy);
        CaseFile told =
                Objects.equals(file.hit(), hit) && file.profile().equals(profile) ? file : file.hitting(hit, profile);
        if (!next.equals(before)) {
            // What nobody has looked at yet is told anew, and is no other question.
            boolean asBefore = before.state() == Case.State.OPEN && next.state() == Case.State.OPEN;
            moved.add(
                    asBefore
                            ? new Moved(told.standing(next), null)
                            : new Moved(told.step(next, now), CaseState.Cause.REOPENED));
        } else if (!told.equals(file)) {
            moved.add(new Moved(told, null));
        }
    }

    /** Where the answer was cut to its length, the entry may still be hit: what waits for people goes on waiting. */
    private static void notHit(CaseFile file, boolean whole, Instant now, List<Moved> moved) {
        Case next = file.stands().notHit(now);
        if (!next.equals(file.stands()) && (whole || !file.stands().waits())) {
            moved.add(new Moved(file.step(next, now), CaseState.Cause.GONE));
        }
    }
}
