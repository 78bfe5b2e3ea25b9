package dev.portcullis.licensing.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.licensing.record.DestinationControl.OnInvoice;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of a release.
 *
 * @param releaseId the release
 * @param version rises by one with each change
 * @param determinationId the determination on which it rests
 * @param authority what permitted it
 * @param complete whether nothing is missing
 * @param filing what a filing in the AES takes, if one is needed
 * @param invoice what belongs on the commercial invoice
 * @param shipment what persons told
 * @param basisOn the latest event from which the time of keeping runs; absent while none is known
 * @param keepUntil the last day on which it must be kept; absent while no event is known: it is kept
 * @param holds legal holds in force, by id
 * @param ledgerEntryId the ledger entry of the last change; absent while nothing was told
 * @param changedAt when that was
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordView(
        String releaseId,
        long version,
        String determinationId,
        @Nullable String authority,
        boolean complete,
        Filing filing,
        OnInvoice invoice,
        Shipment shipment,
        @Nullable LocalDate basisOn,
        @Nullable LocalDate keepUntil,
        List<String> holds,
        @Nullable Long ledgerEntryId,
        Instant changedAt) {
    public RecordView {
        holds = List.copyOf(holds);
    }
}
