package dev.portcullis.screening.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.PartyState.Status;
import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.match.Match.LegalFormEvidence;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which findings must be known before an edition becomes current: those that hold more than what was known. */
class FindingTest {
    private static final Finding CLEAR = finding(Status.CLEAR);

    @Test
    void a_new_hit_a_stricter_status_and_another_entry_hold_more() {
        assertThat(finding(Status.LISTED, "EL-1").holdsMoreThan(CLEAR)).isTrue();
        assertThat(finding(Status.POSSIBLE_MATCH, "EL-1").holdsMoreThan(CLEAR)).isTrue();
        assertThat(finding(Status.LISTED, "EL-1").holdsMoreThan(finding(Status.POSSIBLE_MATCH, "EL-1")))
                .isTrue();
        // An unverified party that is put on the Entity List stays LISTED, and another rule applies.
        assertThat(finding(Status.LISTED, "EL-1").holdsMoreThan(finding(Status.LISTED, "UVL-1")))
                .isTrue();
        assertThat(finding(Status.LISTED, "EL-1", "UVL-1").holdsMoreThan(finding(Status.LISTED, "UVL-1")))
                .isTrue();
    }

    @Test
    void the_same_or_less_does_not() {
        assertThat(CLEAR.holdsMoreThan(CLEAR)).isFalse();
        assertThat(CLEAR.holdsMoreThan(finding(Status.LISTED, "EL-1"))).isFalse();
        assertThat(finding(Status.LISTED, "EL-1").holdsMoreThan(finding(Status.LISTED, "EL-1", "UVL-1")))
                .isFalse();
        assertThat(finding(Status.POSSIBLE_MATCH, "EL-1").holdsMoreThan(finding(Status.LISTED, "EL-1")))
                .isFalse();
    }

    @Test
    void nothing_was_permitted_to_a_party_that_was_never_screened() {
        assertThat(finding(Status.LISTED, "EL-1").holdsMoreThan(null)).isFalse();
    }

    private static Finding finding(Status status, String... entries) {
        return new Finding(
                status,
                "1",
                Arrays.stream(entries)
                        .map(entry -> new Finding.Hit(
                                entry.substring(0, entry.indexOf('-')),
                                entry,
                                "Listed",
                                "Listed",
                                "Asked",
                                Alias.Kind.STRONG,
                                1,
                                1.0,
                                null,
                                List.of(),
                                List.of(),
                                Finding.CountryEvidence.UNKNOWN,
                                LegalFormEvidence.AGREES,
                                List.of(),
                                List.of(),
                                null))
                        .toList(),
                List.of(),
                List.of(),
                Instant.parse("2026-11-23T00:00:00Z"));
    }
}
