package dev.portcullis.classification.mlflow;

import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Notices that somebody changed a tag that only this service may write: in the log, as a metric, in the ledger and in a list. */
@ApplicationScoped
public class Alarms {
    private static final Logger LOG = Logger.getLogger(Alarms.class);
    private static final String METRIC = "portcullis.mlflow.tag.alarms";
    private static final String CHANGED = "dev.portcullis.mlflow.tag-changed";
    private static final int LONGEST = 200;
    private static final String NOTE = """
            insert into mlflow_alarm (name, version, tag, expected, found) values (:name, :version, :tag, :expected, :found)""";
    private static final String COUNT = """
            update mlflow_version set alarms = alarms + 1 where name = :name and version = :version returning alarms""";

    @Inject
    Changes changes;

    @Inject
    MeterRegistry metrics;

    /**
     * The tags that somebody changed: neither as they were written last nor as they are to be.
     *
     * @param written what was written last
     * @param wanted what is to be there
     * @param found what is there
     */
    static List<Changed> changed(ExportTags written, ExportTags wanted, Map<String, String> found) {
        Map<String, String> before = written.byName();
        Map<String, String> after = wanted.byName();
        return before.entrySet().stream()
                .filter(tag -> !Objects.equals(found.get(tag.getKey()), tag.getValue())
                        && !Objects.equals(found.get(tag.getKey()), after.get(tag.getKey())))
                .map(tag -> new Changed(tag.getKey(), tag.getValue(), cut(found.get(tag.getKey()))))
                .toList();
    }

    /** Raises an alarm. Needs a transaction. */
    Uni<Void> raise(VersionKey key, Changed changed) {
        LOG.warnf("somebody changed the tag %s of the model version %s: it is written again", changed.tag(), key);
        metrics.counter(METRIC).increment();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOTE)
                        .setParameter("name", key.name())
                        .setParameter("version", key.version())
                        .setParameter("tag", changed.tag())
                        .setParameter("expected", changed.expected())
                        .setParameter("found", changed.found())
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(COUNT, Integer.class)
                                .setParameter("name", key.name())
                                .setParameter("version", key.version())
                                .getSingleResult()))
                .chain(count -> changes.record(new Change(null, "mlflow:" + key, count, CHANGED, null, changed)))
                .replaceWithVoid();
    }

    private static @Nullable String cut(@Nullable String found) {
        return found == null ? null : Texts.plain(found, LONGEST);
    }

    /**
     * A tag that somebody changed, as the ledger keeps it.
     *
     * @param expected what was written
     * @param found what is there, its beginning; absent where the tag is gone
     */
    record Changed(String tag, String expected, @Nullable String found) {}
}
