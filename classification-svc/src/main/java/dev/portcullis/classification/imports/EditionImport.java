package dev.portcullis.classification.imports;

import dev.portcullis.classification.controllist.ControlList;
import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.ControlLists;
import dev.portcullis.classification.ecfr.EcfrReader;
import dev.portcullis.classification.ecfr.EntryReader;
import dev.portcullis.classification.ecfr.EntryText;
import dev.portcullis.classification.ecfr.UnreadableTextException;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes in an edition. It is read and checked before any transaction begins; one transaction then stores it with its ledger entry, and after
 * the commit memory follows. A process that dies before the commit leaves nothing behind.
 */
@ApplicationScoped
public class EditionImport {
    /** One text at a time, so that memory stays bounded. */
    private final Semaphore turn = new Semaphore(1);

    private final EntryReader reader = new EntryReader(ControlListFile.titles());

    @Inject
    Editions editions;

    @Inject
    EditionWatch watch;

    @Inject
    ControlLists lists;

    @Inject
    Changes changes;

    @Inject
    Idempotency idempotency;

    @Inject
    @ConfigProperty(name = "portcullis.control-list.largest-loss")
    double largestLoss;

    /** An edition that is ready to be stored. */
    record Prepared(EditionView edition, ControlList list) {}

    /** What makes two requests the same. */
    @RegisterForReflection
    record Fingerprint(LocalDate issueDate, String digest, boolean acceptShrink) {}

    /**
     * Reads and checks a text, on a thread that may block.
     *
     * @throws dev.portcullis.platform.problem.ProblemException 422 where it is no edition, has shrunk, or does not fit the rules
     */
    Prepared prepare(InputStream body, LocalDate issued, boolean acceptShrink, String sender) {
        if (!turn.tryAcquire()) {
            throw Problems.busy();
        }
        try (Counting counted = new Counting(body);
                DigestInputStream digested = new DigestInputStream(counted, Sha256.start())) {
            List<EntryText> texts = new EcfrReader(EcfrReader.Limits.DEFAULT).read(digested);
            ControlList list = new ControlList(
                    issued,
                    "15 CFR Part 774, Supplement No. 1, eCFR issue of " + issued,
                    texts.stream().map(reader::read).toList());
            lists.law(list);
            List<String> losses =
                    new Losses(largestLoss).between(lists.asOf(issued).list(), list);
            if (!losses.isEmpty() && !acceptShrink) {
                throw refused(String.join("; ", losses));
            }
            EditionView edition = new EditionView(
                    Ids.next("cle"),
                    issued,
                    Sha256.hex(digested.getMessageDigest()),
                    counted.bytes,
                    list.source(),
                    list.entries().size(),
                    Instant.now().truncatedTo(ChronoUnit.MICROS),
                    sender);
            return new Prepared(edition, list);
        } catch (UnreadableTextException e) {
            throw refused("is not the text of the supplement: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Problems.malformed("The upload broke off before its end, and nothing of it was kept: send it again.");
        } finally {
            turn.release();
        }
    }

    /** Stores a prepared edition. Must be called from a request's Vert.x context. */
    Uni<Response> take(@Nullable String key, Prepared prepared, boolean acceptShrink) {
        EditionView next = prepared.edition();
        return idempotency
                .once(
                        key,
                        new Fingerprint(next.issueDate(), next.digest(), acceptShrink),
                        () -> editions.holdImports()
                                .chain(() -> editions.of(next.issueDate()))
                                .chain(present -> present.isPresent()
                                                && present.get().digest().equals(next.digest())
                                        ? Uni.createFrom().item(Answer.ok(present.get()))
                                        : store(prepared, acceptShrink)))
                // Stored is stored: where memory cannot follow now, the watch does it a little later.
                .call(() -> watch.look().onFailure().recoverWithNull());
    }

    private Uni<Answer> store(Prepared prepared, boolean acceptShrink) {
        EditionView next = prepared.edition();
        return editions.store(next, prepared.list())
                .chain(() -> changes.record(new Change(
                        null,
                        next.id(),
                        1,
                        "dev.portcullis.control-list.imported",
                        null,
                        new ImportFact(next.issueDate(), next.digest(), next.entries(), acceptShrink))))
                .replaceWith(() -> Answer.created("/v1/control-list/imports/" + next.id(), null, next));
    }

    private static RuntimeException refused(String reason) {
        return Problems.unprocessable("", "was refused and the present editions stay: " + reason);
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
