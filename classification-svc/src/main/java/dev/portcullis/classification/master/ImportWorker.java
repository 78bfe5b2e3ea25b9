package dev.portcullis.classification.master;

import dev.portcullis.classification.item.Actor;
import dev.portcullis.platform.problem.Problem;
import dev.portcullis.platform.problem.Problem.FieldError;
import dev.portcullis.platform.problem.ProblemException;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.platform.pulse.Steps;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Applies what was received, some rows a transaction, with how far it is: after a crash it goes on where it was. Where a transaction
 * fails, its rows are applied one by one, so that the one at fault is found and stands alone.
 */
@ApplicationScoped
public class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int TOGETHER = 25;

    /** Transactions in one go; the next go follows within moments. */
    private static final int MOST = 200;

    @Inject
    Imports imports;

    @Inject
    Rows rows;

    @Inject
    Applying applying;

    /** How many rows of the present import are still taken alone, after a transaction with several failed. */
    private int alone;

    @Scheduled(every = "${portcullis.product-master.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return Steps.whileMore(this::step, MOST).onFailure().recoverWithUni(failure -> {
            LOG.warnf("product masters are applied later: %s", failure);
            return Uni.createFrom().voidItem();
        });
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tidy() {
        return Panache.withTransaction(imports::removeAbandoned).replaceWithVoid();
    }

    /** Applies the next rows; false where there are none. */
    private Uni<Boolean> step() {
        int most = alone > 0 ? 1 : TOGETHER;
        Taken taken = new Taken();
        return Panache.withTransaction(() -> imports.next()
                        .chain(row -> row == null
                                ? Uni.createFrom().item(false)
                                : rows.due(row.id, most).chain(due -> apply(row, due, taken))))
                .invoke(() -> alone = Math.max(0, alone - 1))
                .onFailure()
                .recoverWithUni(failure -> failed(failure, taken));
    }

    private Uni<Boolean> apply(ImportRow row, List<Rows.Due> due, Taken taken) {
        taken.importId = row.id;
        taken.due = due;
        if (due.isEmpty()) {
            return imports.move(row, ImportState.DONE, 2).replaceWith(true);
        }
        Actor by = new Actor(row.subject, row.name);
        Tally tally = new Tally();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Rows.Due next : due) {
            done = done.chain(() -> applying.apply(next.row(), row.propose, by))
                    .chain(applied -> {
                        tally.count(applied.changed());
                        RowState state = applied.changed() ? RowState.APPLIED : RowState.UNCHANGED;
                        return rows.done(row.id, next.line(), state, applied.itemId(), null);
                    })
                    .call(ImportWorker::forget);
        }
        return done.chain(() -> imports.lock(row.id))
                .invoke(now -> {
                    now.applied += tally.changed;
                    now.unchanged += tally.unchanged;
                    now.state = ImportState.APPLYING;
                    now.changedAt = Imports.now();
                })
                .replaceWith(true);
    }

    /** Writes what a row left in the session and lets go of it: each query of the rows after it would look through all of that for changes. */
    private static Uni<Void> forget() {
        return Panache.getSession().chain(session -> session.flush().invoke(session::clear));
    }

    /** A problem of a row that was taken alone is that row's; of anything else, the rows are tried alone, or later. */
    private Uni<Boolean> failed(Throwable failure, Taken taken) {
        String id = taken.importId;
        if (id == null || taken.due.isEmpty()) {
            return Uni.createFrom().failure(failure);
        }
        if (taken.due.size() > 1) {
            alone = taken.due.size();
            return Uni.createFrom().item(true);
        }
        if (Problems.mayPass(failure)) {
            return Uni.createFrom().failure(failure);
        }
        int line = taken.due.get(0).line();
        List<FieldError> errors = errors(failure, id, line);
        alone = Math.max(0, alone - 1);
        return Panache.withTransaction(() -> imports.lock(id).chain(row -> {
                    row.failed++;
                    row.state = ImportState.APPLYING;
                    row.changedAt = Imports.now();
                    return rows.done(id, line, RowState.FAILED, null, errors);
                }))
                .replaceWith(true);
    }

    private static List<FieldError> errors(Throwable failure, String id, int line) {
        if (failure instanceof ProblemException refused) {
            Problem problem = refused.problem();
            return problem.errors().isEmpty()
                    ? List.of(new FieldError("", null, String.valueOf(problem.detail())))
                    : problem.errors();
        }
        LOG.errorf(failure, "line %d of the import %s cannot be applied", line, id);
        return List.of(
                new FieldError("", null, "could not be applied by a fault of this service, which its log tells"));
    }

    /** What became of the rows of a transaction. */
    private static final class Tally {
        private int changed;
        private int unchanged;

        void count(boolean isChanged) {
            changed += isChanged ? 1 : 0;
            unchanged += isChanged ? 0 : 1;
        }
    }

    /** What a transaction was about, for when it fails. */
    private static final class Taken {
        private @Nullable String importId;
        private List<Rows.Due> due = List.of();
    }
}
