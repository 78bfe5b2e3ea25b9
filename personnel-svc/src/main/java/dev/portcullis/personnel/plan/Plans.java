package dev.portcullis.personnel.plan;

import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Plans. Everything runs in the caller's transaction; each change makes all admissions to the plan due. */
@ApplicationScoped
public class Plans implements PanacheRepositoryBase<PlanRow, String> {
    private static final String CHANGED = "dev.portcullis.technology-control-plan.changed";
    private static final String DUE = """
            insert into admission_due (admission_id) select id from admission where plan_id = :plan and state = 'ADMITTED'""";

    @Inject
    Changes changes;

    @Inject
    PlanJson json;

    private final UsualMeasures usual = UsualMeasures.shipped();

    /** What is stored of a plan beside its columns. */
    @RegisterForReflection
    record Content(Terms terms, List<Measure> measures) {}

    /** Opens a plan, with the usual measures of its kind, none of which is in place. */
    public Uni<Plan> open(Terms terms, String by, Instant now) {
        PlanRow row = new PlanRow();
        row.id = Ids.next("tcp");
        Plan plan = new Plan(
                row.id,
                1,
                Plan.Status.ACTIVE,
                terms,
                usual.of(terms.kind()).stream()
                        .map(measure -> Measure.open(measure.id()))
                        .toList(),
                now);
        set(row, plan, by);
        return persistAndFlush(row).chain(() -> known(plan, by, "OPENED"));
    }

    /** A plan; 404 where there is none. */
    public Uni<Plan> get(String id) {
        return findById(id).map(row -> plan(present(row, id)));
    }

    /** A plan that nobody changes until the transaction ends. */
    Uni<Plan> shared(String id) {
        return findById(id, LockModeType.PESSIMISTIC_READ).map(row -> plan(present(row, id)));
    }

    /** Plans in the order of their opening. */
    public Uni<List<Plan>> page(@Nullable String after, int count) {
        return find("id > ?1 order by id", after == null ? "" : after)
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(this::plan).toList());
    }

    /** Gives a plan other terms; its kind stays. */
    public Uni<Plan> amend(String id, @Nullable String ifMatch, Terms terms, String by, Instant now) {
        return change(id, ifMatch, by, "AMENDED", plan -> {
            if (terms.kind() != plan.terms().kind()) {
                throw Problems.invalid("/kind", "must stay as it is: open another plan");
            }
            Terms.Briefing before = plan.terms().briefing();
            Terms.Briefing after = terms.briefing();
            if (before != null
                    && after != null
                    && !before.sha256().equals(after.sha256())
                    && after.edition() <= before.edition()) {
                throw Problems.invalid(
                        "/briefing/edition", "must rise where the text changes: it must be signed again");
            }
            return new Plan(id, plan.version() + 1, plan.status(), terms, plan.measures(), now);
        });
    }

    /** Closes a plan for good: nobody is admitted any more. */
    public Uni<Plan> close(String id, @Nullable String ifMatch, String reason, String by, Instant now) {
        return change(
                id,
                ifMatch,
                by,
                "CLOSED: " + Sha256.of(reason),
                plan -> new Plan(id, plan.version() + 1, Plan.Status.CLOSED, plan.terms(), plan.measures(), now));
    }

    /** Says whether a measure is in place. */
    public Uni<Plan> mark(
            String id,
            @Nullable String ifMatch,
            String measureId,
            boolean inPlace,
            @Nullable LocalDate until,
            @Nullable String note,
            String by,
            Instant now) {
        return change(id, ifMatch, by, "MEASURE", plan -> {
            if (usual.named(measureId)
                    .filter(measure -> measure.kinds().contains(plan.terms().kind()))
                    .isEmpty()) {
                throw Problems.notFound("measure for this kind of plan", measureId);
            }
            List<Measure> measures = new ArrayList<>(plan.measures());
            measures.removeIf(measure -> measure.id().equals(measureId));
            measures.add(new Measure(measureId, inPlace, until, note, by, now));
            measures.sort(java.util.Comparator.comparing(Measure::id));
            return new Plan(id, plan.version() + 1, plan.status(), plan.terms(), measures, now);
        });
    }

    private Uni<Plan> change(String id, @Nullable String ifMatch, String by, String what, UnaryOperator<Plan> change) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).chain(found -> {
            PlanRow row = present(found, id);
            ETags.require(ifMatch, row.version);
            if (row.status == Plan.Status.CLOSED) {
                throw Problems.conflict("The plan is closed.");
            }
            Plan plan = change.apply(plan(row));
            set(row, plan, by);
            return flush().chain(() -> known(plan, by, what));
        });
    }

    private Uni<Plan> known(Plan plan, String by, String what) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from technology_control_plan_item where plan_id = :plan and item_id <> all(:items)")
                        .setParameter("plan", plan.id())
                        .setParameter("items", plan.terms().itemIds().toArray(String[]::new))
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("""
                                insert into technology_control_plan_item (plan_id, item_id)
                                select :plan, i from unnest(cast(:items as text[])) as i on conflict do nothing""")
                                .setParameter("plan", plan.id())
                                .setParameter("items", plan.terms().itemIds().toArray(String[]::new))
                                .executeUpdate())
                        .chain(() -> session.createNativeQuery(DUE)
                                .setParameter("plan", plan.id())
                                .executeUpdate()))
                .chain(() -> changes.record(new Change(
                        null,
                        plan.id(),
                        plan.version(),
                        CHANGED,
                        null,
                        new Fact(
                                what,
                                plan.status(),
                                plan.terms().kind(),
                                plan.terms().itemIds(),
                                Sha256.of(json.write(new Content(plan.terms(), plan.measures()))),
                                by))))
                .replaceWith(plan);
    }

    private void set(PlanRow row, Plan plan, String by) {
        row.version = plan.version();
        row.status = plan.status();
        row.content = json.write(new Content(plan.terms(), plan.measures()));
        row.changedAt = plan.changedAt();
        row.changedBy = by;
    }

    private Plan plan(PlanRow row) {
        Content content = json.read(row.content, Content.class);
        return new Plan(row.id, row.version, row.status, content.terms(), content.measures(), row.changedAt);
    }

    private static PlanRow present(@Nullable PlanRow row, String id) {
        if (row == null) {
            throw Problems.notFound("technology control plan", id);
        }
        return row;
    }

    /** Ledger fact: a plan changed. */
    @RegisterForReflection
    record Fact(
            String what, Plan.Status status, Terms.Kind kind, List<String> itemIds, String contentSha256, String by) {}
}
