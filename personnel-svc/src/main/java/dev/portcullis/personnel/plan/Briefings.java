package dev.portcullis.personnel.plan;

import dev.portcullis.personnel.plan.Signature.Method;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signatures under briefings. Everything runs in the caller's transaction. */
@ApplicationScoped
public class Briefings implements PanacheRepositoryBase<SignatureRow, String> {
    private static final String SIGNED = "dev.portcullis.briefing.signed";

    @Inject
    Changes changes;

    /** The last day of the person's newest signature under an edition; null where there is none. An empty Uni never. */
    Uni<Until> until(String planId, String personId, int edition) {
        return find(
                        "planId = ?1 and personId = ?2 and edition = ?3 order by validUntil desc",
                        planId,
                        personId,
                        edition)
                .firstResult()
                .map(row -> new Until(row == null ? null : row.validUntil));
    }

    /** A last day, or none. */
    record Until(@Nullable LocalDate day) {}

    /**
     * Records a signature under the present edition of the plan's briefing.
     *
     * @param evidenceSha256 digest of the signed paper; null where the person signs with a token of its own
     * @param signedAt not after now
     */
    public Uni<Signature> sign(
            Plan plan, String personId, @Nullable String evidenceSha256, Instant signedAt, String by, Instant now) {
        Terms.Briefing briefing = plan.terms().briefing();
        if (briefing == null) {
            throw Problems.conflict("The plan has no briefing.");
        }
        if (signedAt.isAfter(now)) {
            throw Problems.invalid("/signedAt", "must not be ahead");
        }
        SignatureRow row = new SignatureRow();
        row.id = Ids.next("brs");
        row.planId = plan.id();
        row.personId = personId;
        row.edition = briefing.edition();
        row.method = evidenceSha256 == null ? Method.OWN_TOKEN : Method.RECORDED;
        row.evidenceSha256 = evidenceSha256;
        row.signedAt = signedAt;
        row.validUntil = LocalDate.ofInstant(signedAt, ZoneOffset.UTC).plusDays(briefing.renewAfterDays());
        row.recordedBy = by;
        return persist(row)
                .chain(() -> changes.record(new Change(
                        null,
                        row.id,
                        1,
                        SIGNED,
                        null,
                        new Fact(plan.id(), personId, row.edition, row.method, evidenceSha256, row.validUntil, by))))
                .replaceWith(() -> signature(row));
    }

    /** Signatures under a plan's briefing, in the order of their recording. */
    public Uni<List<Signature>> page(String planId, @Nullable String after, int count) {
        return find("planId = ?1 and id > ?2 order by id", planId, after == null ? "" : after)
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(Briefings::signature).toList());
    }

    private static Signature signature(SignatureRow row) {
        return new Signature(
                row.id,
                row.planId,
                row.personId,
                row.edition,
                row.method,
                row.evidenceSha256,
                row.signedAt,
                row.validUntil);
    }

    /** Ledger fact: somebody signed a briefing. */
    @RegisterForReflection
    record Fact(
            String planId,
            String personId,
            int edition,
            Method method,
            @Nullable String evidenceSha256,
            LocalDate validUntil,
            String by) {}
}
