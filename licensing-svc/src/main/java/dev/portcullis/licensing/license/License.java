package dev.portcullis.licensing.license;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.LicenseState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A license at one moment.
 *
 * @param id opaque id
 * @param version rises by one with each change, a draw included
 * @param number the number that the authority gave it
 * @param kind what it is for
 * @param status whether it can be drawn upon, apart from its dates
 * @param validFrom first day
 * @param validUntil last day
 * @param terms whom and where it names
 * @param lines what it authorizes and what is drawn of it
 * @param changedAt when this state came about
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record License(
        String id,
        long version,
        String number,
        LicenseKind kind,
        LicenseState.Status status,
        LocalDate validFrom,
        LocalDate validUntil,
        LicenseTerms terms,
        List<LicenseState.Line> lines,
        Instant changedAt) {
    public License {
        lines = List.copyOf(lines);
    }

    /** The state as other services see it. */
    public LicenseState toState() {
        return new LicenseState(id, version, number, status, validFrom, validUntil, lines, changedAt);
    }

    /** The same license as a reader sees it on a day: what has run out says so. */
    public License on(LocalDate today) {
        boolean ranOut = status == LicenseState.Status.ACTIVE && today.isAfter(validUntil);
        return ranOut
                ? new License(
                        id,
                        version,
                        number,
                        kind,
                        LicenseState.Status.EXPIRED,
                        validFrom,
                        validUntil,
                        terms,
                        lines,
                        changedAt)
                : this;
    }
}
