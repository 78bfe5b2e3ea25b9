package dev.portcullis.licensing.moving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.portcullis.licensing.moving.LicenseCheckUp.Checked;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The stored imports. Everything runs in the caller's transaction. */
@ApplicationScoped
class LicenseImports {
    private static final String COLUMNS = """
            id, state, mapping, sha256, dry_run, skip_invalid, lines, licenses, invalid, applied, unchanged, failed, created_at,
            changed_at, subject""";
    private static final String ADD = """
            insert into license_import (id, state, mapping, sha256, dry_run, skip_invalid, lines, licenses, invalid, subject,
                created_at, changed_at)
            values (:id, :state, :mapping, :sha256, :dry, :skip, :lines, :licenses, :invalid, :subject, :at, :at)""";
    private static final String ADD_ITEMS = """
            insert into license_import_item (import_id, ordinal, number, first_line, state, body, errors)
            select :import, ordinal, number, "firstLine", state, body, errors
            from json_to_recordset(cast(cast(:items as text) as json))
                as i (ordinal integer, number text, "firstLine" integer, state text, body text, errors text)""";
    private static final String FIND = "select " + COLUMNS + " from license_import where id = :id";
    private static final String LIST =
            "select " + COLUMNS + " from license_import where id < :before order by id desc limit :most";
    private static final String NEXT = "select " + COLUMNS
            + " from license_import where state = 'QUEUED' order by id limit 1 for update skip locked";
    private static final String ITEMS = """
            select ordinal, number, first_line, state, license_id, errors from license_import_item
            where import_id = :import and ordinal > :after and (:state = '' or state = :state) order by ordinal limit :most""";
    private static final String DUE = """
            select ordinal, first_line, body from license_import_item where import_id = :import and state = 'CHECKED'
            order by ordinal limit 1""";
    private static final String DONE_ITEM = """
            update license_import_item set state = :state, license_id = :license, errors = :errors, body = null
            where import_id = :import and ordinal = :ordinal and state = 'CHECKED'""";
    private static final String COUNT = """
            update license_import set applied = applied + :applied, unchanged = unchanged + :unchanged, failed = failed + :failed,
                changed_at = :at
            where id = :id""";
    private static final String END = "update license_import set state = 'DONE', changed_at = :at where id = :id";

    @Inject
    ObjectMapper json;

    @Inject
    Changes changes;

    /** What was sent, and how. */
    record Sent(String mapping, String sha256, boolean dryRun, boolean skipInvalid, int lines) {}

    /** A license whose turn it is. */
    record Due(int ordinal, int firstLine, MovedLicense license) {}

    /** An import whose turn it is, and who sent it. */
    record Turn(ImportView view, String subject) {}

