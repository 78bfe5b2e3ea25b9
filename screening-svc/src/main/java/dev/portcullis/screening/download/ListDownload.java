package dev.portcullis.screening.download;

import dev.portcullis.screening.format.ListSource;
import dev.portcullis.screening.imports.ListImport;
import dev.portcullis.screening.imports.ReceivedFile;
import dev.portcullis.screening.screening.Offload;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the lists whose addresses are configured, each on a schedule of its own: one that fails is tried again later and stops none of the
 * others. What was fetched goes the way of an upload, so it is refused by the same rules. Several replicas may ask for the same file; the
 * second finds the edition current already.
 */
@ApplicationScoped
public class ListDownload {
    private static final Logger LOG = Logger.getLogger(ListDownload.class);

    /** Who sent a downloaded edition. */
    private static final String SENDER = "download";

    @Inject
    DownloadConfig config;

    @Inject
    ListImport imports;

    @Inject
    Offload offload;

    @Inject
    MeterRegistry metrics;

    private final Map<ListSource, Due> due = new ConcurrentHashMap<>();
    private @Nullable ListFetch fetch;

    /** When a list is asked for next, what is known of the version that it has, and how often it failed since. */
    private record Due(Instant at, ListFetch.Version version, int failures) {}

    @Scheduled(
            every = "${portcullis.screening.download.tick}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        Uni<Void> done = Uni.createFrom().voidItem();
        if (!config.enabled()) {
            return done;
        }
        Instant now = Instant.now();
        for (Map.Entry<String, String> address : config.addresses().entrySet()) {
            Optional<ListSource> source = ListSource.of(address.getKey());
            if (source.isPresent() && isDue(source.get(), now)) {
                done = done.chain(() -> download(source.get(), address.getValue()));
            }
        }
        return done;
    }

    private boolean isDue(ListSource source, Instant now) {
        Due known = due.get(source);
        return known == null || !known.at().isAfter(now);
    }

    private Uni<Void> download(ListSource source, String address) {
        ListFetch.Version known =
                Optional.ofNullable(due.get(source)).map(Due::version).orElse(ListFetch.Version.NONE);
        return offload.cpu(() -> fetch(source, address, known))
                .chain(fetched -> fetched.file()
                        .map(file -> imports.takeDownloaded(file, SENDER))
                        .orElseGet(() -> Uni.createFrom().voidItem())
                        .invoke(() -> went(source, fetched.version()))
                        // A file that was refused is not fetched again before its publisher has another one.
                        .onFailure()
                        .recoverWithUni(failure -> failed(source, fetched.version(), failure)))
                .onFailure()
                .recoverWithUni(failure -> failed(source, known, failure));
    }

    private record Fetched(Optional<ReceivedFile> file, ListFetch.Version version) {}

    private Fetched fetch(ListSource source, String address, ListFetch.Version known) {
        String date = LocalDate.now(ZoneOffset.UTC).minusDays(config.lagDays()).toString();
        try (ListFetch.Answer answer = client().fetch(URI.create(address.replace("{date}", date)), known)) {
            Optional<ReceivedFile> file =
                    answer.body() == null ? Optional.empty() : Optional.of(ReceivedFile.read(source, answer.body()));
            return new Fetched(file, answer.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized ListFetch client() {
        ListFetch known = fetch;
        if (known == null) {
            known = new ListFetch(
                    config.timeout(),
                    config.longest(),
                    config.largest(),
                    config.proxy().orElse(null));
            fetch = known;
        }
        return known;
    }

    private void went(ListSource source, ListFetch.Version version) {
        due.put(source, new Due(next(0), version, 0));
        LOG.infof("list %s was asked for at its publisher", source.id());
    }

    private Uni<Void> failed(ListSource source, ListFetch.Version version, Throwable failure) {
        int failures = Optional.ofNullable(due.get(source)).map(Due::failures).orElse(0) + 1;
        due.put(source, new Due(next(failures), version, failures));
        metrics.counter("portcullis.screening.list.download.failures", "source", source.id())
                .increment();
        LOG.warnf("list %s is asked for again later, after %d failures: %s", source.id(), failures, failure);
        return Uni.createFrom().voidItem();
    }

    private Instant next(int failures) {
        DownloadSchedule schedule = new DownloadSchedule(config.interval(), config.retry(), config.jitter());
        return Instant.now()
                .plus(schedule.next(failures, ThreadLocalRandom.current().nextDouble()));
    }
}
