package dev.portcullis.screening.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares editions of list files in the database. All operations run in the caller's transaction. */
@ApplicationScoped
public class EditionDeltas {
    /** List files whose current edition is not the one up to which differences were told; one replica at a time has a file. */
    private static final String NEWER = """
            select l.source, m.edition, l.current_edition from screening_list l left join signal_mark m on m.source = l.source
            where l.current_edition is distinct from m.edition and l.current_edition is not null
            order by l.source limit 1""";

    private static final String HOLD =
            "select 1 from (select pg_advisory_xact_lock(hashtext('differences of editions'))) as held";

    private static final String MARK = """
            insert into signal_mark (source, edition) values (:source, :edition)
            on conflict (source) do update set edition = excluded.edition""";

    private static final String DIFFERENCES = """
            select case when o.entry_id is null then 'ADDED' when n.entry_id is null then 'REMOVED' else 'CHANGED' end,
                coalesce(n.list_code, o.list_code), coalesce(n.edition, o.edition), coalesce(n.entry_id, o.entry_id),
                coalesce(n.name, o.name), cast(coalesce(n.content, o.content) -> 'countries' as text)
            from (select * from list_entry where edition = :next) n
            full join (select * from list_entry where edition = :last) o
                on o.entry_id = n.entry_id and o.list_code = n.list_code
            where o.content is distinct from n.content
            order by 2, 1, 4""";

    private static final String ADD = """
            insert into signal_entry (signal_id, edition, entry_id) select :signal, e.edition, e.entry_id
            from list_entry e where e.edition = :edition and e.entry_id = any(string_to_array(:ids, chr(10)))""";

    @Inject
    ObjectMapper json;

    /**
     * A list file with a new edition.
     *
     * @param source the file's kind
     * @param last the edition up to which differences were told; null where none was
     * @param next the current edition
     */
    record Newer(String source, @Nullable String last, String next) {}

    /** A list file whose new edition is to be compared; nobody else compares until the transaction ends. */
    Uni<Optional<Newer>> newer() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HOLD, Integer.class)
                        .getSingleResult()
                        .chain(() ->
                                session.createNativeQuery(NEWER, Object[].class).getResultList()))
                .map(rows -> rows.stream()
                        .map(row -> new Newer((String) row[0], (String) row[1], (String) row[2]))
                        .findFirst());
    }

    /** The entries that differ. */
    Uni<List<EditionDelta.Entry>> differences(String last, String next) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DIFFERENCES, Object[].class)
                        .setParameter("next", next)
                        .setParameter("last", last)
                        .getResultList())
                .map(rows -> rows.stream().map(this::entry).toList());
    }

    /** Ties entries of an edition to a signal. */
    Uni<Void> tie(String signalId, String edition, List<String> entryIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("signal", signalId)
                        .setParameter("edition", edition)
                        .setParameter("ids", String.join("\n", entryIds))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The differences up to this edition were told. */
    Uni<Void> mark(Newer newer) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MARK)
                        .setParameter("source", newer.source())
                        .setParameter("edition", newer.next())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private EditionDelta.Entry entry(Object[] row) {
        return new EditionDelta.Entry(
                EditionDelta.Difference.valueOf((String) row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                countries((String) row[5]));
    }

    private List<String> countries(@Nullable String array) {
        List<String> countries = new ArrayList<>();
        try {
            JsonNode codes = json.readTree(array == null ? "[]" : array);
            codes.forEach(code -> countries.add(code.asText()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored entry cannot be read", e);
        }
        return countries;
    }
}
