package dev.portcullis.screening.owner;

import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.stake.OwnershipImports;
import dev.portcullis.screening.stake.StakeFile;
import dev.portcullis.screening.stake.StakeFormat;
import dev.portcullis.screening.stake.StakeImport;
import dev.portcullis.screening.stake.StakeStore;
import dev.portcullis.screening.stake.UnreadableStakesException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a file of stakes. It is read and checked whole before any transaction begins; one transaction then makes it all that its source
 * says, marks the parties that the change reaches, and writes the ledger. Its stakes stand beside those of other sources.
 */
@ApplicationScoped
public class OwnershipImport {
    /** Unknown parties that a refusal names. */
    private static final int SHOWN_PARTIES = 20;

    /** One file in memory at a time. */
    private final Semaphore turn = new Semaphore(1);

    @Inject
    StakeStore stakes;

    @Inject
    OwnershipImports imports;

    @Inject
    StakeChanges stakeChanges;

    @Inject
    Idempotency idempotency;

    /** A file that was read. */
    record Received(String source, StakeFormat format, StakeFile content, String digest, long bytes, String sender) {}

    /** What makes two requests the same. */
    @RegisterForReflection
    record Fingerprint(String source, String format, String digest) {}

    /**
     * Reads and checks a file, on a thread that may block.
     *
     * @throws dev.portcullis.platform.problem.ProblemException 422 where it is refused, 503 where others are being read
     */
    Received receive(String source, StakeFormat format, InputStream body, String sender) {
        if (!turn.tryAcquire()) {
            throw Problems.busy();
        }
        MessageDigest sha256 = Sha256.start();
        try (Counting counted = new Counting(body);
                DigestInputStream digested = new DigestInputStream(counted, sha256)) {
            StakeFile content = format.read(digested, source);
            digested.transferTo(OutputStream.nullOutputStream());
            return new Received(source, format, content, Sha256.hex(sha256), counted.bytes, sender);
        } catch (UnreadableStakesException e) {
            throw Problems.unprocessable("", "was refused and nothing of it was kept: " + e.getMessage());
        } catch (IOException e) {
            throw Problems.malformed("The upload broke off before its end, and nothing of it was kept: send it again.");
        } finally {
            turn.release();
        }
    }

    /** Makes a file all that its source says. Must be called from a request's Vert.x context. */
    Uni<Response> take(@Nullable String key, Received file) {
        return idempotency.once(
                key,
                new Fingerprint(file.source, file.format.name(), file.digest),
                () -> stakes.hold(file.source)
                        .chain(() -> imports.latest(file.source))
                        .chain(latest ->
                                latest.isPresent() && latest.get().digest().equals(file.digest)
                                        ? Uni.createFrom().item(Answer.ok(latest.get()))
                                        : checkParties(file).chain(() -> store(file))));
    }

    private Uni<Void> checkParties(Received file) {
        Set<String> parties = file.content.stakes().stream()
                .flatMap(stake -> Stream.of(stake.owner(), stake.owned()))
                .filter(owner -> owner.kind() == Owner.Kind.PARTY)
                .map(Owner::key)
                .collect(Collectors.toSet());
        return stakes.unknownParties(parties)
                .invoke(unknown -> {
                    if (!unknown.isEmpty()) {
                        throw Problems.unprocessable(
                                "",
                                "was refused and nothing of it was kept: " + unknown.size()
                                        + " of its parties are not registered, such as " + shown(unknown));
                    }
                })
                .replaceWithVoid();
    }

    private static String shown(List<String> ids) {
        return ids.stream()
                .limit(SHOWN_PARTIES)
                .map(id -> id.replaceAll("[^A-Za-z0-9-]", "?"))
                .collect(Collectors.joining(", "));
    }

    private Uni<Answer> store(Received file) {
        StakeImport change = new StakeImport(
                Ids.next("own"),
                file.source,
                file.format.name(),
                file.digest,
                file.bytes,
                file.content.stakes().size(),
                0,
                0,
                0,
                Instant.now(),
                file.sender);
        return stakeChanges
                .make(change, file.content.stakes(), file.content.names())
                .map(done -> Answer.created("/v1/ownership/imports/" + done.id(), null, done));
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
