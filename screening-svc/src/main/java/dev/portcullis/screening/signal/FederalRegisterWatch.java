package dev.portcullis.screening.signal;

import dev.portcullis.platform.transaction.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the Federal Register for documents of the last days and raises a signal for each that is of concern. A document is known by
 * its number, so that it may come any number of times; of replicas one asks, and after failures it waits longer each time.
 */
@ApplicationScoped
public class FederalRegisterWatch {
    private static final Logger LOG = Logger.getLogger(FederalRegisterWatch.class);
    static final String FEED = "federal-register";
    private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");

    /** Longer than all pages may take, so that two replicas never ask at once. */
    private static final Duration LEASE = Duration.ofMinutes(15);

    private final DocumentReader reader = new DocumentReader();

    @Inject
    Transactions transactions;

    @Inject
    SignalSettings settings;

    @Inject
    FederalRegisterClient client;

    @Inject
    Feeds feeds;

    @Inject
    SignalRegister register;

    @Inject
    MeterRegistry metrics;

    private volatile @Nullable Instant answered;

    @PostConstruct
    void measure() {
        Gauge.builder("portcullis.signals.federal.register.age", this, FederalRegisterWatch::ageSeconds)
                .description(
                        "Time since this replica had an answer of the Federal Register; not a number where it had none")
                .baseUnit("seconds")
                .register(metrics);
    }

    private double ageSeconds() {
        Instant last = answered;
        return last == null ? Double.NaN : Duration.between(last, Instant.now()).toMillis() / 1000.0;
    }

    @Scheduled(
            every = "${portcullis.signals.federal-register.look}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (settings.federalRegister().url().isEmpty()) {
            return;
        }
        try {
            // The address changes from day to day: what was known of yesterday's says nothing of today's.
            LocalDate today = LocalDate.now(WASHINGTON);
            URI first = client.since(today.minusDays(settings.federalRegister().days()));
            transactions
                    .run(() -> feeds.claim(FEED, first.toString(), Instant.now(), LEASE))
                    .ifPresent(claimed -> ask(first, claimed));
        } catch (RuntimeException e) {
            LOG.warnf(e, "the Federal Register is asked again later");
        }
    }

    private void ask(URI first, Feeds.Claimed claimed) {
        try {
            FederalRegisterClient.Answer answer = client.ask(first, claimed.validators());
            int raised = raise(answer.documents());
            Instant now = Instant.now();
            transactions.run(() -> feeds.answered(FEED, answer.validators(), now, now.plus(wait(0, null))));
            answered = now;
            if (answer.changed()) {
                LOG.infof(
                        "the Federal Register gave %d documents, %d of them new and of concern, %d unreadable",
                        answer.documents().size(), raised, answer.unreadable());
            }
        } catch (FeedFaultException e) {
            Instant next = Instant.now().plus(wait(claimed.failures() + 1, e.retryAfter()));
            transactions.run(() -> feeds.failed(FEED, e.getMessage(), next));
            LOG.warnf("the Federal Register %s: it is asked again at %s", e.getMessage(), next);
        }
    }

    private int raise(List<FederalRegisterDocument> documents) {
        int raised = 0;
        for (FederalRegisterDocument document : documents) {
            Optional<News> news = News.of(document, reader.read(document));
            if (news.isPresent()
                    && transactions
                            .run(() -> register.raise(FEED + ":" + document.number(), news.get(), null, null))
                            .isPresent()) {
                raised++;
            }
        }
        return raised;
    }

    private Duration wait(int failures, @Nullable Duration asked) {
        SignalSettings.FederalRegister source = settings.federalRegister();
        return new BackOff(source.every(), source.longestBackOff(), source.jitter())
                .next(
                        failures,
                        Objects.requireNonNullElse(asked, Duration.ZERO),
                        ThreadLocalRandom.current().nextDouble());
    }
}
