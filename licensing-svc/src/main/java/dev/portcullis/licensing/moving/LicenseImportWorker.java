package dev.portcullis.licensing.moving;

import dev.portcullis.licensing.balance.Amount;
import dev.portcullis.licensing.balance.Movement;
import dev.portcullis.licensing.license.Books;
import dev.portcullis.licensing.license.Instruction;
import dev.portcullis.licensing.license.Instruction.Exact;
import dev.portcullis.licensing.license.License;
import dev.portcullis.licensing.license.Licenses;
import dev.portcullis.licensing.license.NewLicense;
import dev.portcullis.licensing.license.Outcome;
import dev.portcullis.licensing.license.Words;
import dev.portcullis.licensing.moving.LicenseImports.Due;
import dev.portcullis.licensing.moving.LicenseImports.Turn;
import dev.portcullis.platform.problem.ProblemException;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.platform.pulse.Steps;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Records what was sent, a license a transaction together with how far the import is: after a crash it goes on where it was. What was drawn
 * elsewhere is the first movement of the license's history, with the import as its reason.
 */
@ApplicationScoped
public class LicenseImportWorker {
    private static final Logger LOG = Logger.getLogger(LicenseImportWorker.class);

    /** Licenses in one go; the next go follows within moments. */
    private static final int MOST = 1_000;

    @Inject
    LicenseImports imports;

    @Inject
    Licenses licenses;

    @Inject
    Books books;

    @Inject
    Clock clock;

    @Scheduled(every = "${portcullis.licenses.imports}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return Steps.whileMore(this::step, MOST).onFailure().recoverWithUni(failure -> {
            LOG.warnf("licenses that were sent are recorded later: %s", failure);
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Boolean> step() {
        Taken taken = new Taken();
        Instant now = clock.instant();
        return Panache.withTransaction(() -> imports.next()
                        .chain(turn -> turn == null
                                ? Uni.createFrom().item(false)
                                : imports.due(turn.view().id()).chain(due -> {
                                    if (due == null) {
                                        return imports.end(turn.view().id(), now)
                                                .replaceWith(true);
                                    }
                                    taken.turn = turn;
                                    taken.due = due;
                                    return record(turn, due, now).replaceWith(true);
                                })))
                .onFailure()
                .recoverWithUni(failure -> failed(failure, taken, now));
    }

    private Uni<Void> record(Turn turn, Due due, Instant now) {
        NewLicense wanted = due.license().license();
        String id = turn.view().id();
        return licenses.withNumber(wanted.number()).chain(before -> {
            if (before != null) {
                boolean same = Words.of(before).equals(Words.of(wanted));
                List<Fault> faults = same
                        ? List.of()
                        : List.of(new Fault(
                                due.firstLine(), "is recorded already, in other words: amend it, or leave it out"));
                return imports.done(
                        id,
                        due.ordinal(),
                        same ? ItemView.State.UNCHANGED : ItemView.State.FAILED,
                        before.id(),
                        faults,
                        now);
            }
            return licenses.add(wanted, turn.subject(), now)
                    .call(license -> Panache.getSession().chain(session -> session.flush()))
                    .call(license -> open(license, turn, due, now))
                    .chain(license ->
                            imports.done(id, due.ordinal(), ItemView.State.APPLIED, license.id(), List.of(), now));
        });
    }

    private Uni<Void> open(License license, Turn turn, Due due, Instant now) {
        List<Exact> parts = due.license().opening().stream()
                .map(opening ->
                        new Exact(license.number(), opening.line(), new Amount(opening.quantity(), opening.value())))
                .toList();
        if (parts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return books.post(new Instruction(
                        Movement.ADJUST,
                        license.id() + "/opening",
                        "opening",
                        List.copyOf(parts),
                        null,
                        "Drawn before the license moved in: import "
                                + turn.view().id() + ".",
                        turn.subject(),
                        now))
                .invoke(outcome -> {
                    if (outcome instanceof Outcome.Refused refused) {
                        throw Problems.conflict(refused.detail());
                    }
                })
                .replaceWithVoid();
    }

    /** A problem of a license is that license's; what passes is tried again later. */
    private Uni<Boolean> failed(Throwable failure, Taken taken, Instant now) {
        Turn turn = taken.turn;
        Due due = taken.due;
        if (turn == null || due == null || Problems.mayPass(failure)) {
            return Uni.createFrom().failure(failure);
        }
        String why = failure instanceof ProblemException refused
                ? String.valueOf(refused.problem().detail())
                : "could not be recorded by a fault of this service, which its log tells";
        if (!(failure instanceof ProblemException)) {
            LOG.errorf(
                    failure,
                    "license %d of the import %s cannot be recorded",
                    due.ordinal(),
                    turn.view().id());
        }
        return Panache.withTransaction(() -> imports.done(
                        turn.view().id(),
                        due.ordinal(),
                        ItemView.State.FAILED,
                        null,
                        List.of(new Fault(due.firstLine(), why)),
                        now))
                .replaceWith(true);
    }

    /** What a transaction was about, for when it fails. */
    private static final class Taken {
        private @Nullable Turn turn;
        private @Nullable Due due;
    }
}
