package dev.portcullis.classification.mlflow;

import dev.portcullis.classification.item.Documents;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.MutationQuery;
import org.jspecify.annotations.Nullable;

/** The versions that are followed. Needs a transaction. */
@ApplicationScoped
public class Versions {
    /** How long a version that one replica looks at is left alone by the others. */
    private static final String LEASE = "5 minutes";

    private static final String ASK = """
            insert into mlflow_version (name, version, due_at) values (:name, :version, now())
            on conflict (name, version) do update set due_at = now(), asked = mlflow_version.asked + 1, attempts = 0, gone = false""";
    private static final String ADD = """
            insert into mlflow_version (name, version, due_at)
            select item ->> 'name', item ->> 'version', now() from json_array_elements(cast(cast(:keys as text) as json)) item
            on conflict (name, version) do update set due_at = now(), gone = false where mlflow_version.gone""";
    private static final String CLAIM = """
            update mlflow_version v set due_at = now() + interval '%s', attempts = attempts + 1
            where (name, version) = (
                select w.name, w.version from mlflow_version w left join item i on i.id = w.item_id
                where w.due_at <= now() or (w.due_at is null and not w.gone and i.version <> w.item_version)
                order by w.due_at nulls last limit 1 for update of w skip locked)
            returning name, version, item_id, facts_sha256, written, asked""".formatted(LEASE);
    private static final String DONE = """
            update mlflow_version set due_at = case when asked = :asked then null else now() end, attempts = 0,
                   item_version = :itemVersion, written = :written, fault = null, looked_at = now(), gone = false
            where name = :name and version = :version""";
    private static final String GONE = """
            update mlflow_version set due_at = case when asked = :asked then null else now() end, attempts = 0, looked_at = now(),
                   gone = true, fault = 'The registry has this version no more.'
            where name = :name and version = :version""";
    private static final String MADE = """
            update mlflow_version set item_id = :item, facts_sha256 = :facts, facts_fault = :fault
            where name = :name and version = :version""";
    private static final String LATER = """
            update mlflow_version set due_at = now() + least(power(2, least(attempts, 12)), 3600) * interval '1 second', fault = :fault
            where name = :name and version = :version""";
    private static final String KNOWN = """
            select name, version, written from mlflow_version
            where (name, version) in (
                select item ->> 'name', item ->> 'version' from json_array_elements(cast(cast(:keys as text) as json)) item)""";

    @Inject
    Documents documents;

    /** Has a version looked at now. */
    Uni<Void> ask(VersionKey key) {
        return session(ASK, key, query -> query).replaceWithVoid();
    }

    /** Has those looked at that are not known yet, or were gone and are there again. */
    Uni<Integer> add(Collection<VersionKey> keys) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("keys", documents.write(keys))
                        .executeUpdate());
    }

    /** Takes the next version that has to be looked at; null where none has. */
    Uni<@Nullable Claimed> claim() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(CLAIM, Object[].class).getResultList())
                .map(rows -> rows.isEmpty() ? null : claimed(rows.get(0)));
    }

    private Claimed claimed(Object[] row) {
        return new Claimed(
                new VersionKey((String) row[0], (String) row[1]),
                (String) row[2],
                (String) row[3],
                row[4] == null ? null : documents.read((String) row[4], ExportTags.class),
                ((Number) row[5]).longValue());
    }

    /**
     * Notes the item that a version became, or that its datasheet was made of other facts.
     *
     * @param facts their digest
     * @param fault which of them could not be used, and why
     */
    Uni<Void> made(VersionKey key, String itemId, String facts, @Nullable String fault) {
        return session(
                        MADE,
                        key,
                        query -> query.setParameter("item", itemId)
                                .setParameter("facts", facts)
                                .setParameter("fault", cut(fault)))
                .replaceWithVoid();
    }

    /**
     * Ends a look. What was asked in the meantime is looked at next.
     *
     * @param written what is written back now
     */
    Uni<Void> done(Claimed claimed, long itemVersion, ExportTags written) {
        return session(
                        DONE,
                        claimed.key(),
                        query -> query.setParameter("asked", claimed.asked())
                                .setParameter("itemVersion", itemVersion)
                                .setParameter("written", documents.write(written)))
                .replaceWithVoid();
    }

    /** Ends a look at a version that the registry has no more. */
    Uni<Void> gone(Claimed claimed) {
        return session(GONE, claimed.key(), query -> query.setParameter("asked", claimed.asked()))
                .replaceWithVoid();
    }

    /** Has a version looked at again later, the later the more often it failed. */
    Uni<Void> later(VersionKey key, String fault) {
        return session(LATER, key, query -> query.setParameter("fault", cut(fault)))
                .replaceWithVoid();
    }

    /** What was written to versions that are known. */
    Uni<Map<VersionKey, ExportTags>> written(Collection<VersionKey> keys) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KNOWN, Object[].class)
                        .setParameter("keys", documents.write(keys))
                        .getResultList())
                .map(rows -> rows.stream()
                        .filter(row -> row[2] != null)
                        .collect(Collectors.toMap(
                                row -> new VersionKey((String) row[0], (String) row[1]),
                                row -> documents.read((String) row[2], ExportTags.class))));
    }

    private static @Nullable String cut(@Nullable String fault) {
        return fault == null ? null : Texts.plain(fault, 1000);
    }

    private static Uni<Integer> session(String sql, VersionKey key, UnaryOperator<MutationQuery> rest) {
        return Panache.getSession()
                .chain(session -> rest.apply(session.createNativeQuery(sql)
                                .setParameter("name", key.name())
                                .setParameter("version", key.version()))
                        .executeUpdate());
    }

    /**
     * A version that is looked at.
     *
     * @param itemId the item that it became; null as long as it is none
     * @param facts digest of the facts that its datasheet was made by
     * @param written the tags that were written last
     * @param asked how often it was asked for
     */
    record Claimed(
            VersionKey key,
            @Nullable String itemId,
            @Nullable String facts,
            @Nullable ExportTags written,
            long asked) {}
}
