package dev.portcullis.classification.mlflow;

import dev.portcullis.classification.item.Documents;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists what is followed and what was noticed. Needs a session. */
@ApplicationScoped
public class Overview {
    private static final String VERSIONS = """
            select name, version, item_id, written, due_at is not null, gone, nullif(concat_ws('; ', facts_fault, fault), ''), alarms, looked_at from mlflow_version
            where (name, version) > (:name, :version) order by name, version limit :most""";
    private static final String ALARMS = """
            select id, name, version, tag, expected, found, at from mlflow_alarm where id < :before order by id desc limit :most""";

    @Inject
    Documents documents;

    /** Versions in the order of their names, after one. */
    Uni<List<VersionView>> versions(String afterName, String afterVersion, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(VERSIONS, Object[].class)
                        .setParameter("name", afterName)
                        .setParameter("version", afterVersion)
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream().map(this::version).toList());
    }

    private VersionView version(Object[] row) {
        ExportTags tags = row[3] == null ? null : documents.read((String) row[3], ExportTags.class);
        return new VersionView(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                tags == null ? null : new VersionView.Tags(tags.eccn(), tags.status(), tags.record()),
                (Boolean) row[4],
                (Boolean) row[5],
                (String) row[6],
                ((Number) row[7]).intValue(),
                instant(row[8]));
    }

    /** Alarms, the newest first, before one. */
    Uni<List<AlarmView>> alarms(long before, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ALARMS, Object[].class)
                        .setParameter("before", before)
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new AlarmView(
                                ((Number) row[0]).longValue(),
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                (String) row[4],
                                (String) row[5],
                                instantOf(row[6])))
                        .toList());
    }

    private static @Nullable Instant instant(@Nullable Object at) {
        return at == null ? null : instantOf(at);
    }

    private static Instant instantOf(Object at) {
        return at instanceof Instant instant ? instant : ((OffsetDateTime) at).toInstant();
    }
}
