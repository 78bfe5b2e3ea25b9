package dev.portcullis.screening.casefile;

import dev.portcullis.platform.id.Ids;
import dev.portcullis.screening.cases.CasePolicy;
import dev.portcullis.screening.screening.ExemptionSource;
import dev.portcullis.screening.screening.Exemptions;
import dev.portcullis.screening.screening.Offload;
import dev.portcullis.screening.screening.Screener;
import dev.portcullis.screening.screening.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Screens kept parties with what people have decided of them. All operations run in the caller's session.
 *
 * <p>Locks are taken in one order everywhere: the current editions, then parties by their ids; a party's lock is that of its cases. So a
 * screening that is stored under them has seen every decision that was committed before it, and none is committed between the two.
 */
@ApplicationScoped
public class PartyScreening {
    private final CasePolicy policy = CasePolicy.shipped();

    @Inject
    CaseFiles files;

    @Inject
    ExemptionSource exemptions;

    @Inject
    Offload offload;

    /** Screens parties; nothing is stored. By their ids. */
    public Uni<Map<String, Weighed>> weigh(Screener screener, List<Kept> parties, Instant now) {
        List<Subject> subjects = parties.stream().map(Kept::subject).toList();
        return files.ofParties(parties.stream().map(Kept::id).toList())
                .chain(known -> exemptions
                        .of(subjects)
                        .chain(others -> offload.cpu(() -> weigh(screener, parties, known, others, now))));
    }

    private Map<String, Weighed> weigh(
            Screener screener, List<Kept> parties, Map<String, List<CaseFile>> known, Exemptions others, Instant now) {
        Map<String, Weighed> weighed = new HashMap<>();
        for (Kept party : parties) {
            List<CaseFile> files = known.getOrDefault(party.id(), List.of());
            weighed.put(party.id(), Weighed.of(screener, party, files, others, now, policy, () -> Ids.next("cas")));
        }
        return weighed;
    }

    /** Stores what became of a party's cases, in the transaction that has locked the party and stores its finding. */
    public Uni<Void> keep(Weighed weighed) {
        Uni<Void> kept = Uni.createFrom().voidItem();
        for (Weighed.Moved moved : weighed.moved()) {
            kept = kept.chain(() -> moved.cause() == null
                    ? files.save(moved.file())
                    : files.take(moved.file(), moved.cause(), null, CaseStep.Said.NOTHING));
        }
        return kept;
    }
}
