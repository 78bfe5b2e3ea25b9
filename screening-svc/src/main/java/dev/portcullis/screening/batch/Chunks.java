package dev.portcullis.screening.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.screening.screening.Screener;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chunks of batches. All operations run in the caller's session or transaction. */
@ApplicationScoped
public class Chunks {
    private static final String ADD = """
            insert into screening_batch_chunk (batch_id, number, first_line, last_line, rows, invalid, input, errors, screened_at)
            values (:batch, :number, :first, :last, :rows, :invalid, :input, :errors, case when :rows = 0 then now() end)""";
    private static final String ARRIVING = "update screening_batch set changed_at = now() where id = :batch";
    private static final String DUE = """
            select c.batch_id, c.number, c.input, b.threshold from screening_batch_chunk c
            join screening_batch b on b.id = c.batch_id
            where b.state in ('QUEUED', 'SCREENING') and c.screened_at is null
            order by c.batch_id, c.number limit 1 for update of c skip locked""";
    private static final String PROGRESS = """
            update screening_batch set state = 'SCREENING', changed_at = now(), screened = screened + :screened,
                possible = possible + :possible, listed = listed + :listed
            where id = :batch and state in ('QUEUED', 'SCREENING')""";
    private static final String SCREENED = """
            update screening_batch_chunk set input = null, results = :results, hits = :hits, editions = :editions,
                screened_at = now()
            where batch_id = :batch and number = :number""";
    private static final String EDITIONS = """
            insert into screening_batch_editions (batch_id, editions, profile, lists)
            values (:batch, :editions, :profile, :lists) on conflict do nothing""";
    private static final String DROP = "update screening_batch_chunk set input = null where batch_id = :batch";
    private static final String COUNT = """
            select coalesce(sum(rows + invalid), 0), coalesce(sum(invalid), 0) from screening_batch_chunk where batch_id = :batch""";
    private static final String RESULTS = """
            select number, results from screening_batch_chunk
            where batch_id = :batch and number > :after and results is not null and last_line > :line and hits >= :hits
            order by number limit 1""";
    private static final String ERRORS = """
            select number, errors from screening_batch_chunk
            where batch_id = :batch and number > :after and errors is not null and last_line > :line and :hits >= 0
            order by number limit 1""";

    @Inject
    ObjectMapper json;

    /** Rows that were received together. */
    record Received(
            int number,
            int firstLine,
            int lastLine,
            int rows,
            int invalid,
            byte @Nullable [] input,
            byte @Nullable [] errors) {}

    /** A chunk whose turn it is. */
    record Due(String batchId, int number, byte[] input, double threshold) {}

    /** Lines of a chunk. */
    record Text(int number, byte[] compressed) {}

    Uni<Void> add(String batchId, Received chunk) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("batch", batchId)
                        .setParameter("number", chunk.number)
                        .setParameter("first", chunk.firstLine)
                        .setParameter("last", chunk.lastLine)
                        .setParameter("rows", chunk.rows)
                        .setParameter("invalid", chunk.invalid)
                        .setParameter("input", chunk.input)
                        .setParameter("errors", chunk.errors)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(ARRIVING)
                                .setParameter("batch", batchId)
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** The rows of a batch and how many of them are not in order. */
    Uni<int[]> count(String batchId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT, Object[].class)
                        .setParameter("batch", batchId)
                        .getSingleResult())
                .map(row -> new int[] {((Number) row[0]).intValue(), ((Number) row[1]).intValue()});
    }

    /** The next chunk to be screened, which nobody else takes until the transaction ends; null where there is none. */
    Uni<@Nullable Due> due() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DUE, Object[].class).getSingleResultOrNull())
                .map(row -> row == null
                        ? null
                        : new Due(
                                (String) row[0],
                                ((Number) row[1]).intValue(),
                                (byte[]) row[2],
                                row[3] == null ? 0 : ((Number) row[3]).doubleValue()));
    }

    /** Stores what came out for a chunk; nothing where its batch was stopped meanwhile. */
    Uni<Boolean> screened(Due chunk, Screener screener, ScreenedChunk screened) {
        String editions = screener.id() + " " + screener.profile();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PROGRESS)
                        .setParameter("screened", screened.screened())
                        .setParameter("possible", screened.possible())
                        .setParameter("listed", screened.listed())
                        .setParameter("batch", chunk.batchId)
                        .executeUpdate()
                        .chain(open -> open == 0
                                ? Uni.createFrom().item(false)
                                : session.createNativeQuery(SCREENED)
                                        .setParameter("results", screened.results())
                                        .setParameter("hits", screened.hits())
                                        .setParameter("editions", editions)
                                        .setParameter("batch", chunk.batchId)
                                        .setParameter("number", chunk.number)
                                        .executeUpdate()
                                        .chain(() -> session.createNativeQuery(EDITIONS)
                                                .setParameter("batch", chunk.batchId)
                                                .setParameter("editions", screener.id())
                                                .setParameter("profile", screener.profile())
                                                .setParameter("lists", write(screener.lists()))
                                                .executeUpdate())
                                        .replaceWith(true)));
    }

    /** Drops what was received and will not be screened. */
    Uni<Void> drop(String batchId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DROP)
                        .setParameter("batch", batchId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Results of the next chunk that reaches behind a line; null where there is none. */
    Uni<@Nullable Text> results(String batchId, int afterNumber, int afterLine, boolean onlyHits) {
        return text(RESULTS, batchId, afterNumber, afterLine, onlyHits ? 1 : 0);
    }

    /** Errors of the next chunk that reaches behind a line; null where there is none. */
    Uni<@Nullable Text> errors(String batchId, int afterNumber, int afterLine) {
        return text(ERRORS, batchId, afterNumber, afterLine, 0);
    }

    private static Uni<@Nullable Text> text(String query, String batchId, int number, int line, int hits) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(query, Object[].class)
                        .setParameter("batch", batchId)
                        .setParameter("after", number)
                        .setParameter("line", line)
                        .setParameter("hits", hits)
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : new Text(((Number) row[0]).intValue(), (byte[]) row[1]));
    }

    private String write(List<?> lists) {
        try {
            return json.writeValueAsString(lists);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the lists cannot be written", e);
        }
    }
}
