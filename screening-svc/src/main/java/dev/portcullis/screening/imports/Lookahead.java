package dev.portcullis.screening.imports;

import dev.portcullis.screening.casefile.PartyScreening;
import dev.portcullis.screening.casefile.Weighed;
import dev.portcullis.screening.party.Parties;
import dev.portcullis.screening.party.Party;
import dev.portcullis.screening.screening.Screener;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Screens the kept parties against an edition before it becomes current and remembers those for whom it holds nothing new. They
 * may be screened again after the switch, at leisure; all others must be screened in the transaction that makes the edition
 * current, or a party could be dealt with under a screening that the service knows to be outdated.
 */
@ApplicationScoped
class Lookahead {
    private static final int PAGE = 500;

    @Inject
    Parties parties;

    @Inject
    PartyScreening screening;

    /**
     * The parties, each in the version that was looked at, for whom the edition holds nothing new. A party that has changed
     * since stands here with an old version and so counts for nothing. Takes some tens of bytes for each party.
     */
    record Untouched(Map<String, Long> versions) {
        boolean covers(String id, long version) {
            return Long.valueOf(version).equals(versions.get(id));
        }
    }

    /** Looks at all parties, page by page, holding no lock in the database. Must be called from a Vert.x context. */
    Uni<Untouched> look(Screener next) {
        return look(next, null, new Untouched(new HashMap<>()));
    }

    private Uni<Untouched> look(Screener next, @Nullable String after, Untouched found) {
        return Panache.withSession(() -> parties.page(after, PAGE)
                        .call(page -> screening
                                .weigh(next, page.stream().map(Party::kept).toList(), Instant.now())
                                .invoke(weighed -> note(page, weighed, found))))
                .chain(page -> page.size() < PAGE
                        ? Uni.createFrom().item(found)
                        : look(next, page.get(PAGE - 1).id(), found));
    }

    private static void note(List<Party> page, Map<String, Weighed> weighed, Untouched found) {
        for (Party party : page) {
            Weighed of = weighed.get(party.id());
            if (of != null && !of.finding().holdsMoreThan(party.screening())) {
                found.versions().put(party.id(), party.version());
            }
        }
    }
}
