package dev.portcullis.licensing.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.licensing.condition.Condition;
import dev.portcullis.licensing.condition.Conditions;
import dev.portcullis.licensing.license.License;
import dev.portcullis.licensing.license.Licenses;
import dev.portcullis.platform.pulse.Steps;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all licenses and at the conditions that are due, page by page, each page in a transaction of its own. Two replicas that look at the
 * same time raise nothing twice.
 */
@ApplicationScoped
public class AlertWatch {
    private static final Logger LOG = Logger.getLogger(AlertWatch.class);
    private static final String SHIPPED = "/licenses/alerts.json";
    private static final int PAGE = 100;

    /** Pages in one go: a hundred thousand licenses. */
    private static final int MOST = 1_000;

    private final Map<Alert.Kind, Long> open = new ConcurrentHashMap<>();

    @Inject
    Licenses licenses;

    @Inject
    Conditions conditions;

    @Inject
    Alerts alerts;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry metrics;

    @Inject
    @ConfigProperty(name = "portcullis.licenses.alerts")
    Optional<Path> own;

    private @Nullable AlertRules rules;

    void start(@Observes StartupEvent event) {
        rules = read();
        for (Alert.Kind kind : Alert.Kind.values()) {
            metrics.gauge(
                    "portcullis.licenses.alerts.open",
                    List.of(io.micrometer.core.instrument.Tag.of("kind", kind.name())),
                    open,
                    counts -> counts.getOrDefault(kind, 0L));
        }
    }

    @Scheduled(every = "${portcullis.licenses.watch}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        AlertRules now = rules;
        if (now == null) {
            return Uni.createFrom().voidItem();
        }
        Instant moment = clock.instant();
        Looking looking = new Looking(now, moment);
        return Steps.whileMore(looking::licenses, MOST)
                .chain(() -> Steps.whileMore(looking::conditions, MOST))
                .chain(() -> Panache.withSession(alerts::open))
                .invoke(counts -> {
                    open.clear();
                    open.putAll(counts);
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("licenses are looked at later: %s", failure);
                    return Uni.createFrom().voidItem();
                });
    }

    /** One look at everything, and how far it is. */
    private final class Looking {
        private final AlertRules by;
        private final Instant moment;
        private final LocalDate today;
        private @Nullable String license;
        private @Nullable Condition condition;

        Looking(AlertRules by, Instant moment) {
            this.by = by;
            this.moment = moment;
            this.today = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        }

        Uni<Boolean> licenses() {
            return Panache.withTransaction(() -> licenses.list(license, PAGE).chain(page -> {
                List<Alert.Due> due =
                        page.stream().flatMap(one -> by.of(one, today).stream()).toList();
                return raise(due)
                        .invoke(() ->
                                license = page.isEmpty() ? license : last(page).id())
                        .replaceWith(page.size() == PAGE);
            }));
        }

        Uni<Boolean> conditions() {
            return Panache.withTransaction(() -> conditions
                    .due(by.conditionsUntil(today), condition, PAGE)
                    .chain(page -> Multi.createFrom()
                            .iterable(page)
                            .onItem()
                            .transformToUniAndConcatenate(one -> licenses.get(one.licenseId())
                                    .chain(of -> raise(by.of(one, of.number(), today).stream()
                                            .toList())))
                            .collect()
                            .last()
                            .invoke(() -> condition = page.isEmpty() ? condition : page.get(page.size() - 1))
                            .replaceWith(page.size() == PAGE)));
        }

        private Uni<Integer> raise(List<Alert.Due> due) {
            return alerts.raise(due, moment).invoke(count -> {
                if (count > 0) {
                    metrics.counter("portcullis.licenses.alerts.raised").increment(count);
                }
            });
        }

        private static License last(List<License> page) {
            return page.get(page.size() - 1);
        }
    }

    private AlertRules read() {
        try (InputStream file =
                own.isEmpty() ? AlertWatch.class.getResourceAsStream(SHIPPED) : Files.newInputStream(own.get())) {
            if (file == null) {
                throw new IllegalStateException(SHIPPED + " is missing");
            }
            return AlertRules.read(new ObjectMapper().readTree(file.readNBytes(1 << 16)));
        } catch (IOException e) {
            throw new IllegalStateException("the rules of alerts cannot be read", e);
        }
    }
}
