package dev.portcullis.licensing.deemed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState.Situation;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.PersonState.Standing;
import dev.portcullis.contracts.PersonState.Status;
import dev.portcullis.licensing.regulation.LawDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CensusTest {
    private static final CountryCode CN = CountryCode.of("CN");
    private static final CountryCode CA = CountryCode.of("CA");

    private final Census census = new Census();

    @Test
    void a_situation_begins_with_the_first_person_in_it_and_ends_with_the_last() {
        assertThat(census.count("a", foreign(Status.ACTIVE)).begun()).isEqualTo(Situation.of(foreign(Status.ACTIVE)));
        assertThat(census.count("b", foreign(Status.ACTIVE)).begun()).isNull();
        assertThat(census.count("a", null).ended()).isNull();
        assertThat(census.count("b", foreign(Status.INACTIVE)).ended()).isEqualTo(Situation.of(foreign(Status.ACTIVE)));
        assertThat(census.situations()).isEmpty();
    }

    @Test
    void a_person_told_again_as_before_changes_nothing() {
        census.count("a", foreign(Status.ACTIVE));
        assertThat(census.count("a", foreign(Status.ACTIVE)).moved()).isFalse();
        assertThat(census.count("unknown", null).moved()).isFalse();
    }

    @Test
    void nationalities_told_in_another_order_or_twice_are_the_same_situation() {
        assertThat(new Situation(Standing.FOREIGN_PERSON, CN, List.of(CN, CA, CN)))
                .isEqualTo(new Situation(Standing.FOREIGN_PERSON, CN, List.of(CA, CN)));
    }

    @Test
    void each_day_that_a_law_names_and_the_day_after_it_may_change_the_law() {
        LawDays days = LawDays.of("{\"from\": \"2026-11-09\", \"until\": \"2026-12-31\", \"not\": \"2026-13-77\"}");
        assertThat(days.after(LocalDate.parse("2026-11-09"), 8))
                .containsExactly(
                        LocalDate.parse("2026-11-10"), LocalDate.parse("2026-12-31"), LocalDate.parse("2027-01-01"));
        assertThat(days.after(LocalDate.parse("2026-11-09"), 1)).hasSize(1);
    }

    private static PersonState foreign(Status status) {
        return new PersonState("x", 1, status, Standing.FOREIGN_PERSON, CN, List.of(CN), null, Instant.EPOCH);
    }
}
