package dev.portcullis.personnel.plan;

import dev.portcullis.personnel.plan.Visit.Announced;
import dev.portcullis.personnel.plan.Visit.Screening;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Visits. Whoever comes in was screened and found clear, not long ago, and is escorted by somebody who is admitted at that moment.
 * Everything runs in the caller's transaction.
 */
@ApplicationScoped
public class Visits implements PanacheRepositoryBase<VisitRow, String> {
    private static final String CHANGED = "dev.portcullis.visit.changed";

    @Inject
    Plans plans;

    @Inject
    Admissions admissions;

    @Inject
    Changes changes;

    @Inject
    PlanJson json;

    /** For how many days a screening is good for a visit: lists change daily. */
    @Inject
    @ConfigProperty(name = "portcullis.plans.screening-days", defaultValue = "1")
    int screeningDays;

    /** What is stored of a visit beside its columns. */
    @RegisterForReflection
    record Content(Announced asked, String by) {}

    /** Announces a visit. */
    public Uni<Visit> announce(String planId, Announced asked, String by, Instant now) {
        return plans.get(planId).chain(plan -> {
            if (plan.status() != Plan.Status.ACTIVE) {
                throw Problems.conflict("The plan is closed.");
            }
            VisitRow row = new VisitRow();
            row.id = Ids.next("vis");
            row.version = 1;
            row.planId = planId;
            row.content = json.write(new Content(asked, by));
            row.changedAt = now;
            return persist(row).chain(() -> known(row, "ANNOUNCED", by));
        });
    }

    /** Lets a visitor in; 409 with the reason where that may not be. */
    public Uni<Visit> enter(String planId, String id, @Nullable String ifMatch, String by, Instant now) {
        return locked(planId, id, ifMatch).chain(row -> {
            if (row.enteredAt != null) {
                throw Problems.conflict("The visitor came in before.");
            }
            Announced asked = json.read(row.content, Content.class).asked();
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            requireSound(asked, today);
            return admissions.isAdmitted(planId, asked.escortPersonId()).chain(admitted -> {
                if (!admitted) {
                    throw Problems.conflict("The escort is not admitted to the plan now: name another one.");
                }
                row.version++;
                row.enteredAt = now;
                row.changedAt = now;
                return flush().chain(() -> known(row, "ENTERED", by));
            });
        });
    }

    /** Logs that a visitor has left. */
    public Uni<Visit> leave(String planId, String id, @Nullable String ifMatch, String by, Instant now) {
        return locked(planId, id, ifMatch).chain(row -> {
            if (row.enteredAt == null || row.leftAt != null) {
                throw Problems.conflict("The visitor is not inside.");
            }
            row.version++;
            row.leftAt = now;
            row.changedAt = now;
            return flush().chain(() -> known(row, "LEFT", by));
        });
    }

    /** A visit; 404 where the plan has none of the id. */
    public Uni<Visit> get(String planId, String id) {
        return findById(id).map(row -> visit(present(row, planId, id)));
    }

    /** Visits in the order of their announcing. */
    public Uni<List<Visit>> page(String planId, @Nullable String after, int count) {
        return find("planId = ?1 and id > ?2 order by id", planId, after == null ? "" : after)
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(this::visit).toList());
    }

    private void requireSound(Announced asked, LocalDate today) {
        if (asked.screening().result() != Screening.Result.CLEAR) {
            throw Problems.conflict("The visitor was not found clear: nobody comes in before a screening is.");
        }
        LocalDate screened = asked.screening().screenedOn();
        if (screened.isAfter(today) || screened.isBefore(today.minusDays(screeningDays))) {
            throw Problems.conflict("The screening is not of these days: screen the visitor again.");
        }
        if (!asked.day().equals(today)) {
            throw Problems.conflict("The visit was announced for another day.");
        }
    }

    private Uni<VisitRow> locked(String planId, String id, @Nullable String ifMatch) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).map(found -> {
            VisitRow row = present(found, planId, id);
            ETags.require(ifMatch, row.version);
            return row;
        });
    }

    private Uni<Visit> known(VisitRow row, String what, String by) {
        return changes.record(new Change(
                        null,
                        row.id,
                        row.version,
                        CHANGED,
                        null,
                        new Fact(what, row.planId, Sha256.of(row.content), row.enteredAt, row.leftAt, by)))
                .replaceWith(() -> visit(row));
    }

    private Visit visit(VisitRow row) {
        Content content = json.read(row.content, Content.class);
        return new Visit(row.id, row.version, row.planId, content.asked(), row.enteredAt, row.leftAt, content.by());
    }

    private static VisitRow present(@Nullable VisitRow row, String planId, String id) {
        if (row == null || !row.planId.equals(planId)) {
            throw Problems.notFound("visit", id);
        }
        return row;
    }

    /** Ledger fact: a visit was announced, began or ended. What was announced stays in the table; the ledger keeps its digest. */
    @RegisterForReflection
    record Fact(
            String what,
            String planId,
            String contentSha256,
            @Nullable Instant enteredAt,
            @Nullable Instant leftAt,
            String by) {}
}
