package dev.portcullis.licensing.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.ItemState.Classification;
import dev.portcullis.contracts.ReleaseState.Decision;
import dev.portcullis.contracts.Topics;
import dev.portcullis.licensing.decision.CanonicalJson;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.decision.Determinations;
import dev.portcullis.licensing.decision.Determinations.Made;
import dev.portcullis.licensing.decision.Disclosure;
import dev.portcullis.licensing.determination.Transaction;
import dev.portcullis.licensing.license.Drawing;
import dev.portcullis.licensing.license.Licenses;
import dev.portcullis.licensing.license.Wanted;
import dev.portcullis.licensing.license.Wanted.Exporter;
import dev.portcullis.licensing.measure.Units;
import dev.portcullis.licensing.release.ReleaseRequest.Split;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.id.Ids;
import dev.portcullis.platform.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides releases. The determination, the draw on a license, the decision, their events and their ledger entries stand in the
 * caller's one transaction: all of them, or none.
 */
@ApplicationScoped
public class Releases implements PanacheRepositoryBase<ReleaseRow, String> {
    private static final String DECIDED = "dev.portcullis.release.decided";

    @Inject
    Determinations determinations;

    @Inject
    Licenses licenses;

    @Inject
    Changes changes;

    @Inject
    Units units;

    @Inject
    CanonicalJson canonical;

    @Inject
    MeterRegistry metrics;

