package dev.portcullis.licensing.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.licensing.decision.CanonicalJson;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.decision.Determinations;
import dev.portcullis.licensing.dossier.Dossiers;
import dev.portcullis.licensing.form.Form;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problem.FieldError;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps applications. Everything runs in the caller's transaction; a row is locked before it is changed. */
@ApplicationScoped
public class Applications implements PanacheRepositoryBase<ApplicationRow, String> {
    private static final String CHANGED = "dev.portcullis.application.changed";
    private static final String DUE = "dev.portcullis.application.due";

    private static final String DUE_IDS = """
            select id from application where next_due <= :today and (marked_due is null or marked_due < next_due)
            order by next_due, id limit :count for update skip locked""";

    private final Packaging packaging = Packaging.shipped();
    private final Deadlines deadlines = Deadlines.shipped();

    @Inject
    Determinations determinations;

    @Inject
    Dossiers dossiers;

    @Inject
    CanonicalJson json;

    @Inject
    Changes changes;

    /**
     * An application with the determination that asks for it.
     *
     * @param view as it is shown
     * @param determination the whole of it: who may see that, may see this
     * @param workPackage the package; that which was approved, once it was
     */
    record Case(ApplicationView view, Determination determination, WorkPackage workPackage) {}

    /** The applications that a determination asked for, as they are filed. */
    public Uni<List<FiledApplication>> filed(String determinationId, int most, Instant now) {
        return find("determinationId = ?1 order by id", determinationId)
                .range(0, most - 1)
                .list()
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> whole(row, now).map(found -> filed(row, found, now)))
                        .collect()
                        .asList());
    }

    private FiledApplication filed(ApplicationRow row, Case found, Instant now) {
        byte[] approved = row.workPackage;
        return new FiledApplication(
                row.id,
                row.ledgerEntryId,
                row.body.getBytes(StandardCharsets.UTF_8),
                approved == null ? json.write(found.workPackage()) : approved,
                approved != null,
                PackagePaper.of(
                        found.view().application(),
                        found.workPackage(),
                        found.view().due(),
                        now));
    }

    /** The form's fields, so that a program knows what it may answer. */
    Form form() {
        return packaging.form();
    }

    /** Begins an application; 404 where there is no such determination, 409 where it asks for none. */
    Uni<Case> begin(String determinationId, String by, Instant now) {
        return determinations.get(determinationId).chain(kept -> {
            Determination determination = kept.determination();
            Application begun = Application.drafted(
                    Ids.next("app"),
                    determinationId,
                    purpose(determination),
                    new StepTaken(StepTaken.DRAFTED, day(now), by, now, null));
            ApplicationRow row = new ApplicationRow();
            row.id = begun.id();
            row.determinationId = determinationId;
            return keep(row, begun, null, now)
                    .call(() -> persist(row))
                    .replaceWith(() -> shown(row, begun, determination, now));
        });
    }

    private static Purpose purpose(Determination determination) {
        if (determination.outcome() == Outcome.LICENSE_REQUIRED) {
            return Purpose.LICENSE;
        }
        if (determination.outcome() == Outcome.EXCEPTION && "NAC".equals(determination.authority())) {
            return Purpose.NAC_NOTIFICATION;
        }
        throw Problems.conflict("The determination asks for no license: it is " + determination.outcome()
                + ". An application follows from LICENSE_REQUIRED, or from License Exception NAC.");
    }

    /** An application; 404 where there is none. */
    Uni<Case> get(String id, Instant now) {
        return findById(id).chain(row -> whole(present(row, id), now));
    }

    /** Applications in the order of their making, narrowed to what is given. */
    Uni<List<ApplicationView>> page(
            @Nullable State state,
            @Nullable String determinationId,
            boolean overdue,
            @Nullable String after,
            int count,
            Instant now) {
        StringBuilder where = new StringBuilder("id > :after");
        Parameters parameters = Parameters.with("after", after == null ? "" : after);
        if (state != null) {
            where.append(" and state = :state");
            parameters = parameters.and("state", state);
        }
        if (determinationId != null) {
            where.append(" and determinationId = :determination");
            parameters = parameters.and("determination", determinationId);
        }
        if (overdue) {
            where.append(" and nextDue <= :today");
            parameters = parameters.and("today", day(now));
        }
        return find(where + " order by id", parameters)
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream()
                        .map(row -> view(row, application(row), List.of(), now))
                        .toList());
    }

    /** Writes at a draft; 428 or 412 where its newest version was not seen. */
    Uni<Case> edit(String id, @Nullable String ifMatch, DraftRequest draft, String by, Instant now) {
        List<FieldError> faults = packaging.form().faults("/answers", draft.answers());
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return locked(id, ifMatch).chain(row -> {
            Application after = Procedure.edit(application(row), draft.answers(), draft.documents(), by, now);
            return keep(row, after, null, now).chain(() -> whole(row, now));
        });
    }

    /**
     * Approves a draft as it is now; the package is kept from then on, byte for byte.
     *
     * @param seen lets through what the caller may see, and fails otherwise
     */
    Uni<Case> approve(
            String id,
            @Nullable String ifMatch,
            @Nullable String note,
            UnaryOperator<Case> seen,
            String by,
            Instant now) {
        return locked(id, ifMatch)
                .chain(row -> whole(row, now).map(seen).chain(found -> {
                    byte[] bytes = json.write(found.workPackage());
                    Application after = Procedure.approve(
                            found.view().application(), found.workPackage(), Sha256.of(bytes), by, now, note);
                    row.workPackage = bytes;
                    return keep(row, after, after.packageSha256(), now).chain(() -> whole(row, now));
                }));
    }

    /** Takes a step. Before a submission the package is put together anew: where the facts have changed, it needs a new approval. */
    Uni<Case> move(String id, @Nullable String ifMatch, MoveRequest request, String by, Instant now) {
        return locked(id, ifMatch)
                .chain(row -> determinations.get(row.determinationId).chain(kept -> {
                    Application before = application(row);
                    Application after = Procedure.move(before, request, by, now);
                    if (request.move() == Move.SUBMIT) {
                        byte[] fresh = json.write(packaging.assemble(
                                before, kept.determination(), dossiers.of(kept.determination(), now)));
                        if (!Arrays.equals(fresh, row.workPackage)) {
                            throw Problems.conflict(
                                    "The facts have changed since the approval: the package would not be the one"
                                            + " that was agreed to. Reopen the application and have it approved again.");
                        }
                    }
                    if (after.state() == State.DRAFT) {
                        row.workPackage = null;
                    }
                    return keep(row, after, after.packageSha256(), now)
                            .chain(() -> Uni.createFrom().item(shown(row, after, kept.determination(), now)));
                }));
    }

    /** Applications whose day has come and was not marked yet, locked; those that another replica holds are left to it. */
    Uni<List<ApplicationRow>> dueAndLock(LocalDate today, int count) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DUE_IDS, String.class)
                        .setParameter("today", today)
                        .setParameter("count", count)
                        .getResultList())
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1 order by id", ids));
    }

    /** Marks that a day has come, once. */
    Uni<Void> mark(ApplicationRow row) {
        LocalDate due = row.nextDue;
        row.markedDue = due;
        return changes.record(
                        new Change(null, row.id, row.version, DUE, null, new DueFact(row.state, String.valueOf(due))))
                .replaceWithVoid();
    }

    private Uni<ApplicationRow> locked(String id, @Nullable String ifMatch) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> ETags.require(ifMatch, present(row, id).version));
    }

    private Uni<Void> keep(ApplicationRow row, Application after, @Nullable String packageSha256, Instant now) {
        row.version = after.version();
        row.state = after.state();
        row.body = new String(json.write(after), StandardCharsets.UTF_8);
        row.changedAt = now;
        List<Deadline> due = deadlines.of(after);
        row.nextDue = due.isEmpty() ? null : due.get(0).day();
        StepTaken step = after.steps().get(after.steps().size() - 1);
        ChangedFact fact = new ChangedFact(
                after.determinationId(),
                step.step(),
                step.on().toString(),
                after.state(),
                after.applicationNumber(),
                after.licenseNumber(),
                packageSha256,
                Sha256.of(row.body.getBytes(StandardCharsets.UTF_8)));
        // Applications are this service's own: no topic carries them, the ledger keeps their digests.
        return changes.record(new Change(null, after.id(), after.version(), CHANGED, null, fact))
                .invoke(entry -> row.ledgerEntryId = entry)
                .replaceWithVoid();
    }

    private Uni<Case> whole(ApplicationRow row, Instant now) {
        return determinations
                .get(row.determinationId)
                .map(kept -> shown(row, application(row), kept.determination(), now));
    }

    private Case shown(ApplicationRow row, Application application, Determination determination, Instant now) {
        byte[] approved = row.workPackage;
        WorkPackage workPackage = approved == null
                ? packaging.assemble(application, determination, dossiers.of(determination, now))
                : json.read(approved, WorkPackage.class);
        List<String> questions = application.state() == State.DRAFT ? workPackage.questions() : List.of();
        return new Case(view(row, application, questions, now), determination, workPackage);
    }

    private ApplicationView view(ApplicationRow row, Application application, List<String> questions, Instant now) {
        List<Deadline> due = deadlines.of(application);
        return new ApplicationView(
                application,
                due,
                ApplicationView.isOverdue(due, day(now)),
                questions,
                row.ledgerEntryId,
                row.changedAt);
    }

    private Application application(ApplicationRow row) {
        return json.read(row.body.getBytes(StandardCharsets.UTF_8), Application.class);
    }

    private static ApplicationRow present(@Nullable ApplicationRow row, String id) {
        if (row == null) {
            throw Problems.notFound("application", id);
        }
        return row;
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** Ledger fact: a step was taken. What an application says may speak of persons and stays in the table; the ledger keeps digests. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangedFact(
            String determinationId,
            String step,
            String on,
            State state,
            @Nullable String applicationNumber,
            @Nullable String licenseNumber,
            @Nullable String packageSha256,
            String bodySha256) {}

    /** Ledger fact: a day has come. */
    @RegisterForReflection
    record DueFact(State state, String due) {}
}
