package dev.portcullis.personnel.person;

import dev.portcullis.contracts.PersonState;
import dev.portcullis.personnel.nationality.Assessment;
import java.time.Instant;
import java.util.Objects;

/** From an assessment to what the other services hear: no more than a deemed export turns on. */
final class PersonStates {
    private PersonStates() {}

    static PersonState of(String id, long version, boolean active, Assessment facts, Doubts doubts, Instant changedAt) {
        Assessment assessment = doubts.over(facts);
        return new PersonState(
                id,
                version,
                active && !doubts.inactive() ? PersonState.Status.ACTIVE : PersonState.Status.INACTIVE,
                assessment.standing(),
                assessment.deemedExportCountry(),
                assessment.nationalities(),
                assessment.authorizedUntil(),
                changedAt);
    }

    /** Whether two assessments tell the other services the same. */
    static boolean same(Assessment one, Assessment other) {
        return one.standing() == other.standing()
                && Objects.equals(one.deemedExportCountry(), other.deemedExportCountry())
                && one.nationalities().equals(other.nationalities())
                && Objects.equals(one.authorizedUntil(), other.authorizedUntil());
    }
}
