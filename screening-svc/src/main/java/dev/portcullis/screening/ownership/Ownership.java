package dev.portcullis.screening.ownership;

import dev.portcullis.contracts.PartyState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the rules on ownership say of a party, of whom at least one stake is told.
 *
 * @param findings one of each rule
 * @param asOf the day on which it was so
 * @param edition the edition of the lists by which owners were known to be listed
 * @param assessedAt when
 */
@RegisterForReflection
public record Ownership(List<OwnershipFinding> findings, LocalDate asOf, String edition, Instant assessedAt) {
    public Ownership {
        findings = List.copyOf(findings);
    }

    /** The assessment as other services read it. */
    public PartyState.Ownership toState() {
        return new PartyState.Ownership(
                findings.stream().map(OwnershipFinding::toState).toList(), asOf, assessedAt);
    }

    /** Whether two assessments say the same, whenever and by whatever edition they were made. */
    public boolean saysTheSameAs(Ownership other) {
        return findings.equals(other.findings);
    }
}
