package dev.portcullis.screening.risk;

import dev.portcullis.screening.signal.SignalRegister;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Raises a signal for each change of a Country Group that a newer edition of the service's tables brings, once: a month before it
 * takes effect at the earliest, and not where it took effect longer ago than a quarter of a year, which is no news.
 */
@ApplicationScoped
public class CountryGroupSignals {
    private static final Logger LOG = Logger.getLogger(CountryGroupSignals.class);
    private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");
    private static final int DAYS_BACK = 92;
    private static final int DAYS_AHEAD = 31;

    private final CountryGroups groups = CountryGroups.shipped();

    @Inject
    SignalRegister register;

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        LocalDate today = LocalDate.now(WASHINGTON);
        return tell(groups.changes(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD)))
                .onFailure()
                .invoke(e -> LOG.warnf("changes of Country Groups are looked at again later: %s", e));
    }

    Uni<Void> tell(List<CountryGroups.Change> changes) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (CountryGroups.Change change : changes) {
            String origin = "country-group:" + change.effective() + ":" + change.country() + ":" + change.group() + ":"
                    + (change.added() ? "ADDED" : "REMOVED");
            told = told.chain(() ->
                            Panache.withTransaction(() -> register.raise(origin, RiskNews.of(change), null, null)))
                    .replaceWithVoid();
        }
        return told;
    }
}
