package dev.portcullis.classification.master;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.classification.item.Actor;
import dev.portcullis.classification.master.RowCheck.CheckedRow;
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
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Takes a file in: reads it row by row, checks each and stores it beside the others, so that memory holds a few hundred rows however
 * large the file. Until the file is whole, nobody sees the import; one whose sender goes away is removed.
 */
@ApplicationScoped
public class Upload {
    static final int MOST_ROWS = 200_000;
    private static final int TOGETHER = 500;

    /** Two files at a time. */
    private final Semaphore turn = new Semaphore(2);

    @Inject
    Transactions transactions;

    @Inject
    Imports imports;

    @Inject
    Rows rows;

    @Inject
    RowCheck check;

    @Inject
    ObjectMapper json;

    /** How a file is to be taken. */
    record Wish(Layout layout, boolean propose, boolean skipInvalid, Actor by) {}

    /** A file whose rows are stored. */
    record Received(String id, String sha256) {}

    /**
     * Reads a file to its end, on a thread that may block.
     *
     * @throws dev.portcullis.platform.problem.ProblemException 422 where the file as a whole cannot be read; nothing of it is kept then
     */
    Received receive(InputStream body, Wish wish) {
        if (!turn.tryAcquire()) {
            throw Problems.busy();
        }
        String id = Ids.next("pim");
        try (DigestInputStream digested = new DigestInputStream(body, Sha256.start())) {
            transactions.run(() -> imports.persist(begun(id, wish)).replaceWithVoid());
            try {
                Chunks chunks = new Chunks(id);
                read(digested, wish.layout(), chunks);
                chunks.flush();
            } catch (UnreadableFileException e) {
                throw Problems.unprocessable("", "was refused and nothing of it is kept: " + e.getMessage());
            }
            return new Received(id, Sha256.hex(digested.getMessageDigest()));
        } catch (IOException e) {
            drop(id);
            throw Problems.malformed("The upload broke off before its end, and nothing of it was kept: send it again.");
        } catch (RuntimeException e) {
            drop(id);
            throw e;
        } finally {
            turn.release();
        }
    }

    /** Ends the upload: what all rows together must hold is checked, and the import takes its place in the queue. Runs in a transaction. */
    Uni<Answer> finish(Received received) {
        return imports.lock(received.id())
                .chain(row -> rows.refuseRepeated(row.id)
                        .chain(() -> rows.count(row.id))
                        .chain(counts -> {
                            row.sha256 = received.sha256();
                            row.received = counts[0];
                            row.invalid = counts[1];
                            boolean refused = row.invalid > 0 && !row.skipInvalid || row.received == row.invalid;
                            return imports.move(row, refused ? ImportState.REFUSED : ImportState.QUEUED, 1);
                        }))
                .map(view -> Answer.created("/v1/items/imports/" + view.id(), null, view));
    }

    /** Removes an upload that came a second time. */
    Uni<Void> forget(String id) {
        return Panache.withTransaction(() -> imports.deleteById(id)).replaceWithVoid();
    }

    private void read(InputStream body, Layout layout, Consumer<RawRow> chunks) throws IOException {
        Utf8Text.read(body, text -> {
            if (layout == Layout.CSV) {
                new CsvRows(MasterColumns.LONGEST_FIELD, MasterColumns.MOST_COLUMNS)
                        .read(text, MasterColumns::of, chunks);
            } else {
                new NdjsonRows(json).read(text, chunks);
            }
        });
    }

    private static ImportRow begun(String id, Wish wish) {
        ImportRow row = new ImportRow();
        row.id = id;
        row.layout = wish.layout();
        row.propose = wish.propose();
        row.skipInvalid = wish.skipInvalid();
        row.subject = wish.by().subject();
        row.name = wish.by().name();
        row.createdAt = Imports.now();
        row.changedAt = row.createdAt;
        return row;
    }

    private void drop(String id) {
        transactions.run(() -> imports.deleteById(id).replaceWithVoid());
    }

    /** Gathers rows and stores them together. */
    private final class Chunks implements Consumer<RawRow> {
        private final String id;
        private final List<CheckedRow> waiting = new ArrayList<>();
        private int count;

        Chunks(String id) {
            this.id = id;
        }

        @Override
        public void accept(RawRow raw) {
            if (++count > MOST_ROWS) {
                throw new UnreadableFileException("the file has more than " + MOST_ROWS + " rows");
            }
            waiting.add(check.check(raw));
            if (waiting.size() == TOGETHER) {
                flush();
            }
        }

        void flush() {
            if (count == 0) {
                throw new UnreadableFileException("the file has no row");
            }
            if (!waiting.isEmpty()) {
                transactions.run(() -> rows.add(id, waiting));
                waiting.clear();
            }
        }
    }
}
