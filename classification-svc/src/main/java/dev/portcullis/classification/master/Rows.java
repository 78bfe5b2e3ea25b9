package dev.portcullis.classification.master;

import dev.portcullis.classification.item.Documents;
import dev.portcullis.classification.master.RowCheck.CheckedRow;
import dev.portcullis.platform.problem.Problem.FieldError;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of imports. */
@ApplicationScoped
public class Rows {
    private static final String ADD = """
            insert into product_row (import_id, line, state, part_number, body, errors)
            select :import, line, state, "partNumber", body, errors
            from json_to_recordset(cast(cast(:rows as text) as json))
                as r (line integer, state text, "partNumber" text, body text, errors text)""";
    private static final String REPEATED = """
            update product_row r set state = 'INVALID', body = null, errors = :errors
            from (select part_number, min(line) as first from product_row
                  where import_id = :import and part_number is not null and state = 'CHECKED'
                  group by part_number having count(*) > 1) d
            where r.import_id = :import and r.part_number = d.part_number and r.line > d.first and r.state = 'CHECKED'""";
    private static final String COUNT =
            "select count(*), count(*) filter (where state = 'INVALID') from product_row where import_id = :import";
    private static final String DUE =
            "select line, body from product_row where import_id = :import and state = 'CHECKED' order by line limit :most";
    private static final String DONE = """
            update product_row set state = :state, item_id = :item, errors = :errors, body = null
            where import_id = :import and line = :line""";
    private static final String LIST = """
            select line, state, part_number, item_id, errors from product_row
            where import_id = :import and line > :after and (:state = '' or state = :state) order by line limit :most""";

    @Inject
    Documents documents;

    /** Adds rows. */
    Uni<Void> add(String importId, List<CheckedRow> rows) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("import", importId)
                        .setParameter("rows", documents.write(rows))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Marks rows whose part number an earlier row has: which of them should count, nobody could say. */
    Uni<Void> refuseRepeated(String importId) {
        String errors =
                documents.write(List.of(new FieldError("/partNumber", null, "is that of an earlier row of this file")));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REPEATED)
                        .setParameter("import", importId)
                        .setParameter("errors", errors)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** How many rows there are, and how many of them are not in order. */
    Uni<int[]> count(String importId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT, Object[].class)
                        .setParameter("import", importId)
                        .getSingleResult())
                .map(row -> new int[] {((Number) row[0]).intValue(), ((Number) row[1]).intValue()});
    }

    /** The next rows to be applied. */
    Uni<List<Due>> due(String importId, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DUE, Object[].class)
                        .setParameter("import", importId)
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row ->
                                new Due(((Number) row[0]).intValue(), documents.read((String) row[1], MasterRow.class)))
                        .toList());
    }

    /** Says what became of a row. */
    Uni<Void> done(
            String importId, int line, RowState state, @Nullable String itemId, @Nullable List<FieldError> errors) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DONE)
                        .setParameter("state", state.name())
                        .setParameter("item", itemId)
                        .setParameter("errors", errors == null ? null : documents.write(errors))
                        .setParameter("import", importId)
                        .setParameter("line", line)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Rows in the order of the file, after a line; of one state, or of any for null. */
    Uni<List<RowView>> after(String importId, @Nullable RowState state, int line, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LIST, Object[].class)
                        .setParameter("import", importId)
                        .setParameter("after", line)
                        .setParameter("state", state == null ? "" : state.name())
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new RowView(
                                ((Number) row[0]).intValue(),
                                RowState.valueOf((String) row[1]),
                                (String) row[2],
                                (String) row[3],
                                (String) row[4]))
                        .toList());
    }

    /** A row whose turn it is. */
    record Due(int line, MasterRow row) {}
}