    /**
     * A decision and the ledger entries that keep it.
     *
     * @param release the decision
     * @param ledgerEntryIds by which proofs can be asked for
     * @param sha256 digest of the stored decision, which its ledger entry names; absent where something is withheld
     * @param withheld what the reader is not shown; absent where the answer is whole
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Kept(
            Release release,
            LedgerEntryIds ledgerEntryIds,
            @Nullable String sha256,
            @Nullable String withheld) {
        /** The same as a reader is shown it. */
        Kept shown(Disclosure disclosure) {
            return disclosure.withholds(release.determination().transaction())
                    ? new Kept(
                            release.shown(disclosure),
                            new LedgerEntryIds(ledgerEntryIds.release(), ledgerEntryIds.determination(), null),
                            null,
                            Disclosure.WITHHELD)
                    : this;
        }
    }

    /**
     * Ids of ledger entries.
     *
     * @param release the entry of the decision
     * @param determination the entry of the determination
     * @param license the entry of the draw; absent where none was made or it is withheld
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LedgerEntryIds(
            long release, long determination, @Nullable Long license) {}

    /** Decides under today's law. */
    public Uni<Kept> decide(ReleaseRequest request, String caller, Instant now) {
        Splits.require(request);
        if (request.unit() != null && units.find(request.unit()) == null) {
            throw Problems.invalid("/unit", "is no unit of the table");
        }
        String id = Ids.next("rel");
        Transaction transaction = request.transaction();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return determinations
                .determine(transaction, today, caller, now)
                .chain(made -> draw(id, request, made, today, caller, now)
                        .chain(drawing -> keep(id, request, made, drawing.orNull(), caller, now)));
    }

    /** A decision; 404 where there is none. */
    public Uni<Kept> get(String id) {
        return findById(id).map(row -> {
            if (row == null) {
                throw Problems.notFound("release", id);
            }
            return kept(row);
        });
    }

    /** Decisions in the order of their making, narrowed to what is given. */
    public Uni<List<Kept>> page(
            @Nullable Decision decision,
            @Nullable String itemId,
            @Nullable String partyId,
            @Nullable String after,
            int count) {
        StringBuilder where = new StringBuilder("id > :after");
        Parameters parameters = Parameters.with("after", after == null ? "" : after);
        if (decision != null) {
            where.append(" and decision = :decision");
            parameters = parameters.and("decision", decision);
        }
        if (itemId != null) {
            where.append(" and itemId = :item");
            parameters = parameters.and("item", itemId);
        }
        if (partyId != null) {
            where.append(" and id in (select p.releaseId from ReleasePartyRow p where p.partyId = :party)");
            parameters = parameters.and("party", partyId);
        }
        return find(where + " order by id", parameters)
                .range(0, count - 1)
                .list()
                .map(rows -> rows.stream().map(this::kept).toList());
    }

    /** A drawing, or none because none was asked for; an empty Uni would say less. */
    private record MaybeDrawing(@Nullable Drawing orNull) {}

    private Uni<MaybeDrawing> draw(
            String id, ReleaseRequest request, Made made, LocalDate today, String caller, Instant now) {
        ItemState item = made.facts().item().usable();
        Classification classification = item == null ? null : item.classification();
        if (!Verdict.wantsLicense(made.determination()) || classification == null || classification.eccn() == null) {
            return Uni.createFrom().item(new MaybeDrawing(null));
        }
        Wanted wanted = new Wanted(
                request.activity(),
                request.itemId(),
                classification.eccn(),
                made.determination().transaction().parties(),
                request.personId(),
                made.determination().destination(),
                new Exporter(request.legalEntity(), request.organizationUnit(), request.referenceDocument()),
                made.determination().transaction().endUses(),
                request.quantity(),
                request.unit() == null ? Units.ONE : request.unit(),
                request.value(),
                today);
        List<Split> split = request.split();
        Uni<Drawing> drawing = split == null
                ? licenses.draw(id, wanted, request.licenseNumber(), caller, now)
                : licenses.draw(id, Splits.uses(wanted, split), caller, now);
        return drawing.map(MaybeDrawing::new);
    }

    private Uni<Kept> keep(
            String id, ReleaseRequest request, Made made, @Nullable Drawing drawing, String caller, Instant now) {
        Determination determination = made.determination();
        Verdict verdict = Verdict.of(determination, drawing);
        Release release = new Release(
                id,
                verdict.decision(),
                verdict.authority(),
                verdict.reasons(),
                request.quantity(),
                request.value(),
                determination,
                drawing,
                now);
        ReleaseRow row = new ReleaseRow();
        row.id = id;
        row.determinationId = determination.id();
        row.decision = verdict.decision();
        row.itemId = determination.transaction().itemId();
        row.personId = determination.transaction().personId();
        row.decidedAt = now;
        row.decidedFor = caller;
        row.answer = canonical.write(release);
        row.determinationLedgerEntryId = made.ledgerEntryId();
        Fact fact = new Fact(
                determination.id(), row.itemId, verdict.decision(), verdict.authority(), Sha256.of(row.answer));
        List<ReleasePartyRow> parties = determination.transaction().partyIds().stream()
                .map(party -> new ReleasePartyRow(id, party))
                .toList();
        return changes.record(new Change(Topics.RELEASES, id, 1, DECIDED, release.toState(), fact))
                .invoke(entry -> row.ledgerEntryId = entry)
                .chain(() -> persist(row))
                .chain(() -> Panache.getSession())
                .chain(session -> session.persistAll(parties.toArray()))
                .invoke(() -> metrics.counter(
                                "portcullis.releases",
                                "decision",
                                verdict.decision().name())
                        .increment())
                .replaceWith(() -> kept(row, release));
    }

    private Kept kept(ReleaseRow row) {
        return kept(row, canonical.read(row.answer, Release.class));
    }

    private static Kept kept(ReleaseRow row, Release release) {
        Drawing drawing = release.license();
        Drawing.Drawn drawn = drawing == null ? null : drawing.drawn();
        return new Kept(
                release,
                new LedgerEntryIds(
                        row.ledgerEntryId,
                        row.determinationLedgerEntryId,
                        drawn == null ? null : drawn.ledgerEntryId()),
                Sha256.of(row.answer),
                null);
    }

    /** Ledger fact: the gate decided. The decision may speak of a person and stays in the table; the ledger keeps its digest. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fact(
            String determinationId,
            String itemId,
            Decision decision,
            @Nullable String authority,
            String answerSha256) {}
}
