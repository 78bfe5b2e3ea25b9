package dev.portcullis.screening.screening;

import dev.portcullis.screening.list.Edition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness of the screening list. Not ready until the stored edition was read into memory. Ready without any edition: a list
 * can then be imported and parties be registered, but no party has a screening, and what has none permits nothing.
 */
@Readiness
@ApplicationScoped
public class ListHealth implements HealthCheck {
    @Inject
    CurrentLists lists;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health =
                HealthCheckResponse.named("screening-list").status(lists.isRead());
        Optional<Edition> current = lists.latest().map(Screener::edition);
        if (!lists.isRead()) {
            health.withData("reason", "the current edition is still being read");
        } else if (current.isEmpty()) {
            health.withData("reason", "no screening list loaded: no party is screened");
        }
        current.ifPresent(edition -> health.withData("edition", edition.id())
                .withData("entries", edition.entries())
                .withData(
                        "ageHours",
                        Duration.between(edition.loadedAt(), Instant.now()).toHours()));
        return health.build();
    }
}
