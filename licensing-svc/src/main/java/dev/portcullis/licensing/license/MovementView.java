package dev.portcullis.licensing.license;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.licensing.balance.Amount;
import dev.portcullis.licensing.balance.Movement;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A movement of a line's balance, with the balance after it. It is never changed.
 *
 * @param licenseId the license
 * @param licenseNumber its number
 * @param number place in the license's history, from 1 without a gap
 * @param version the license's version with it; 0 for what was drawn before movements were kept
 * @param line the line
 * @param kind in which way
 * @param unit unit of the quantities: the line's
 * @param currency currency of the values; absent where the line does not limit the value
 * @param reference what moved it: a release, an order, a return or a correction
 * @param part place among the lines that the reference moved, from 0
 * @param quantity units by which what is drawn rose, less than zero where it fell
 * @param value value by which what is drawn rose
 * @param quantityAssigned units by which what is reserved rose
 * @param valueAssigned value by which what is reserved rose
 * @param quantityDrawnAfter units drawn then
 * @param valueDrawnAfter value drawn then
 * @param quantityAssignedAfter units reserved then
 * @param valueAssignedAfter value reserved then
 * @param relatesTo the draw that a return is of, or the assignment that was drawn or given free
 * @param reason why, for a correction
 * @param by token subject of who asked for it
 * @param at when
 * @param ledgerEntryId its ledger entry; 0 for what was drawn before movements were kept
 * @param digest of the request, by which one that comes again is known
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MovementView(
        String licenseId,
        String licenseNumber,
        long number,
        long version,
        int line,
        Movement kind,
        String unit,
        @Nullable String currency,
        String reference,
        int part,
        BigDecimal quantity,
        BigDecimal value,
        BigDecimal quantityAssigned,
        BigDecimal valueAssigned,
        BigDecimal quantityDrawnAfter,
        BigDecimal valueDrawnAfter,
        BigDecimal quantityAssignedAfter,
        BigDecimal valueAssignedAfter,
        @Nullable String relatesTo,
        @Nullable String reason,
        String by,
        Instant at,
        long ledgerEntryId,
        @JsonIgnore String digest) {
    /** By how much what is drawn rose. */
    Amount drawn() {
        return new Amount(quantity, value);
    }

    /** By how much what is reserved rose. */
    Amount assigned() {
        return new Amount(quantityAssigned, valueAssigned);
    }

    MovementView entered(long entryId) {
        return new MovementView(
                licenseId,
                licenseNumber,
                number,
                version,
                line,
                kind,
                unit,
                currency,
                reference,
                part,
                quantity,
                value,
                quantityAssigned,
                valueAssigned,
                quantityDrawnAfter,
                valueDrawnAfter,
                quantityAssignedAfter,
                valueAssignedAfter,
                relatesTo,
                reason,
                by,
                at,
                entryId,
                digest);
    }
}
