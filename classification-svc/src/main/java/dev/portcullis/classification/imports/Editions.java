package dev.portcullis.classification.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.classification.controllist.ControlList;
import dev.portcullis.classification.controllist.ControlListEntry;
import dev.portcullis.classification.controllist.ControlListFile;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps editions; rows never change. All operations run in the caller's session or transaction. */
@ApplicationScoped
public class Editions {
    private static final int BATCH = 200;
    private static final String COLUMNS =
            "select id, issue_date, digest, bytes, source, entries, loaded_at, loaded_by from control_list_edition ";
    private static final String INSERT = """
            insert into control_list_edition (id, issue_date, digest, bytes, source, entries, loaded_at, loaded_by)
            values (:id, :issued, :digest, :bytes, :source, :entries, :at, :by)""";
    private static final String INSERT_ENTRIES = """
            insert into control_list_entry (edition, eccn, content)
            select :edition, cast(e.content as json) ->> 'eccn', e.content
            from jsonb_array_elements_text(cast(cast(:entries as text) as jsonb)) as e(content)""";

    @Inject
    ObjectMapper json;

    /** Lets one import run at a time. */
    Uni<Void> holdImports() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtext('import of the control list'))) as held",
                                Integer.class)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** The edition of an issue date that was taken in last. */
    Uni<Optional<EditionView>> of(LocalDate issued) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                COLUMNS + "where issue_date = :issued order by id desc limit 1", Object[].class)
                        .setParameter("issued", issued)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(Editions::view));
    }

    Uni<Optional<EditionView>> edition(String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COLUMNS + "where id = :id", Object[].class)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(Editions::view));
    }

    /** Editions, those taken in last first, starting after the one with the given id. */
    Uni<List<EditionView>> page(@Nullable String after, int most) {
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(
                            COLUMNS + (after == null ? "" : "where id < :after ") + "order by id desc", Object[].class);
                    if (after != null) {
                        query.setParameter("after", after);
                    }
                    return query.setMaxResults(most).getResultList();
                })
                .map(rows -> rows.stream().map(Editions::view).toList());
    }

    /** Of each of the newest issue dates the edition taken in last, the newest issue date first. */
    Uni<List<EditionView>> inUse(int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                COLUMNS
                                        + "where id in (select max(id) from control_list_edition group by issue_date)"
                                        + " order by issue_date desc",
                                Object[].class)
                        .setMaxResults(most)
                        .getResultList())
                .map(rows -> rows.stream().map(Editions::view).toList());
    }

    /** The list of an edition. */
    Uni<ControlList> list(EditionView edition) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select content from control_list_entry where edition = :edition order by eccn",
                                String.class)
                        .setParameter("edition", edition.id())
                        .getResultList())
                .map(rows -> new ControlList(
                        edition.issueDate(),
                        edition.source(),
                        rows.stream().map(ControlListFile::entry).toList()));
    }

    /** Stores an edition with its entries. */
    Uni<Void> store(EditionView edition, ControlList list) {
        Uni<Void> stored = Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("id", edition.id())
                        .setParameter("issued", edition.issueDate())
                        .setParameter("digest", edition.digest())
                        .setParameter("bytes", edition.bytes())
                        .setParameter("source", edition.source())
                        .setParameter("entries", edition.entries())
                        .setParameter("at", edition.loadedAt())
                        .setParameter("by", edition.loadedBy())
                        .executeUpdate())
                .replaceWithVoid();
        List<ControlListEntry> entries = list.entries();
        for (int from = 0; from < entries.size(); from += BATCH) {
            List<String> batch = entries.subList(from, Math.min(entries.size(), from + BATCH)).stream()
                    .map(ControlListFile::write)
                    .toList();
            stored = stored.chain(() -> Panache.getSession()
                    .chain(session -> session.createNativeQuery(INSERT_ENTRIES)
                            .setParameter("edition", edition.id())
                            .setParameter("entries", array(batch))
                            .executeUpdate())
                    .replaceWithVoid());
        }
        return stored;
    }

    private static EditionView view(Object[] row) {
        return new EditionView(
                (String) row[0],
                (LocalDate) (row[1] instanceof java.sql.Date date ? date.toLocalDate() : row[1]),
                (String) row[2],
                ((Number) row[3]).longValue(),
                (String) row[4],
                ((Number) row[5]).intValue(),
                row[6] instanceof java.time.OffsetDateTime at ? at.toInstant() : (Instant) row[6],
                (String) row[7]);
    }

    private String array(List<String> batch) {
        try {
            return json.writeValueAsString(batch);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("entries cannot be written", e);
        }
    }
}
