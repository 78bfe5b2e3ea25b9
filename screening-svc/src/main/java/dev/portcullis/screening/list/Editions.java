package dev.portcullis.screening.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps editions and says which are current, one of each source. An edition's rows never change; what is current is one reference a source,
 * in rows whose locks order imports and screenings. All operations run in the caller's transaction.
 */
@ApplicationScoped
public class Editions implements PanacheRepositoryBase<EditionRow, String> {
    /** Entries that go to the database in one statement. */
    private static final int BATCH = 1_000;

    private static final String INSERT_ENTRIES = """
            insert into list_entry (edition, ordinal, entry_id, list_code, name, content)
            select :edition, :first + e.ordinality, e.content ->> 'id', e.content ->> 'list', e.content ->> 'name', e.content
            from jsonb_array_elements(cast(cast(:entries as text) as jsonb)) with ordinality as e(content, ordinality)""";

    @Inject
    ObjectMapper json;

    /** What is current. Until the transaction ends, nothing takes its place. */
    public Uni<Current> currentAndHeld() {
        return allCurrent("for share");
    }

    /** What is current; it may be something else right after. */
    public Uni<Current> current() {
        return allCurrent("");
    }

    /** What is current; screenings wait until the transaction has ended. */
    public Uni<Current> currentAndLocked() {
        return allCurrent("for update");
    }

    /** Always in the same order, so that two transactions never wait for each other. Rows without an edition are locked too. */
    private static Uni<Current> allCurrent(String lock) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select source, current_edition from screening_list order by source " + lock,
                                Object[].class)
                        .getResultList()
                        // The rows' locks cover the counts: they change with an edition.
                        .chain(rows -> session.createNativeQuery("select counts from word_counts_in_use", String.class)
                                .getSingleResultOrNull()
                                .map(counts -> new Current(bySource(rows), counts))));
    }

    private static Map<String, String> bySource(List<Object[]> rows) {
        Map<String, String> current = new TreeMap<>();
        for (Object[] row : rows) {
            if (row[1] != null) {
                current.put((String) row[0], (String) row[1]);
            }
        }
        return current;
    }

    /** Takes down what is current from now on. The last step of a transaction that holds {@link #currentAndLocked}. */
    public Uni<Void> noteSwitch() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into list_switch (editions, counts, switched_at)
                                select jsonb_object_agg(source, current_edition), (select counts from word_counts_in_use), clock_timestamp()
                                from screening_list where current_edition is not null""").executeUpdate())
                .replaceWithVoid();
    }

    /** What was current at an instant; nothing before the first list. */
    public Uni<Current> currentAsOf(Instant asOf) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select cast(editions as text), counts from list_switch
                                where switched_at <= :asOf order by switched_at desc, ordinal desc limit 1""", Object[].class)
                        .setParameter("asOf", asOf)
                        .getSingleResultOrNull())
                .map(row -> row == null
                        ? new Current(Map.of(), null)
                        : new Current(read((String) row[0], new TypeReference<>() {}), (String) row[1]));
    }

    /** Counts as they were stored. */
    public Uni<String> counts(String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select counts from word_counts where id = :id", String.class)
                        .setParameter("id", id)
                        .getSingleResult());
    }

    /** Stores counts and has weights taken from them from now on. */
    public Uni<Void> useCounts(String id, String counts) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into word_counts (id, counts, counted_at) values (:id, :counts, :now) on conflict (id) do nothing")
                        .setParameter("id", id)
                        .setParameter("counts", counts)
                        .setParameter("now", Instant.now())
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("update word_counts_in_use set counts = :id")
                                .setParameter("id", id)
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** Lets one import run at a time, of whatever source: each is indexed together with the editions that are current. */
    public Uni<Void> holdImports() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtext('import of a list'))) as held",
                                Integer.class)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Stores an edition with its entries; it is not current yet. */
    public Uni<Void> store(Edition edition, List<ListedParty> entries) {
        Uni<Void> stored = persist(row(edition)).chain(this::flush);
        for (int from = 0; from < entries.size(); from += BATCH) {
            int first = from;
            List<ListedParty> batch = entries.subList(first, Math.min(entries.size(), first + BATCH));
            stored = stored.chain(() -> Panache.getSession()
                    .chain(session -> session.createNativeQuery(INSERT_ENTRIES)
                            .setParameter("edition", edition.id())
                            .setParameter("first", first)
                            .setParameter("entries", write(batch))
                            .executeUpdate())
                    .replaceWithVoid());
        }
        return stored;
    }

    /** Makes a stored edition the current one. */
    public Uni<Void> makeCurrent(Edition edition) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update screening_list set current_edition = :edition where source = :source")
                        .setParameter("edition", edition.id())
                        .setParameter("source", edition.source())
                        .executeUpdate())
                .replaceWithVoid();
    }

    public Uni<Optional<Edition>> edition(String id) {
        return findById(id).map(row -> Optional.ofNullable(row).map(this::edition));
    }

    /** The current edition of a source, where one was taken in. */
    public Uni<Optional<Edition>> currentEdition(String source) {
        return current().chain(current -> edition(current, source));
    }

    /** The edition of a source among those that are or were current together. */
    public Uni<Optional<Edition>> edition(Current current, String source) {
        String id = current.editions().get(source);
        return id == null ? Uni.createFrom().item(Optional.empty()) : edition(id);
    }

    /** The entries of an edition in the order of its file. */
    public Uni<List<ListedParty>> entries(String edition) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(content as text) from list_entry where edition = :edition order by ordinal",
                                String.class)
                        .setParameter("edition", edition)
                        .getResultList())
                .map(rows -> rows.stream().map(this::entry).toList());
    }

    /** Editions of a source, the newest first, starting after the one with the given id. */
    public Uni<List<Edition>> page(String source, @Nullable String after, int count) {
        return (after == null
                        ? find("source = ?1 order by id desc", source)
                        : find("source = ?1 and id < ?2 order by id desc", source, after))
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(this::edition).toList());
    }

    private Edition edition(EditionRow row) {
        return new Edition(
                row.id,
                row.source,
                row.format,
                row.digest,
                row.bytes,
                read(row.counts, new TypeReference<>() {}),
                row.quarantined,
                read(row.quarantine, new TypeReference<>() {}),
                row.published,
                row.repaired,
                row.loadedAt,
                row.loadedBy);
    }

    private EditionRow row(Edition edition) {
        EditionRow row = new EditionRow();
        row.id = edition.id();
        row.source = edition.source();
        row.format = edition.format();
        row.published = edition.published();
        row.repaired = edition.repaired();
        row.digest = edition.digest();
        row.bytes = edition.bytes();
        row.counts = write(edition.counts());
        row.quarantined = edition.quarantined();
        row.quarantine = write(edition.quarantine());
        row.loadedAt = edition.loadedAt();
        row.loadedBy = edition.loadedBy();
        return row;
    }

    private ListedParty entry(String content) {
        return read(content, new TypeReference<>() {});
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored edition cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an edition cannot be written", e);
        }
    }
}
