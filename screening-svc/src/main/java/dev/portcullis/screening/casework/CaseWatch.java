package dev.portcullis.screening.casework;

import dev.portcullis.contracts.CaseState;
import dev.portcullis.screening.casefile.CaseFile;
import dev.portcullis.screening.casefile.CaseFiles;
import dev.portcullis.screening.casefile.CaseStep.Said;
import dev.portcullis.screening.party.Parties;
import dev.portcullis.screening.party.PartyRegister;
import dev.portcullis.screening.screening.CurrentLists;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes back clearances that have run out, and escalates cases that have waited too long. What is left to do stands in the cases' rows, so
 * that it survives the process; replicas share the work. Until a clearance that has run out is taken back here, its last day, which travels
 * with the party, keeps the gate shut.
 */
@ApplicationScoped
public class CaseWatch {
    private static final Logger LOG = Logger.getLogger(CaseWatch.class);

    /** Parties or cases in one transaction: few enough that an import of lists waits only shortly. */
    private static final int BATCH = 100;

    @Inject
    CurrentLists lists;

    @Inject
    CaseFiles files;

    @Inject
    Parties parties;

    @Inject
    PartyRegister register;

    @Scheduled(every = "${portcullis.cases.watch}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return takeBack()
                .chain(() -> this.escalateLate())
                .onFailure()
                .invoke(e -> LOG.warnf("cases are looked at again later: %s", e));
    }

    private Uni<Void> takeBack() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return lists.inStep(() -> Panache.withTransaction(() -> lists.held()
                        .chain(screener -> screener.isEmpty()
                                ? Uni.createFrom().item(0)
                                : files.partiesOfRunOut(today, BATCH)
                                        .chain(found -> register.screenDecided(screener.get(), found)))))
                .chain(done -> done == BATCH ? takeBack() : Uni.createFrom().voidItem());
    }

    private Uni<Void> escalateLate() {
        return Panache.withTransaction(() -> files.late(Instant.now(), BATCH).chain(this::escalateAll))
                .chain(done -> done == BATCH ? escalateLate() : Uni.createFrom().voidItem());
    }

    private Uni<Integer> escalateAll(List<CaseFiles.Late> late) {
        if (late.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Uni<Void> escalated = parties.partiesAndLock(
                        late.stream().map(CaseFiles.Late::party).distinct().toList())
                .replaceWithVoid();
        for (CaseFiles.Late one : late) {
            escalated = escalated.chain(() -> files.file(one.caseId())).chain(found -> escalate(found.orElseThrow()));
        }
        return escalated.replaceWith(late.size());
    }

    /** Read under the party's lock: another replica may have been here, or people. */
    private Uni<Void> escalate(CaseFile file) {
        Instant now = Instant.now();
        return file.escalatedAt() != null || !file.stands().isOverdue(now)
                ? Uni.createFrom().voidItem()
                : files.take(file.escalated(now), CaseState.Cause.ESCALATED, null, Said.NOTHING);
    }
}
