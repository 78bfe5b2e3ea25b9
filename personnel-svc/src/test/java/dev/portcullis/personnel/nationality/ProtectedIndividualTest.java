package dev.portcullis.personnel.nationality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.PersonState.Standing;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked out by hand from 8 U.S.C. 1324b(a)(3) and 15 CFR 772.1. */
class ProtectedIndividualTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

    // Dates: the status ended, could apply first, applied; then whether it is pursued.
    @ParameterizedTest(name = "{0} ended {1}, eligible {2}, applied {3}, pursued {4}: {5} ({7})")
    @CsvSource(
            nullValues = "-",
            value = {
                "CITIZEN,            -,          -,          -,          -,     PROTECTED,     US_PERSON,     '(A)'",
                "NATIONAL,           -,          -,          -,          -,     PROTECTED,     US_PERSON,     '(A)'",
                "PERMANENT_RESIDENT, -,          -,          -,          -,     UNKNOWN,       US_PERSON,     'facts of (B)(i) missing'",
                "PERMANENT_RESIDENT, -,          2026-05-29, -,          -,     PROTECTED,     US_PERSON,     '(B)(i), last day of six months'",
                "PERMANENT_RESIDENT, -,          2026-05-28, -,          -,     NOT_PROTECTED, US_PERSON,     '(B)(i), the day after; 772.1 names LPRs'",
                "PERMANENT_RESIDENT, -,          2027-01-01, -,          -,     PROTECTED,     US_PERSON,     '(B)(i), not eligible yet'",
                "PERMANENT_RESIDENT, -,          1980-01-01, 1987-05-06, -,     UNKNOWN,       US_PERSON,     '(B)(i), six months after enactment; (ii)'",
                "PERMANENT_RESIDENT, -,          1980-01-01, 1987-05-07, true,  NOT_PROTECTED, US_PERSON,     '(B)(i), one day late'",
                "PERMANENT_RESIDENT, -,          2024-06-01, 2024-11-29, -,     PROTECTED,     US_PERSON,     '(B)(ii), last day of two years'",
                "PERMANENT_RESIDENT, -,          2024-06-01, 2024-11-28, -,     UNKNOWN,       US_PERSON,     '(B)(ii), processing time does not count'",
                "PERMANENT_RESIDENT, -,          2024-06-01, 2024-11-28, true,  PROTECTED,     US_PERSON,     '(B)(ii), actively pursuing'",
                "PERMANENT_RESIDENT, -,          2024-06-01, 2024-11-28, false, NOT_PROTECTED, US_PERSON,     '(B)(ii)'",
                "PERMANENT_RESIDENT, -,          2024-06-01, 2025-06-01, true,  NOT_PROTECTED, US_PERSON,     '(B)(i), applied late'",
                "PERMANENT_RESIDENT, 2026-11-29, 2024-06-01, -,          -,     UNKNOWN,       UNDETERMINED,  'ended today'",
                "REFUGEE,            -,          -,          -,          -,     PROTECTED,     US_PERSON,     '(B): no time as LPR, no exception'",
                "REFUGEE,            2020-01-01, -,          -,          -,     UNKNOWN,       UNDETERMINED,  '8 USC 1157(c)(4)'",
                "ASYLEE,             -,          -,          -,          -,     PROTECTED,     US_PERSON,     '(B)'",
                "ASYLEE,             2026-11-30, -,          -,          -,     PROTECTED,     US_PERSON,     '(B), last day'",
                "ASYLEE,             2026-11-29, -,          -,          -,     UNKNOWN,       UNDETERMINED,  '8 USC 1158(c)(2)'",
                "TEMPORARY_RESIDENT, -,          -,          -,          -,     UNKNOWN,       UNDETERMINED,  '8 USC 1255a(b)(2)(C)'",
                "TEMPORARY_RESIDENT, 2027-01-01, -,          -,          -,     PROTECTED,     US_PERSON,     '(B)'",
                "TEMPORARY_RESIDENT, 2026-01-01, -,          -,          -,     UNKNOWN,       UNDETERMINED,  '8 USC 1255a(b)(2)(C)'",
                "NONE,               -,          -,          -,          -,     NOT_PROTECTED, FOREIGN_PERSON, 'none of the statuses'",
                "-,                  -,          -,          -,          -,     UNKNOWN,       UNDETERMINED,  'nothing established'",
            })
    void protection_and_standing_are_two_questions(
            @Nullable UsPersonBasis basis,
            @Nullable LocalDate ended,
            @Nullable LocalDate eligible,
            @Nullable LocalDate applied,
            @Nullable Boolean pursued,
            ProtectedIndividual.Protection protection,
            Standing standing,
            String law) {
        NationalityFacts facts = new NationalityFacts(
                basis == UsPersonBasis.NONE
                        ? List.of(new Citizenship(CountryCode.of("IN"), LocalDate.of(1990, 1, 1), null))
                        : List.of(),
                List.of(),
                basis,
                new UsPersonStatus(ended, eligible, applied, pursued),
                null);
        assertThat(ProtectedIndividual.of(facts, DAY).protection()).as(law).isEqualTo(protection);
        assertThat(DeemedExportNationality.assess(facts, DAY).standing())
                .as(law)
                .isEqualTo(standing);
    }

    @Test
    void a_refugee_who_became_a_permanent_resident_stands_on_that() {
        NationalityFacts facts = new NationalityFacts(
                List.of(),
                List.of(new PermanentResidency(CountryCode.of("US"), LocalDate.of(2025, 1, 1), null)),
                UsPersonBasis.REFUGEE,
                new UsPersonStatus(LocalDate.of(2025, 1, 1), null, null, null),
                null);
        Assessment assessment = DeemedExportNationality.assess(facts, DAY);
        assertThat(assessment.standing()).isEqualTo(Standing.US_PERSON);
        assertThat(assessment.reasons().get(0).citation()).contains("772.1");
    }

    @Test
    void the_end_of_a_status_is_the_last_day_to_rely_on_and_the_day_to_read_again() {
        NationalityFacts facts = new NationalityFacts(
                List.of(),
                List.of(),
                UsPersonBasis.ASYLEE,
                new UsPersonStatus(LocalDate.of(2027, 3, 1), null, null, null),
                null);
        Assessment assessment = DeemedExportNationality.assess(facts, DAY);
        assertThat(assessment.authorizedUntil()).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(assessment.changesOn()).isEqualTo(LocalDate.of(2027, 3, 1));
    }
}
