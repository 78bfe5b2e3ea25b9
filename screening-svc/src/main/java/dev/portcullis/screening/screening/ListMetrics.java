package dev.portcullis.screening.screening;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Age and size of the current edition as metrics. */
@ApplicationScoped
public class ListMetrics {
    @Inject
    MeterRegistry metrics;

    @Inject
    CurrentLists lists;

    void register(@Observes StartupEvent start) {
        Gauge.builder("portcullis.screening.list.age", this, ListMetrics::ageSeconds)
                .description("Time since the current edition was taken in; not a number where none was")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("portcullis.screening.list.entries", this, ListMetrics::entries)
                .description("Entries of the current edition")
                .register(metrics);
    }

    private double ageSeconds() {
        return lists.latest()
                .map(screener -> Duration.between(screener.edition().loadedAt(), Instant.now()))
                .map(age -> age.toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    private double entries() {
        return lists.latest().map(screener -> screener.edition().entries()).orElse(0);
    }
}
