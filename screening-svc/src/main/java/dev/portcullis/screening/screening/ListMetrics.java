package dev.portcullis.screening.screening;

import dev.portcullis.screening.format.ListSource;
import dev.portcullis.screening.list.Edition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Age and size of the current edition of each source as metrics. */
@ApplicationScoped
public class ListMetrics {
    @Inject
    MeterRegistry metrics;

    @Inject
    CurrentLists lists;

    void register(@Observes StartupEvent start) {
        for (ListSource source : ListSource.values()) {
            Gauge.builder("portcullis.screening.list.age", this, own -> own.ageSeconds(source))
                    .description("Time since the current edition was taken in; not a number where none was")
                    .baseUnit("seconds")
                    .tag("source", source.id())
                    .register(metrics);
            Gauge.builder("portcullis.screening.list.entries", this, own -> own.entries(source))
                    .description("Entries of the current edition")
                    .tag("source", source.id())
                    .register(metrics);
        }
    }

    private double ageSeconds(ListSource source) {
        return edition(source)
                .map(edition -> Duration.between(edition.loadedAt(), Instant.now()))
                .map(age -> age.toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    private double entries(ListSource source) {
        return edition(source).map(Edition::entries).orElse(0);
    }

    private Optional<Edition> edition(ListSource source) {
        return lists.latest().flatMap(screener -> screener.edition(source.id()));
    }
}
