package dev.portcullis.classification.master;

import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stored imports. */
@ApplicationScoped
public class Imports implements PanacheRepositoryBase<ImportRow, String> {
    private static final String NEXT = """
            select id from product_import where state in ('QUEUED', 'APPLYING') order by id limit 1 for update skip locked""";
    private static final String ABANDONED =
            "delete from product_import where state = 'RECEIVING' and changed_at < now() - interval '1 hour'";

    @Inject
    Changes changes;

    Uni<ImportRow> require(String id) {
        return findById(id)
                .onItem()
                .transform(row -> row == null || row.state == ImportState.RECEIVING ? null : row)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("import", id));
    }

    /** An import that no other replica works at until the transaction ends; fails with 404 where there is none. */
    Uni<ImportRow> lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("import", id));
    }

    /** The first that has rows to apply, locked; null where there is none that no other replica works at. */
    Uni<@Nullable ImportRow> next() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT, String.class).getSingleResultOrNull())
                .chain(id -> id == null ? Uni.createFrom().nullItem() : findById(id));
    }

    /** Received ones, the last first. */
    Uni<List<ImportRow>> before(@Nullable String id, int limit) {
        return find("state <> ?1 and id < ?2", Sort.descending("id"), ImportState.RECEIVING, id == null ? "~" : id)
                .page(Page.ofSize(limit))
                .list();
    }

    /** Removes those whose sender went away. */
    Uni<Integer> removeAbandoned() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ABANDONED).executeUpdate());
    }

    /** Moves an import on and makes that known. */
    Uni<ImportView> move(ImportRow row, ImportState next, long version) {
        row.state = next;
        row.changedAt = now();
        ImportFact fact = new ImportFact(
                next,
                Objects.requireNonNull(row.sha256, "received"),
                row.received,
                row.invalid,
                row.applied,
                row.unchanged,
                row.failed);
        return flush().chain(() -> changes.record(new Change(
                        null,
                        row.id,
                        version,
                        "dev.portcullis.product-master." + next.name().toLowerCase(Locale.ROOT),
                        null,
                        fact)))
                .replaceWith(row::view);
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
