package dev.portcullis.screening.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.PartyState;
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
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The stored batches. All operations run in the caller's session or transaction. */
@ApplicationScoped
public class Batches implements PanacheRepositoryBase<BatchRow, String> {
    private static final String ABANDONED =
            "delete from screening_batch where state = 'RECEIVING' and changed_at < now() - interval '1 hour'";
    private static final String OVER = """
            delete from screening_batch where state in ('REFUSED', 'CANCELED', 'DONE') and changed_at < :before""";
    private static final String AGAINST = """
            select e.editions, e.profile, e.lists, sum(c.rows), min(c.first_line), max(c.last_line)
            from screening_batch_editions e
            join screening_batch_chunk c on c.batch_id = e.batch_id and c.editions = e.editions || ' ' || e.profile
            where e.batch_id = :batch
            group by e.editions, e.profile, e.lists order by min(c.first_line)""";
    private static final String COMPLETE = """
            select id from screening_batch b where state in ('QUEUED', 'SCREENING')
            and not exists (select from screening_batch_chunk c where c.batch_id = b.id and c.screened_at is null)
            order by id limit 1""";

    @Inject
    Changes changes;

    @Inject
    ObjectMapper json;

    /** A batch that was received; fails with 404 where there is none. */
    Uni<BatchRow> require(String id) {
        return findById(id)
                .map(row -> row == null || row.state == BatchState.RECEIVING ? null : row)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("batch", id));
    }

    /** A batch that nobody else changes until the transaction ends; fails with 404 where there is none. */
    Uni<BatchRow> lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("batch", id));
    }

    /** Received ones, the last first. */
    Uni<List<BatchRow>> before(@Nullable String id, int limit) {
        return find("state <> ?1 and id < ?2", Sort.descending("id"), BatchState.RECEIVING, id == null ? "~" : id)
                .page(Page.ofSize(limit))
                .list();
    }

    /** The id of a batch of which all rows are screened and that does not say so yet; null where there is none. */
    Uni<@Nullable String> complete() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(COMPLETE, String.class).getSingleResultOrNull());
    }

    /** Removes those whose sender went away. */
    Uni<Integer> removeAbandoned() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ABANDONED).executeUpdate());
    }

    /** Removes those that ended longer ago than they are kept. */
    Uni<Integer> removeOver(Duration retention) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OVER)
                        .setParameter(
                                "before", OffsetDateTime.now(ZoneOffset.UTC).minus(retention))
                        .executeUpdate());
    }

    /** Moves a batch on and makes that known. */
    Uni<BatchView> move(BatchRow row, BatchState next, String by) {
        row.state = next;
        row.changedAt = now();
        return flush().chain(() -> view(row))
                .call(view -> changes.record(new Change(
                        null,
                        row.id,
                        next == BatchState.QUEUED || next == BatchState.REFUSED ? 1 : 2,
                        "dev.portcullis.screening-batch." + next.name().toLowerCase(Locale.ROOT),
                        null,
                        new BatchFact(
                                next,
                                row.sha256,
                                row.received,
                                row.invalid,
                                row.screened,
                                row.possible,
                                row.listed,
                                row.resultSha256,
                                view.editions().stream()
                                        .map(against -> against.editions() + " " + against.profile())
                                        .toList(),
                                by))));
    }

    /** A batch as callers see it. */
    Uni<BatchView> view(BatchRow row) {
        return against(row.id)
                .map(against -> new BatchView(
                        row.id,
                        row.state,
                        row.layout,
                        read(row.columns, new TypeReference<List<ColumnRead>>() {}),
                        row.threshold,
                        row.sha256,
                        row.bytes,
                        row.received,
                        row.invalid,
                        row.screened,
                        row.possible,
                        row.listed,
                        row.resultSha256,
                        against,
                        row.createdBy,
                        row.createdAt,
                        row.changedAt));
    }

    private Uni<List<BatchView.Against>> against(String id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(AGAINST, Object[].class)
                        .setParameter("batch", id)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new BatchView.Against(
                                (String) row[0],
                                (String) row[1],
                                ((Number) row[3]).intValue(),
                                ((Number) row[4]).intValue(),
                                ((Number) row[5]).intValue(),
                                read((String) row[2], new TypeReference<List<PartyState.ListEdition>>() {})))
                        .toList());
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored batch cannot be read", e);
        }
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
