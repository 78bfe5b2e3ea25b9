package dev.portcullis.licensing.signal;

import dev.portcullis.contracts.SignalState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.platform.feed.FactFeeds;
import dev.portcullis.platform.transaction.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes in signals: of each the highest version, of kinds that may touch something here, as long as they are kept. */
@ApplicationScoped
public class SignalFeed {
    private static final int LONGEST_ID = 64;

    private final Effects effects = Effects.shipped();

    @Inject
    FactFeeds feeds;

    @Inject
    Signals signals;

    @Inject
    Transactions transactions;

    @Inject
    SignalSettings settings;

    @Inject
    Clock clock;

    void start(@Observes StartupEvent event) {
        feeds.stream(Topics.SIGNALS, SignalState.class, this::take);
    }

    private void take(List<SignalState> news) {
        Instant now = clock.instant();
        Map<String, SignalState> newest = new LinkedHashMap<>();
        for (SignalState signal : news) {
            if (concerns(signal, now)) {
                newest.merge(signal.id(), signal, (a, b) -> b.version() > a.version() ? b : a);
            }
        }
        if (!newest.isEmpty()) {
            transactions.run(() -> signals.versions(List.copyOf(newest.keySet()))
                    .chain(known -> {
                        Map<String, Long> versions = new HashMap<>();
                        known.forEach(row -> versions.put((String) row[0], (Long) row[1]));
                        Uni<Void> taken = Uni.createFrom().voidItem();
                        for (SignalState signal : newest.values()) {
                            if (versions.getOrDefault(signal.id(), 0L) < signal.version()) {
                                taken = taken.chain(() -> signals.take(signal, now));
                            }
                        }
                        return taken;
                    }));
        }
    }

    private boolean concerns(SignalState signal, Instant now) {
        return effects.concern(signal.kind())
                && signal.id().length() <= LONGEST_ID
                && signal.raisedAt().isAfter(now.minus(settings.keep()));
    }
}
