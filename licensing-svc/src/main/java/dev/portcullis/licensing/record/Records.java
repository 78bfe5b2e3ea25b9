package dev.portcullis.licensing.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.licensing.criteria.Known;
import dev.portcullis.licensing.decision.CanonicalJson;
import dev.portcullis.licensing.dossier.Dossiers;
import dev.portcullis.licensing.dossier.LicenseCodes;
import dev.portcullis.licensing.form.Form;
import dev.portcullis.licensing.release.Release;
import dev.portcullis.licensing.release.Releases;
import dev.portcullis.platform.change.Change;
import dev.portcullis.platform.change.Changes;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.etag.ETags;
import dev.portcullis.platform.problem.Problem.FieldError;
import dev.portcullis.platform.problem.Problems;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the records of releases. Everything runs in the caller's session or transaction. */
@ApplicationScoped
public class Records implements PanacheRepositoryBase<RecordRow, String> {
    private static final String CHANGED = "dev.portcullis.record.changed";

    private final ExportInformation information = ExportInformation.shipped();
    private final DestinationControl control = DestinationControl.shipped();
    private final LicenseCodes codes = LicenseCodes.shipped();

    @Inject
    Releases releases;

    @Inject
    RecordHolds holds;

    @Inject
    Dossiers dossiers;

    @Inject
    CanonicalJson json;

    @Inject
    Changes changes;

    Form form() {
        return information.form();
    }

    /** A record; 404 where there is none, which is so of what was not permitted. */
    Uni<WholeRecord> get(String releaseId, Instant now) {
        return findById(releaseId).chain(row -> whole(present(row, releaseId), now));
    }

    /** Tells of a shipment; 428 or 412 where the record's newest version was not seen. */
    Uni<WholeRecord> tell(String releaseId, @Nullable String ifMatch, Shipment shipment, Instant now) {
        require(shipment, LocalDate.ofInstant(now, ZoneOffset.UTC));
        return findById(releaseId, LockModeType.PESSIMISTIC_WRITE).chain(found -> {
            RecordRow row = present(found, releaseId);
            ETags.require(ifMatch, row.version);
            LocalDate exported = ExportInformation.exportedOn(shipment.answers());
            LocalDate basis = Retention.basis(later(exported, row.releasedOn), shipment);
            row.version++;
            row.shipment = new String(json.write(shipment), StandardCharsets.UTF_8);
            row.keepUntil = Retention.keepUntil(basis, row.keepUntil);
            row.basisOn = row.keepUntil == null ? null : basis == null ? row.basisOn : later(basis, row.basisOn);
            row.changedAt = now;
            ChangedFact fact = new ChangedFact(
                    Sha256.of(row.shipment.getBytes(StandardCharsets.UTF_8)),
                    row.keepUntil == null ? null : row.keepUntil.toString());
            return changes.record(new Change(null, releaseId, row.version, CHANGED, null, fact))
                    .invoke(entry -> row.ledgerEntryId = entry)
                    .chain(() -> whole(row, now));
        });
    }

    /** Records in the order of their releases, narrowed to what is given. */
    Uni<List<RecordView>> page(
            @Nullable String partyId,
            @Nullable String itemId,
            @Nullable LocalDate exportedFrom,
            @Nullable LocalDate exportedUntil,
            @Nullable String after,
            int count,
            Instant now) {
        StringBuilder where = new StringBuilder("releaseId > :after");
        Parameters parameters = Parameters.with("after", after == null ? "" : after);
        if (partyId != null) {
            where.append(" and releaseId in (select p.releaseId from ReleasePartyRow p where p.partyId = :party)");
            parameters = parameters.and("party", partyId);
        }
        if (itemId != null) {
            where.append(" and releaseId in (select r.id from ReleaseRow r where r.itemId = :item)");
            parameters = parameters.and("item", itemId);
        }
        if (exportedFrom != null) {
            where.append(" and basisOn >= :from");
            parameters = parameters.and("from", exportedFrom);
        }
        if (exportedUntil != null) {
            where.append(" and basisOn <= :until");
            parameters = parameters.and("until", exportedUntil);
        }
        return find(where + " order by releaseId", parameters)
                .range(0, count - 1)
                .list()
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> whole(row, now))
                        .map(WholeRecord::view)
                        .collect()
                        .asList());
    }

    private Uni<WholeRecord> whole(RecordRow row, Instant now) {
        return releases.get(row.releaseId)
                .chain(kept -> holds.inForce(row.releaseId).map(inForce -> {
                    Release release = kept.release();
                    Releases.LedgerEntryIds entries = kept.ledgerEntryIds();
                    Shipment shipment = json.read(row.shipment.getBytes(StandardCharsets.UTF_8), Shipment.class);
                    Known known = ShipmentFacts.of(
                            release, dossiers.of(release.determination(), now), codes, shipment.answers());
                    Filing filing = information.judge(known, shipment.answers());
                    DestinationControl.OnInvoice invoice = control.judge(known);
                    RecordView view = new RecordView(
                            row.releaseId,
                            row.version,
                            release.determination().id(),
                            release.authority(),
                            filing.complete() && invoice.need() != Filing.Need.UNDECIDED && row.basisOn != null,
                            filing,
                            invoice,
                            shipment,
                            row.basisOn,
                            row.keepUntil,
                            inForce,
                            row.ledgerEntryId,
                            row.changedAt);
                    return new WholeRecord(
                            view, release, entries.release(), entries.determination(), entries.license(), known);
                }));
    }

    private void require(Shipment shipment, LocalDate today) {
        List<FieldError> faults = new ArrayList<>(information.form().faults("/answers", shipment.answers()));
        if (faults.isEmpty()) {
            LocalDate exported = ExportInformation.exportedOn(shipment.answers());
            // A planned day is told ahead of the filing, but not years.
            if (exported != null && exported.isAfter(today.plusYears(1))) {
                faults.add(new FieldError("/answers/exportDate", null, "must not be more than a year ahead"));
            }
        }
        for (int i = 0; i < shipment.events().size(); i++) {
            if (shipment.events().get(i).on().isAfter(today)) {
                faults.add(new FieldError("/events/" + i + "/on", null, "must not be after today"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return Stream.of(java.util.Optional.ofNullable(one), java.util.Optional.ofNullable(other))
                .flatMap(java.util.Optional::stream)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static RecordRow present(@Nullable RecordRow row, String releaseId) {
        if (row == null) {
            throw Problems.notFound("record of a permitted release", releaseId);
        }
        return row;
    }

    /** Ledger fact: something was told of a shipment. The words stay in the table; the ledger keeps their digest. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangedFact(String shipmentSha256, @Nullable String keepUntil) {}
}
