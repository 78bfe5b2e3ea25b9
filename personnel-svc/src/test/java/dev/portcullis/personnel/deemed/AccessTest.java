package dev.portcullis.personnel.deemed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState;
import dev.portcullis.contracts.DeterminationState.Activity;
import dev.portcullis.contracts.DeterminationState.Ahead;
import dev.portcullis.contracts.DeterminationState.Covering;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.DeterminationState.Situation;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.PersonState.Standing;
import dev.portcullis.contracts.PersonState.Status;
import dev.portcullis.personnel.deemed.Access.Answer;
import dev.portcullis.personnel.deemed.Access.Reliable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-29");
    private static final Reliable CURRENT = new Reliable(NOW.plusSeconds(1), NOW.plusSeconds(1));

    @Test
    void what_needs_no_license_may_be_received_and_what_needs_one_may_not() {
        assertThat(access(Outcome.NO_LICENSE_REQUIRED)).isEqualTo(Answer.MAY_RECEIVE);
        assertThat(access(Outcome.EXCEPTION)).isEqualTo(Answer.MAY_RECEIVE);
        assertThat(access(Outcome.LICENSE_REQUIRED)).isEqualTo(Answer.LICENSE_REQUIRED);
        assertThat(access(Outcome.PROHIBITED)).isEqualTo(Answer.MAY_NOT);
        assertThat(access(Outcome.REVIEW)).isEqualTo(Answer.REVIEW);
    }

    @Test
    void a_license_covers_only_whom_it_names_and_only_until_its_last_day() {
        DeterminationState answer = answer(
                Outcome.LICENSE_REQUIRED,
                List.of(),
                new Covering("lic-1", "D1", 1, TODAY, List.of("per-1")),
                new Covering("lic-2", "D2", 1, TODAY.minusDays(1), List.of("per-2")));

        Access named = Access.of(person("per-1", null), "itm-1", answer, CURRENT, NOW);
        assertThat(named.access()).isEqualTo(Answer.MAY_RECEIVE);
        assertThat(named.authority()).isEqualTo("D1");
        assertThat(named.until()).isEqualTo(TODAY);
        assertThat(Access.of(person("per-2", null), "itm-1", answer, CURRENT, NOW)
                        .access())
                .isEqualTo(Answer.LICENSE_REQUIRED);
        assertThat(Access.of(person("per-3", null), "itm-1", answer, CURRENT, NOW)
                        .access())
                .isEqualTo(Answer.LICENSE_REQUIRED);
    }

    @Test
    void a_law_to_come_counts_from_its_day_on() {
        DeterminationState ahead = answer(
                Outcome.NO_LICENSE_REQUIRED, List.of(new Ahead(TODAY.plusDays(1), Outcome.LICENSE_REQUIRED, null)));
        Access today = Access.of(person("per-1", null), "itm-1", ahead, CURRENT, NOW);
        assertThat(today.access()).isEqualTo(Answer.MAY_RECEIVE);
        assertThat(today.until()).isEqualTo(TODAY);

        Instant tomorrow = NOW.plusSeconds(86_400);
        Reliable then = new Reliable(tomorrow, tomorrow);
        assertThat(Access.of(person("per-1", null), "itm-1", ahead, then, tomorrow)
                        .access())
                .isEqualTo(Answer.LICENSE_REQUIRED);
    }

    @Test
    void whoever_left_or_whose_authorization_ended_may_not_whatever_was_determined() {
        DeterminationState free = answer(Outcome.NO_LICENSE_REQUIRED, List.of());
        assertThat(Access.of(gone("per-1"), "itm-1", free, CURRENT, NOW).access())
                .isEqualTo(Answer.MAY_NOT);
        assertThat(Access.of(person("per-1", TODAY.minusDays(1)), "itm-1", free, CURRENT, NOW)
                        .access())
                .isEqualTo(Answer.MAY_NOT);
        Access lastDay = Access.of(person("per-1", TODAY), "itm-1", free, CURRENT, NOW);
        assertThat(lastDay.access()).isEqualTo(Answer.MAY_RECEIVE);
        assertThat(lastDay.until()).isEqualTo(TODAY);
    }

    @Test
    void silence_of_hr_old_answers_and_missing_answers_never_permit() {
        DeterminationState free = answer(Outcome.NO_LICENSE_REQUIRED, List.of());
        PersonState person = person("per-1", null);
        Instant past = NOW.minusMillis(1);
        assertThat(Access.of(person, "itm-1", free, new Reliable(past, NOW), NOW)
                        .access())
                .isEqualTo(Answer.REVIEW);
        assertThat(Access.of(person, "itm-1", free, new Reliable(NOW, past), NOW)
                        .access())
                .isEqualTo(Answer.REVIEW);
        assertThat(Access.of(person, "itm-1", free, new Reliable(NOW, null), NOW)
                        .access())
                .isEqualTo(Answer.REVIEW);
        assertThat(Access.of(person, "itm-1", null, CURRENT, NOW).access()).isEqualTo(Answer.REVIEW);
    }

    @Test
    void two_persons_of_other_nationality_whose_answers_come_out_alike_look_alike_to_those_who_need_not_know() {
        Access none =
                Access.of(person("per-1", null), "itm-1", answer(Outcome.NO_LICENSE_REQUIRED, List.of()), CURRENT, NOW);
        DeterminationState licensed = answer(
                Outcome.LICENSE_REQUIRED,
                List.of(),
                new Covering("lic-1", "D1", 1, TODAY.plusYears(1), List.of("per-1")));
        Access covered = Access.of(person("per-1", TODAY.plusDays(9)), "itm-1", licensed, CURRENT, NOW);
        assertThat(covered.withoutNationality()).isEqualTo(none.withoutNationality());
        assertThat(covered.withoutNationality().toString()).doesNotContain("D1", "lic-1", "NLR");
    }

    @Property
    void nothing_permits_but_what_was_determined_to(
            @ForAll Outcome outcome, @ForAll boolean active, @ForAll boolean hr, @ForAll boolean answers) {
        Reliable reliable = new Reliable(hr ? NOW : Instant.EPOCH, answers ? NOW : null);
        PersonState person = active ? person("per-1", null) : gone("per-1");
        boolean permits = Access.of(person, "itm-1", answer(outcome, List.of()), reliable, NOW)
                .permits();
        assertThat(permits)
                .isEqualTo(active
                        && hr
                        && answers
                        && (outcome == Outcome.NO_LICENSE_REQUIRED || outcome == Outcome.EXCEPTION));
    }

    private static Answer access(Outcome outcome) {
        return Access.of(person("per-1", null), "itm-1", answer(outcome, List.of()), CURRENT, NOW)
                .access();
    }

    private static PersonState person(String id, @Nullable LocalDate until) {
        return new PersonState(
                id,
                1,
                Status.ACTIVE,
                Standing.FOREIGN_PERSON,
                CountryCode.of("CN"),
                List.of(CountryCode.of("CN")),
                until,
                NOW);
    }

    private static PersonState gone(String id) {
        return new PersonState(id, 2, Status.INACTIVE, Standing.US_PERSON, null, List.of(), null, NOW);
    }

    private static DeterminationState answer(Outcome outcome, List<Ahead> ahead, Covering... licenses) {
        return new DeterminationState(
                "dxs-1",
                3,
                Activity.DEEMED_EXPORT,
                "itm-1",
                List.of(),
                null,
                CountryCode.of("CN"),
                outcome,
                outcome == Outcome.NO_LICENSE_REQUIRED ? "NLR" : null,
                List.of("15 CFR 742.4(a)"),
                TODAY,
                NOW,
                new Situation(Standing.FOREIGN_PERSON, CountryCode.of("CN"), List.of(CountryCode.of("CN"))),
                List.of(),
                ahead,
                List.of(licenses));
    }
}
