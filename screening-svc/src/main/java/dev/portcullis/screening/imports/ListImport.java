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
import dev.portcullis.screening.party.Parties;
import dev.portcullis.screening.party.PartyRegister;
import dev.portcullis.screening.screening.CurrentLists;
import dev.portcullis.screening.screening.Screener;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes in an edition. It is read and indexed, and the kept parties are screened against it, before any transaction begins. One
 * transaction then stores it, makes it current and stores what it holds against parties that the present edition did not; only
 * after the commit does memory switch to the new index. The parties for whom it holds nothing new follow in the background. A
 * process that dies before the commit leaves nothing behind, one that dies after it finds the edition current at its start.
 */
@ApplicationScoped
public class ListImport {
    /** Parties that are read and screened at a time. */
    private static final int BATCH = 100;

    @Inject
    Editions editions;

    @Inject
    Parties parties;

    @Inject
    PartyRegister register;

    @Inject
    Lookahead lookahead;

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
    @RegisterForReflection
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
            throw Problems.malformed("The upload broke off before its end, and nothing of it was kept: send it again.");
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
        return lookahead
                .look(prepared.screener())
                .chain(untouched -> idempotency.once(key, request, () -> {
                    taken.set(false);
                    return store(prepared, untouched, acceptShrink).invoke(answer -> taken.set(answer.status() == 201));
                }))
                .invoke(() -> {
                    if (taken.get()) {
                        lists.switchTo(prepared.screener());
                    }
                });
    }

    private Uni<Answer> store(Prepared prepared, Lookahead.Untouched untouched, boolean acceptShrink) {
        Edition next = prepared.edition();
        return editions.holdImports(next.source())
                .chain(() -> editions.currentEdition(next.source()))
                .chain(present -> {
                    if (present.isPresent() && present.get().digest().equals(next.digest())) {
                        return Uni.createFrom().item(Answer.ok(EditionView.of(present.get(), 0, false)));
                    }
                    checkLosses(present.map(Edition::counts).orElse(Map.of()), next, acceptShrink);
                    return switchOver(prepared, untouched, acceptShrink);
                });
    }

    private void checkLosses(Map<String, Integer> present, Edition next, boolean acceptShrink) {
        List<String> losses = rules().losses(present, next.counts());
        if (!losses.isEmpty() && !acceptShrink) {
            throw refused(losses);
        }
    }

    private Uni<Answer> switchOver(Prepared prepared, Lookahead.Untouched untouched, boolean acceptShrink) {
        Edition next = prepared.edition();
        return editions.store(next, prepared.file().content().entries())
                // From here on parties wait that are being registered; they are then screened against the new edition.
                .chain(() -> editions.currentAndLocked(next.source()))
                .chain(() -> editions.makeCurrent(next))
                .chain(() -> parties.behind(next.id()))
                .chain(behind -> screenTouched(prepared.screener(), behind, untouched)
                        .map(screened -> EditionView.of(next, screened, screened < behind.size())))
                .call(() -> changes.record(new Change(
                        null, next.id(), 1, "dev.portcullis.list.imported", null, ImportFact.of(next, acceptShrink))))
                .invoke(() -> lists.prepare(prepared.screener()))
                .map(view -> Answer.created("/v1/lists/" + next.source() + "/imports/" + next.id(), null, view));
    }

    private Uni<Integer> screenTouched(Screener screener, List<Parties.Version> behind, Lookahead.Untouched untouched) {
        List<String> touched = behind.stream()
                .filter(party -> !untouched.covers(party.id(), party.version()))
                .map(Parties.Version::id)
                .toList();
        Uni<Void> screened = Uni.createFrom().voidItem();
        for (int from = 0; from < touched.size(); from += BATCH) {
            List<String> batch = touched.subList(from, Math.min(touched.size(), from + BATCH));
            screened = screened.chain(() -> register.screen(screener, batch)).replaceWithVoid();
        }
        return screened.replaceWith(touched.size());
    }

    private EditionRules rules() {
        return new EditionRules(largestLoss, smallListEntries, largestQuarantine);
    }

    private static RuntimeException refused(List<String> reasons) {
        return Problems.unprocessable("", "was refused and the present edition stays: " + String.join("; ", reasons));
    }
}
