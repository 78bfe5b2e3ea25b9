package dev.portcullis.personnel.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.PersonState.Standing;
import dev.portcullis.contracts.PersonState.Status;
import dev.portcullis.personnel.nationality.Assessment;
import dev.portcullis.personnel.nationality.Citizenship;
import dev.portcullis.personnel.nationality.DeemedExportNationality;
import dev.portcullis.personnel.nationality.NationalityFacts;
import dev.portcullis.personnel.nationality.UsPersonBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoubtsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final Assessment US =
            assess(new NationalityFacts(List.of(), List.of(), UsPersonBasis.CITIZEN, null));
    private static final Assessment FOREIGN = assess(new NationalityFacts(
            List.of(new Citizenship(CountryCode.of("IN"), LocalDate.of(1990, 1, 1), null)),
            List.of(),
            UsPersonBasis.NONE,
            LocalDate.of(2027, 1, 1)));

    @ParameterizedTest
    @EnumSource(Doubt.class)
    void a_doubt_leaves_nothing_of_a_standing_that_permits(Doubt doubt) {
        for (Assessment facts : List.of(US, FOREIGN, assess(NationalityFacts.NONE))) {
            PersonState told = state(true, facts, Doubts.NONE.with(doubt));
            assertThat(told.standing()).isEqualTo(Standing.UNDETERMINED);
            assertThat(told.deemedExportCountry()).isNull();
            assertThat(told.nationalities()).isEmpty();
            assertThat(Doubts.NONE.with(doubt).over(facts).questions()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Doubt.class)
    void a_doubt_makes_nobody_active(Doubt doubt) {
        assertThat(state(false, US, Doubts.NONE.with(doubt)).status()).isEqualTo(Status.INACTIVE);
    }

    @Test
    void whoever_may_have_left_is_told_as_inactive() {
        assertThat(state(true, US, Doubts.NONE.with(Doubt.EMPLOYMENT_UNCLEAR)).status())
                .isEqualTo(Status.INACTIVE);
        assertThat(state(true, US, Doubts.NONE.with(Doubt.HR_MESSAGE_REFUSED)).status())
                .isEqualTo(Status.ACTIVE);
    }

    @Test
    void without_a_doubt_the_facts_speak() {
        assertThat(Doubts.NONE.over(FOREIGN)).isSameAs(FOREIGN);
        assertThat(state(true, FOREIGN, Doubts.NONE).deemedExportCountry()).isEqualTo(CountryCode.of("IN"));
    }

    @Test
    void the_day_on_which_the_facts_change_is_kept_under_a_doubt() {
        assertThat(Doubts.NONE.with(Doubt.HR_MESSAGE_REFUSED).over(FOREIGN).changesOn())
                .isEqualTo(LocalDate.of(2027, 1, 2));
    }

    @Test
    void doubts_read_as_they_were_written() {
        for (Set<Doubt> set : List.of(Set.<Doubt>of(), Set.of(Doubt.EMPLOYMENT_UNCLEAR), Set.of(Doubt.values()))) {
            assertThat(Doubts.of(new Doubts(set).words()).standing()).isEqualTo(set);
        }
        assertThat(new Doubts(Set.of(Doubt.values()))
                        .without(Doubt.EMPLOYMENT_UNCLEAR)
                        .standing())
                .doesNotContain(Doubt.EMPLOYMENT_UNCLEAR)
                .contains(Doubt.HR_MESSAGE_REFUSED);
    }

    private static PersonState state(boolean active, Assessment facts, Doubts doubts) {
        return PersonStates.of("per-1", 1, active, facts, doubts, Instant.EPOCH);
    }

    private static Assessment assess(NationalityFacts facts) {
        return DeemedExportNationality.assess(facts, DAY);
    }
}
