package dev.portcullis.personnel.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.platform.document.HtmlPaper;
import dev.portcullis.platform.document.PdfPaper;
import dev.portcullis.platform.pdf.Attached;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Plans as documents. Must be called inside a session. */
@ApplicationScoped
public class Documents {
    /** What a document shows of each list: one that is longer is read page by page. */
    private static final int MOST = 1000;

    @Inject
    Plans plans;

    @Inject
    Admissions admissions;

    @Inject
    Briefings briefings;

    @Inject
    Visits visits;

    @Inject
    ObjectMapper json;

    private final UsualMeasures usual = UsualMeasures.shipped();

    /** As a page. */
    public Uni<String> html(String planId, Instant now) {
        return whole(planId).map(whole -> HtmlPaper.of(PlanPaper.of(whole, usual, now)));
    }

    /** As PDF/A, with the plan's data inside. */
    public Uni<byte[]> pdf(String planId, Instant now) {
        return whole(planId)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(whole -> PdfPaper.of(
                        PlanPaper.of(whole, usual, now),
                        new Attached("plan.json", "application/json", "The plan's data", bytes(whole.plan()))));
    }

    /** In a session of its own, which ends on its thread: what is drawn from it is drawn on another. */
    private Uni<PlanPaper.Whole> whole(String planId) {
        return Panache.withSession(() -> plans.get(planId)
                .chain(plan -> admissions
                        .page(planId, Admission.State.ADMITTED, null, MOST)
                        .chain(admitted -> admissions
                                .page(planId, Admission.State.SUSPENDED, null, MOST)
                                .map(suspended -> java.util.stream.Stream.concat(admitted.stream(), suspended.stream())
                                        .toList()))
                        .chain(people -> briefings
                                .page(planId, null, MOST)
                                .chain(signed -> visits.page(planId, null, MOST)
                                        .map(came -> new PlanPaper.Whole(plan, people, signed, came))))));
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
