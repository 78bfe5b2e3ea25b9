package dev.portcullis.screening.imports;

import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.idempotency.Answer;
import dev.portcullis.platform.idempotency.Idempotency;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.screening.list.Edition;
import dev.portcullis.screening.list.EditionRules;
import dev.portcullis.screening.list.Editions;
import dev.portcullis.screening.list.UnreadableListException;
import dev.portcullis.screening.party.PartyRegister;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.Screener;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes in an edition. It is read and indexed before any transaction begins; one transaction then stores it, screens the kept
 * parties against it, where they are few, and makes it current; only after the commit does memory switch to the new index. A
 * process that dies before the commit leaves nothing behind, one that dies after it finds the edition current at its start.
 */
@ApplicationScoped
public class ListImport {
    @Inject
    Editions editions;

    @Inject
    PartyRegister parties;

    @Inject
    CurrentLists lists;

    @Inject
    Changes changes;

    @Inject
    Idempotency idempotency;

    @Inject
    @ConfigProperty(name = "portcullis.screening.largest-loss")
    double largestLoss;

    @Inject
    @ConfigProperty(name = "portcullis.screening.small-list-entries")
    int smallListEntries;

    @Inject
    @ConfigProperty(name = "portcullis.screening.largest-quarantine")
    double largestQuarantine;

    @Inject
    @ConfigProperty(name = "portcullis.screening.parties-in-import")
    int partiesInImport;

    /**
     * An edition that is ready to take over.
     *
     * @param screener its screener
     * @param file its content
     */
    record Prepared(Screener screener, ReceivedFile file) {
        Edition edition() {
            return screener.edition();
        }
    }

    /** What makes two requests the same. */
    record Fingerprint(String source, String digest, boolean acceptShrink) {}

    /**
     * Reads and indexes a file; takes a second or two for the whole list, on a thread that may block.
     *
     * @throws dev.portcullis.platform.problem.ProblemException 422 where the file is no edition or has faults
     */
    Prepared prepare(InputStream body, String sender) {
        ReceivedFile file;
        try {
            file = ReceivedFile.read(body);
        } catch (UnreadableListException e) {
            throw Problems.unprocessable("", "is no Consolidated Screening List: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("the upload broke off", e);
        }
        List<String> faults = rules().faults(file.content());
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        Edition edition = new Edition(
                Ids.next("led"),
                Edition.CONSOLIDATED,
                file.digest(),
                file.bytes(),
                file.content().counts(),
                file.content().quarantined(),
                file.content().quarantine(),
                Instant.now(),
                sender);
        return new Prepared(Screener.of(edition, file.content().entries()), file);
    }

    /** Makes a prepared edition the current one. Must be called from a request's Vert.x context. */
    Uni<Response> take(@Nullable String key, Prepared prepared, boolean acceptShrink) {
        Fingerprint request =
                new Fingerprint(Edition.CONSOLIDATED, prepared.edition().digest(), acceptShrink);
        AtomicBoolean taken = new AtomicBoolean();
        return idempotency
                .once(key, request, () -> {
                    taken.set(false);
                    return store(prepared, acceptShrink).invoke(answer -> taken.set(answer.status() == 201));
                })
                .invoke(() -> {
                    if (taken.get()) {
                        lists.switchTo(prepared.screener());
                    }
                });
    }

    private Uni<Answer> store(Prepared prepared, boolean acceptShrink) {
        Edition next = prepared.edition();
        return editions.holdImports(next.source())
                .chain(() -> editions.currentEdition(next.source()))
                .chain(present -> {
                    if (present.isPresent() && present.get().digest().equals(next.digest())) {
                        return Uni.createFrom().item(Answer.ok(EditionView.of(present.get(), 0, false)));
                    }
                    checkLosses(present.map(Edition::counts).orElse(Map.of()), next, acceptShrink);
                    return switchOver(prepared, acceptShrink);
                });
    }

    private void checkLosses(Map<String, Integer> present, Edition next, boolean acceptShrink) {
        List<String> losses = rules().losses(present, next.counts());
        if (!losses.isEmpty() && !acceptShrink) {
            throw refused(losses);
        }
    }

    private Uni<Answer> switchOver(Prepared prepared, boolean acceptShrink) {
        Edition next = prepared.edition();
        return editions.store(next, prepared.file().content().entries())
                // From here on parties wait that are being registered; they are then screened against the new edition.
                .chain(() -> editions.currentAndLocked(next.source()))
                .chain(() -> editions.makeCurrent(next))
                .chain(() -> parties.countBehind(next.id(), partiesInImport + 1))
                .chain(behind -> {
                    boolean few = behind <= partiesInImport;
                    Uni<Integer> screened = few
                            ? parties.screenBehind(prepared.screener(), partiesInImport)
                            : Uni.createFrom().item(0);
                    return screened.map(count -> EditionView.of(next, count, !few));
                })
                .call(() -> changes.record(new Change(
                        null, next.id(), 1, "dev.portcullis.list.imported", null, ImportFact.of(next, acceptShrink))))
                .invoke(() -> lists.prepare(prepared.screener()))
                .map(view -> Answer.created("/v1/lists/" + next.source() + "/imports/" + next.id(), null, view));
    }

    private EditionRules rules() {
        return new EditionRules(largestLoss, smallListEntries, largestQuarantine);
    }

    private static RuntimeException refused(List<String> reasons) {
        return Problems.unprocessable("", "was refused and the present edition stays: " + String.join("; ", reasons));
    }
}
