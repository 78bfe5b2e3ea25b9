package dev.portcullis.screening.screening;

import dev.portcullis.screening.list.Edition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness of the screening lists. Not ready until the stored editions were read into memory. Ready without any edition: a list
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
        List<LoadedEdition> current = lists.latest().map(Screener::editions).orElse(List.of());
        if (!lists.isRead()) {
            health.withData("reason", "the current editions are still being read");
        } else if (current.isEmpty()) {
            health.withData("reason", "no screening list loaded: no party is screened");
        }
        Instant now = Instant.now();
        if (!current.isEmpty()) {
            health.withData(
                            "entries",
                            current.stream()
                                    .mapToInt(loaded -> loaded.edition().entries())
                                    .sum())
                    .withData(
                            "ageHours",
                            current.stream()
                                    .mapToLong(loaded -> Duration.between(
                                                    loaded.edition().loadedAt(), now)
                                            .toHours())
                                    .max()
                                    .orElse(0));
        }
        for (LoadedEdition loaded : current) {
            Edition edition = loaded.edition();
            long hours = Duration.between(edition.loadedAt(), now).toHours();
            health.withData(
                    edition.source(),
                    "edition " + edition.id() + ", " + edition.entries() + " entries, taken in " + hours + " hours ago"
                            + (edition.published() == null ? "" : ", published " + edition.published()));
        }
        return health.build();
    }
}
