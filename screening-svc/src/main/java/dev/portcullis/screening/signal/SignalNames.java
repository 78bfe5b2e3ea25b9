package dev.portcullis.screening.signal;

import dev.portcullis.screening.screening.Offload;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of signals, ready to be searched. What a signal names never changes, so that those which were asked for last are kept, up to {@value #MOST}
 * names together, some 40 MB. For any number of threads.
 */
@ApplicationScoped
public class SignalNames {
    private static final int MOST = 20_000;

    private final Map<String, NamedParties> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int names;

    @Inject
    Impacts impacts;

    @Inject
    Offload offload;

    /** Whom a signal names. Runs in the caller's session. */
    Uni<NamedParties> of(Signal signal) {
        NamedParties known = known(signal.id());
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return impacts.entries(signal.id())
                .chain(entries -> offload.cpu(
                        () -> NamedParties.of(entries.isEmpty() ? signal.news().parties() : List.of(), entries)))
                .invoke(named -> keep(signal.id(), named));
    }

    private synchronized @Nullable NamedParties known(String id) {
        return kept.get(id);
    }

    /** The last one stays, however many names it has. */
    private synchronized void keep(String id, NamedParties named) {
        NamedParties before = kept.put(id, named);
        names += named.size() - (before == null ? 0 : before.size());
        Iterator<NamedParties> eldest = kept.values().iterator();
        while (names > MOST && kept.size() > 1) {
            names -= eldest.next().size();
            eldest.remove();
        }
    }
}
