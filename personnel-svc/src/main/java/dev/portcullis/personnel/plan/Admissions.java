package dev.portcullis.personnel.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.personnel.deemed.Access;
import dev.portcullis.personnel.deemed.TechnologyAccess;
import dev.portcullis.personnel.person.Persons;
import dev.portcullis.personnel.plan.Admission.State;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Who is admitted. Everything runs in the caller's transaction. The service suspends by itself, and at once; it never admits by itself: what
 * it suspended, a person looks at before it is admitted again.
 */
@ApplicationScoped
public class Admissions implements PanacheRepositoryBase<AdmissionRow, String> {
    private static final String CHANGED = "dev.portcullis.admission.changed";
    private static final String SERVICE = "personnel-svc";

    @Inject
    Plans plans;

    @Inject
    Briefings briefings;

    @Inject
    Persons persons;

    @Inject
    TechnologyAccess technology;

    @Inject
    Changes changes;

    @Inject
    PlanJson json;

    @Inject
    MeterRegistry metrics;

    /** Admits a person, or refuses with the reasons; both are kept. 409 where the person is admitted or suspended already. */
    public Uni<Admission> ask(String planId, String personId, String by, Instant now) {
        return plans.shared(planId)
                .chain(plan -> judge(plan, personId, now).chain(judgment -> {
                    AdmissionRow row = new AdmissionRow();
                    row.id = Ids.next("adm");
                    row.planId = planId;
                    row.personId = personId;
                    set(row, judgment.admits() ? State.ADMITTED : State.REFUSED, judgment, by, now);
                    return persistAndFlush(row)
                            .onFailure(ConstraintViolationException.class)
                            .transform(taken ->
                                    Problems.conflict("The person is admitted to the plan, or suspended, already."))
                            .chain(() -> known(row));
                }));
    }

    /** Admits again who was suspended; where there are still reasons against it, it stays suspended and says why. */
    public Uni<Admission> readmit(
            String planId, String id, @Nullable String ifMatch, String note, String by, Instant now) {
        return locked(planId, id, ifMatch).chain(row -> {
            if (row.state != State.SUSPENDED) {
                throw Problems.conflict("The admission is not suspended.");
            }
            return plans.shared(planId)
                    .chain(plan -> judge(plan, row.personId, now))
                    .chain(judgment -> {
                        set(row, judgment.admits() ? State.ADMITTED : State.SUSPENDED, judgment, by, now);
                        return flush().chain(() -> known(row, note));
                    });
        });
    }

    /** Ends an admission for good. */
    public Uni<Admission> end(String planId, String id, @Nullable String ifMatch, String note, String by, Instant now) {
        return locked(planId, id, ifMatch).chain(row -> {
            if (row.state != State.ADMITTED && row.state != State.SUSPENDED) {
                throw Problems.conflict("The admission has ended, or never was.");
            }
            set(row, State.ENDED, new Judgment(false, false, List.of(), null), by, now);
            return flush().chain(() -> known(row, note));
        });
    }

    /** An admission; 404 where the plan has none of the id. */
    public Uni<Admission> get(String planId, String id) {
        return findById(id).map(row -> admission(present(row, planId, id)));
    }

    /** Admissions to a plan in the order of their asking, narrowed to what is given. */
    public Uni<List<Admission>> page(String planId, @Nullable State state, @Nullable String after, int count) {
        return (state == null
                        ? find("planId = ?1 and id > ?2 order by id", planId, after == null ? "" : after)
                        : find(
                                "planId = ?1 and id > ?2 and state = ?3 order by id",
                                planId,
                                after == null ? "" : after,
                                state))
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(this::admission).toList());
    }

    /** Whether somebody is admitted to a plan now. */
    Uni<Boolean> isAdmitted(String planId, String personId) {
        return count("planId = ?1 and personId = ?2 and state = ?3", planId, personId, State.ADMITTED)
                .map(count -> count > 0);
    }

    /**
     * Looks again at an admission, and suspends it where it may not stand.
     *
     * @param seen what made it due up to here is done with
     * @return whether it is done with: not where all that is against it is that what is known is too old
     */
    Uni<Boolean> recheck(String id, long seen, Instant now) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).chain(row -> {
            if (row == null || row.state != State.ADMITTED) {
                return done(id, seen).replaceWith(true);
            }
            return plans.get(row.planId)
                    .chain(plan -> judge(plan, row.personId, now))
                    .chain(judgment -> {
                        if (judgment.mayPass()) {
                            return Uni.createFrom().item(false);
                        }
                        if (judgment.admits()) {
                            row.recheckAt = judgment.recheckAt();
                            return done(id, seen).replaceWith(true);
                        }
                        set(row, State.SUSPENDED, judgment, SERVICE, now);
                        return flush().chain(() -> known(row))
                                .chain(() -> done(id, seen))
                                .replaceWith(true);
                    });
        });
    }

    private static Uni<Integer> done(String id, long seen) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from admission_due where admission_id = :id and id <= :seen")
                        .setParameter("id", id)
                        .setParameter("seen", seen)
                        .executeUpdate());
    }

    private Uni<Judgment> judge(Plan plan, String personId, Instant now) {
        Terms.Briefing briefing = plan.terms().briefing();
        return persons.state(personId)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("person", personId))
                .chain(person -> briefings
                        .until(plan.id(), personId, briefing == null ? 0 : briefing.edition())
                        .map(until -> Judgment.of(
                                plan,
                                accesses(plan, person, now),
                                technology.reliable().isCurrent(now),
                                until.day(),
                                now)));
    }

    private List<Access> accesses(Plan plan, PersonState person, Instant now) {
        return plan.terms().itemIds().stream()
                .map(item -> technology.of(plan.activity(), person, item, now))
                .toList();
    }

    private Uni<AdmissionRow> locked(String planId, String id, @Nullable String ifMatch) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).map(found -> {
            AdmissionRow row = present(found, planId, id);
            ETags.require(ifMatch, row.version);
            return row;
        });
    }

    private void set(AdmissionRow row, State state, Judgment judgment, String by, Instant now) {
        row.version++;
        row.state = state;
        row.reasons = json.write(judgment.reasons());
        row.recheckAt = state == State.ADMITTED ? judgment.recheckAt() : null;
        row.decidedBy = by;
        row.decidedAt = now;
        row.changedAt = now;
    }

    private Uni<Admission> known(AdmissionRow row) {
        return known(row, null);
    }

    private Uni<Admission> known(AdmissionRow row, @Nullable String note) {
        metrics.counter("portcullis.admissions", "state", row.state.name()).increment();
        return changes.record(new Change(
                        null,
                        row.id,
                        row.version,
                        CHANGED,
                        null,
                        new Fact(
                                row.planId,
                                row.personId,
                                row.state,
                                json.texts(row.reasons),
                                row.decidedBy,
                                note == null ? null : Sha256.of(note))))
                .replaceWith(() -> admission(row));
    }

    private Admission admission(AdmissionRow row) {
        return new Admission(
                row.id,
                row.version,
                row.planId,
                row.personId,
                row.state,
                json.texts(row.reasons),
                row.recheckAt,
                row.decidedBy,
                row.decidedAt);
    }

    private static AdmissionRow present(@Nullable AdmissionRow row, String planId, String id) {
        if (row == null || !row.planId.equals(planId)) {
            throw Problems.notFound("admission", id);
        }
        return row;
    }

    /** Ledger fact: an admission changed. Its reasons are the same words for everybody. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fact(
            String planId,
            String personId,
            State state,
            List<String> reasons,
            String by,
            @Nullable String noteSha256) {}
}
