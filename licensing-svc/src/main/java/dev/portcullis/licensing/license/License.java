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
 * @param version rises by one with each change, a movement of its balance included
 * @param number the number that the authority gave it
 * @param kind what it is for
 * @param status whether it can be drawn upon, apart from its dates
 * @param validFrom first day
 * @param validUntil last day
 * @param terms whom and where it names
 * @param lines what it authorizes and what is drawn of it
 * @param changedAt when this state came about
 * @param amendment which version of its words this is, from 1
 * @param openConditions conditions that must be met or acknowledged before it is drawn upon, and are not
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
        Instant changedAt,
        int amendment,
        int openConditions) {
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
        return ranOut ? with(LicenseState.Status.EXPIRED) : this;
    }

    /** The same license with another status. */
    License with(LicenseState.Status other) {
        return new License(
                id,
                version,
                number,
                kind,
                other,
                validFrom,
                validUntil,
                terms,
                lines,
                changedAt,
                amendment,
                openConditions);
    }

    /** The next version of the license, with other balances. */
    License moved(LicenseState.Status next, List<LicenseState.Line> balances, Instant at) {
        return new License(
                id,
                version + 1,
                number,
                kind,
                next,
                validFrom,
                validUntil,
                terms,
                balances,
                at,
                amendment,
                openConditions);
    }
}
