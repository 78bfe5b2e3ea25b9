package dev.portcullis.classification.mlflow;

import dev.portcullis.platform.transaction.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Looks at everything that the registry has from time to time: deliveries are lost, and tags can be changed without one. */
@ApplicationScoped
public class Reconciliation {
    private static final Logger LOG = Logger.getLogger(Reconciliation.class);

    @Inject
    MlflowSettings settings;

    @Inject
    Transactions transactions;

    @Inject
    MlflowClient client;

    @Inject
    Versions versions;

    @Inject
    Deliveries deliveries;

    @Inject
    MeterRegistry metrics;

    private volatile long last = System.nanoTime();

    @PostConstruct
    void measure() {
        if (settings.url().isPresent()) {
            Gauge.builder(
                            "portcullis.mlflow.poll.age.seconds",
                            this,
                            poll -> poll.age().toMillis() / 1000.0)
                    .description("time since everything in the model registry was looked at")
                    .register(metrics);
        }
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - last);
    }

    // Replicas that were started together do not ask together.
    @Scheduled(
            every = "${portcullis.mlflow.poll}",
            executionMaxDelay = "${portcullis.mlflow.jitter}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        if (settings.url().isEmpty()) {
            return;
        }
        try {
            client.all(this::compare);
            last = System.nanoTime();
            transactions.run(deliveries::forget);
        } catch (RegistryFaultException e) {
            LOG.warnf("the model registry %s: it is looked at again later", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warnf(e, "the model registry is looked at again later");
        }
    }

    private void compare(List<ModelVersion> page) {
        if (page.isEmpty()) {
            return;
        }
        List<VersionKey> keys = page.stream().map(ModelVersion::key).toList();
        transactions.run(() -> versions.add(keys)
                .chain(() -> versions.written(keys))
                .chain(written -> Multi.createFrom()
                        .iterable(page.stream()
                                .filter(version -> differs(version, written))
                                .map(ModelVersion::key)
                                .toList())
                        .onItem()
                        .transformToUniAndConcatenate(versions::ask)
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }

    private static boolean differs(ModelVersion version, Map<VersionKey, ExportTags> written) {
        ExportTags tags = written.get(version.key());
        return tags != null
                && tags.byName().entrySet().stream()
                        .anyMatch(tag -> !tag.getValue().equals(version.tags().get(tag.getKey())));
    }
}