    Uni<ImportView> add(Sent sent, List<Checked> checked, String subject, Instant now) {
        String id = Ids.next("lim");
        int invalid = Math.toIntExact(
                checked.stream().filter(one -> one.body() == null).count());
        boolean refused = invalid > 0 && !sent.skipInvalid() || invalid == checked.size();
        ImportView.State state =
                refused ? ImportView.State.REFUSED : sent.dryRun() ? ImportView.State.CHECKED : ImportView.State.QUEUED;
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("id", id)
                        .setParameter("state", state.name())
                        .setParameter("mapping", sent.mapping())
                        .setParameter("sha256", sent.sha256())
                        .setParameter("dry", sent.dryRun())
                        .setParameter("skip", sent.skipInvalid())
                        .setParameter("lines", sent.lines())
                        .setParameter("licenses", checked.size())
                        .setParameter("invalid", invalid)
                        .setParameter("subject", subject)
                        .setParameter("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(ADD_ITEMS)
                                .setParameter("import", id)
                                .setParameter("items", items(checked, state))
                                .executeUpdate()))
                .chain(() -> find(id))
                .call(view -> record(view, 1));
    }

    Uni<ImportView> find(String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .map(row -> {
                    if (row == null) {
                        throw Problems.notFound("import", id);
                    }
                    return view(row);
                });
    }

    /** Imports, the last first, before one. */
    Uni<List<ImportView>> before(@Nullable String id, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LIST, Object[].class)
                        .setParameter("before", id == null ? "~" : id)
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream().map(LicenseImports::view).toList());
    }

    Uni<List<ItemView>> items(String importId, ItemView.@Nullable State state, int after, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ITEMS, Object[].class)
                        .setParameter("import", importId)
                        .setParameter("state", state == null ? "" : state.name())
                        .setParameter("after", after)
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream().map(this::item).toList());
    }

    /** The first that has licenses to record, locked; null where there is none that no other replica works at. */
    Uni<@Nullable Turn> next() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(NEXT, Object[].class).getSingleResultOrNull())
                .map(row -> row == null ? null : new Turn(view(row), (String) row[14]));
    }

    /** The next license of an import; null where none is left. */
    Uni<@Nullable Due> due(String importId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DUE, Object[].class)
                        .setParameter("import", importId)
                        .getSingleResultOrNull())
                .map(row -> row == null
                        ? null
                        : new Due(
                                ((Number) row[0]).intValue(),
                                ((Number) row[1]).intValue(),
                                read((String) row[2], new TypeReference<MovedLicense>() {})));
    }

    /** Says what became of a license. */
    Uni<Void> done(
            String importId,
            int ordinal,
            ItemView.State state,
            @Nullable String licenseId,
            List<Fault> faults,
            Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DONE_ITEM)
                        .setParameter("state", state.name())
                        .setParameter("license", licenseId)
                        .setParameter("errors", faults.isEmpty() ? null : write(faults))
                        .setParameter("import", importId)
                        .setParameter("ordinal", ordinal)
                        .executeUpdate()
                        .chain(count -> session.createNativeQuery(COUNT)
                                .setParameter("applied", state == ItemView.State.APPLIED ? count : 0)
                                .setParameter("unchanged", state == ItemView.State.UNCHANGED ? count : 0)
                                .setParameter("failed", state == ItemView.State.FAILED ? count : 0)
                                .setParameter("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                                .setParameter("id", importId)
                                .executeUpdate()))
                .replaceWithVoid();
    }

    Uni<Void> end(String importId, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(END)
                        .setParameter("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .setParameter("id", importId)
                        .executeUpdate())
                .chain(() -> find(importId))
                .chain(view -> record(view, 2))
                .replaceWithVoid();
    }

    private Uni<Long> record(ImportView view, long version) {
        return changes.record(new Change(
                null,
                view.id(),
                version,
                "dev.portcullis.license-import." + view.state().name().toLowerCase(Locale.ROOT),
                null,
                new Fact(
                        view.sha256(),
                        view.mapping(),
                        view.licenses(),
                        view.invalid(),
                        view.applied(),
                        view.unchanged(),
                        view.failed())));
    }

    /** What is not recorded later is not kept either: of a dry run and of a refused file the report stays. */
    private String items(List<Checked> checked, ImportView.State state) {
        ArrayNode items = json.createArrayNode();
        int ordinal = 0;
        for (Checked one : checked) {
            items.addObject()
                    .put("ordinal", ++ordinal)
                    .put("number", one.body() == null ? null : one.number())
                    .put("firstLine", one.firstLine())
                    .put("state", one.body() == null ? ItemView.State.INVALID.name() : ItemView.State.CHECKED.name())
                    .put("body", state == ImportView.State.QUEUED ? one.body() : null)
                    .put("errors", one.faults().isEmpty() ? null : write(one.faults()));
        }
        return write(items);
    }

    private static ImportView view(Object[] row) {
        return new ImportView(
                (String) row[0],
                ImportView.State.valueOf((String) row[1]),
                (String) row[2],
                (String) row[3],
                (Boolean) row[4],
                (Boolean) row[5],
                ((Number) row[6]).intValue(),
                ((Number) row[7]).intValue(),
                ((Number) row[8]).intValue(),
                ((Number) row[9]).intValue(),
                ((Number) row[10]).intValue(),
                ((Number) row[11]).intValue(),
                instant(row[12]),
                instant(row[13]));
    }

    private ItemView item(Object[] row) {
        return new ItemView(
                ((Number) row[0]).intValue(),
                (String) row[1],
                ((Number) row[2]).intValue(),
                ItemView.State.valueOf((String) row[3]),
                (String) row[4],
                row[5] == null ? List.of() : read((String) row[5], new TypeReference<List<Fault>>() {}));
    }

    private static Instant instant(Object stored) {
        return stored instanceof OffsetDateTime time ? time.toInstant() : (Instant) stored;
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an import cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an import cannot be written", e);
        }
    }

    /** Ledger fact: a register was sent, or all of it is recorded. */
    @RegisterForReflection
    record Fact(String sha256, String mapping, int licenses, int invalid, int applied, int unchanged, int failed) {}
}
