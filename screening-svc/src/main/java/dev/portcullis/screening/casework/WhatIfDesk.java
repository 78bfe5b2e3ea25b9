package dev.portcullis.screening.casework;

import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.casefile.CaseHistory;
import dev.portcullis.screening.casefile.DecidedCase;
import dev.portcullis.screening.match.Profile;
import dev.portcullis.screening.party.Parties;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.Offload;
import dev.portcullis.screening.screening.Screener;
import dev.portcullis.screening.screening.Subject;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Asks past decisions again. A threshold alone is held against the scores that people saw; other figures need the names to be matched anew, as party
 * and entry are now, with an index of the current editions that lives for the one answer.
 */
@ApplicationScoped
public class WhatIfDesk {
    /** The most decisions that are looked at. */
    static final int MOST_DECISIONS = 10_000;

    private static final String THRESHOLD = "review-threshold";

    private final AtomicBoolean busy = new AtomicBoolean();

    @Inject
    CaseHistory history;

    @Inject
    Parties parties;

    @Inject
    CurrentLists lists;

    @Inject
    Offload offload;

    /**
     * What other figures would have made of the decided cases. Must be called from a Vert.x context, outside a session.
     *
     * @param figures by their names in the profile
     */
    Uni<WhatIf> ask(Map<String, Double> figures) {
        if (figures.keySet().equals(Set.of(THRESHOLD))) {
            double threshold = figures.getOrDefault(THRESHOLD, 0.0);
            return Panache.withSession(() -> history.decided(MOST_DECISIONS + 1))
                    .map(found -> answer(
                            found,
                            one -> one.score() >= threshold ? WhatIf.Outlook.OPENED : WhatIf.Outlook.NOT_OPENED));
        }
        Screener screener =
                lists.latest().orElseThrow(() -> Problems.conflict("No screening list is loaded: import one first."));
        // An index takes as much memory as the one that is in use: one at a time.
        if (!busy.compareAndSet(false, true)) {
            throw Problems.busy();
        }
        return Uni.createFrom()
                .deferred(() -> Panache.withSession(() -> history.decided(MOST_DECISIONS + 1)
                                .chain(found -> parties.subjects(found.stream()
                                                .map(DecidedCase::party)
                                                .distinct()
                                                .toList())
                                        .map(subjects -> new Asked(found, subjects))))
                        .chain(asked -> offload.cpu(() -> {
                            Screener other = screener.with(OtherProfile.of(Profile.shipped(), figures));
                            return answer(asked.decided(), one -> outlook(other, asked.subjects(), one));
                        })))
                .eventually(() -> busy.set(false));
    }

    private record Asked(List<DecidedCase> decided, Map<String, Subject> subjects) {}

    private static WhatIf.Outlook outlook(Screener other, Map<String, Subject> subjects, DecidedCase one) {
        Subject subject = subjects.get(one.party());
        if (subject == null || other.entry(one.list(), one.entryId()).isEmpty()) {
            return WhatIf.Outlook.NOT_COMPARABLE;
        }
        boolean hit = !other.screen(
                        subject,
                        entry -> !(entry.list().equals(one.list()) && entry.id().equals(one.entryId())),
                        Instant.EPOCH)
                .hits()
                .isEmpty();
        return hit ? WhatIf.Outlook.OPENED : WhatIf.Outlook.NOT_OPENED;
    }

    private static WhatIf answer(List<DecidedCase> found, Function<DecidedCase, WhatIf.Outlook> outlook) {
        boolean truncated = found.size() > MOST_DECISIONS;
        return WhatIf.of(truncated ? found.subList(0, MOST_DECISIONS) : found, truncated, outlook);
    }
}
