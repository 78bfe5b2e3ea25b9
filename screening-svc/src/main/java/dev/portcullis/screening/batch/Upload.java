package dev.portcullis.screening.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.platform.rows.CsvRows;
import dev.portcullis.platform.rows.NdjsonRows;
import dev.portcullis.platform.rows.RawRow;
import dev.portcullis.platform.rows.UnreadableFileException;
import dev.portcullis.platform.rows.Utf8Text;
import dev.portcullis.platform.transaction.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file in: reads it row by row, checks each and stores them in chunks, so that memory holds one chunk however large the file. Until
 * the file is whole, nobody sees the batch; one whose sender goes away is removed.
 */
@ApplicationScoped
public class Upload {
    static final int MOST_ROWS = 1_000_000;

    /** Rows of a chunk, and bytes of their text: what ends it first. */
    static final int CHUNK_ROWS = 2_000;

    private static final int CHUNK_BYTES = 1 << 20;
    private static final int LONGEST_FIELD = 10_000;
    private static final int MOST_COLUMNS = 200;

    /** Files at a time. */
    private final Semaphore turn = new Semaphore(2);

    @Inject
    Transactions transactions;

    @Inject
    Batches batches;

    @Inject
    Chunks chunks;

    @Inject
    ObjectMapper json;

    /** How a file is to be taken. */
    record Wish(Layout layout, @Nullable Double threshold, String by) {}

    /** A file whose rows are stored. */
    record Received(String id, String sha256, long bytes, List<ColumnRead> columns) {}

    /**
     * Reads a file to its end, on a thread that may block.
     *
     * @throws dev.portcullis.platform.problem.ProblemException 422 where the file as a whole cannot be read; nothing of it is kept then
     */
    Received receive(InputStream body, Wish wish) {
        if (!turn.tryAcquire()) {
            throw Problems.busy();
        }
        String id = Ids.next("sbt");
        try (Counting counted = new Counting(body);
                DigestInputStream digested = new DigestInputStream(counted, Sha256.start())) {
            transactions.run(() -> batches.persist(begun(id, wish)));
            Gathering gathering = new Gathering(id);
            Utf8Text.read(digested, text -> {
                if (wish.layout == Layout.CSV) {
                    new CsvRows(LONGEST_FIELD, MOST_COLUMNS).read(text, gathering::header, gathering);
                } else {
                    new NdjsonRows(json).read(text, gathering);
                }
            });
            gathering.finish();
            return new Received(id, Sha256.hex(digested.getMessageDigest()), counted.bytes, gathering.columns);
        } catch (UnreadableFileException e) {
            forgetNow(id);
            throw Problems.unprocessable("", "was refused and nothing of it is kept: " + e.getMessage());
        } catch (IOException e) {
            forgetNow(id);
            throw Problems.malformed("The upload broke off before its end, and nothing of it was kept: send it again.");
        } catch (RuntimeException e) {
            forgetNow(id);
            throw e;
        } finally {
            turn.release();
        }
    }

    /** Ends the upload: the batch takes its place in the queue. Runs in a transaction. */
    Uni<Answer> finish(Received received, String by) {
        return batches.lock(received.id)
                .chain(row -> chunks.count(row.id).chain(counts -> {
                    row.sha256 = received.sha256;
                    row.bytes = received.bytes;
                    row.columns = write(received.columns);
                    row.received = counts[0];
                    row.invalid = counts[1];
                    return batches.move(row, row.received == row.invalid ? BatchState.REFUSED : BatchState.QUEUED, by);
                }))
                .map(view -> Answer.created("/v1/screening-batches/" + view.id(), null, view));
    }

    /** Removes an upload that came a second time. */
    Uni<Void> forget(String id) {
        return Panache.withTransaction(() -> batches.deleteById(id)).replaceWithVoid();
    }

    private void forgetNow(String id) {
        transactions.run(() -> batches.deleteById(id));
    }

    private static BatchRow begun(String id, Wish wish) {
        BatchRow row = new BatchRow();
        row.id = id;
        row.layout = wish.layout;
        row.threshold = wish.threshold;
        row.createdBy = wish.by;
        row.createdAt = Batches.now();
        row.changedAt = row.createdAt;
        return row;
    }

    private String write(List<ColumnRead> columns) {
        try {
            return json.writeValueAsString(columns);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("columns cannot be written", e);
        }
    }

    /** Gathers rows and stores them chunk by chunk. */
    private final class Gathering implements Consumer<RawRow> {
        private final String id;
        private final RowCheck check = new RowCheck(json);
        private List<ColumnRead> columns = List.of();
        private Lines sound = new Lines();
        private Lines unsound = new Lines();
        private int number;
        private int firstLine;
        private int lastLine;
        private int count;

        Gathering(String id) {
            this.id = id;
        }

        CsvRows.Columns header(List<String> cells) {
            CsvColumns read = CsvColumns.of(cells);
            columns = read.columns();
            return read;
        }

        @Override
        public void accept(RawRow raw) {
            if (++count > MOST_ROWS) {
                throw new UnreadableFileException("the file has more than " + MOST_ROWS + " rows");
            }
            firstLine = sound.size() + unsound.size() == 0 ? raw.line() : firstLine;
            lastLine = raw.line();
            RowCheck.Checked checked = check.check(raw);
            (checked.isSound() ? sound : unsound).add(checked.text());
            if (sound.size() + unsound.size() == CHUNK_ROWS || sound.length() + unsound.length() >= CHUNK_BYTES) {
                flush();
            }
        }

        private void flush() {
            Chunks.Received chunk = new Chunks.Received(
                    number++,
                    firstLine,
                    lastLine,
                    sound.size(),
                    unsound.size(),
                    sound.size() == 0 ? null : sound.compressed(),
                    unsound.size() == 0 ? null : unsound.compressed());
            sound = new Lines();
            unsound = new Lines();
            transactions.run(() -> chunks.add(id, chunk));
        }

        void finish() {
            if (count == 0) {
                throw new UnreadableFileException("the file has no row");
            }
            if (sound.size() + unsound.size() > 0) {
                flush();
            }
        }
    }

    private static final class Counting extends FilterInputStream {
        private long bytes;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            bytes += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int got = super.read(buffer, from, length);
            bytes += Math.max(0, got);
            return got;
        }
    }
}
