package dev.portcullis.screening.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps editions and says which one is current. An edition's rows never change; the current one is a reference in one row,
 * whose lock orders imports and screenings. All operations run in the caller's transaction.
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

    /**
     * The id of the current edition, where one was taken in. Until the transaction ends, no other edition takes its place.
     */
    public Uni<Optional<String>> currentAndHeld(String source) {
        return current(source, "for share");
    }

    /** The id of the current edition; it may be another one right after. */
    public Uni<Optional<String>> current(String source) {
        return current(source, "");
    }

    /** The id of the current edition; screenings wait until the transaction has ended. */
    public Uni<Optional<String>> currentAndLocked(String source) {
        return current(source, "for update");
    }

    private static Uni<Optional<String>> current(String source, String lock) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select current_edition from screening_list where source = :source " + lock,
                                String.class)
                        .setParameter("source", source)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Lets one import of a source run at a time. */
    public Uni<Void> holdImports(String source) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtext(:source))) as held",
                                Integer.class)
                        .setParameter("source", "import of " + source)
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

    /** The current edition, where one was taken in. */
    public Uni<Optional<Edition>> currentEdition(String source) {
        return current(source)
                .chain(id ->
                        id.map(this::edition).orElseGet(() -> Uni.createFrom().item(Optional.empty())));
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
                row.digest,
                row.bytes,
                read(row.counts, new TypeReference<>() {}),
                row.quarantined,
                read(row.quarantine, new TypeReference<>() {}),
                row.loadedAt,
                row.loadedBy);
    }

    private EditionRow row(Edition edition) {
        EditionRow row = new EditionRow();
        row.id = edition.id();
        row.source = edition.source();
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
