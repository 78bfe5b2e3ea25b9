package dev.portcullis.personnel.nationality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked out by hand from 15 CFR 734.20(d)(2). */
class PermanentAndRegularTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

    @ParameterizedTest(name = "{0} since {1} with {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "REGULAR_EMPLOYEE, 2025-11-29, -----, YES",
                "REGULAR_EMPLOYEE, 2025-11-30, -----, NO",
                "REGULAR_EMPLOYEE, -,          -----, UNKNOWN",
                "FIXED_TERM,       2020-01-01, -----, YES",
                "FIXED_TERM,       2026-06-01, -----, NO",
                "CONTRACTOR,       2020-01-01, yyyyy, YES",
                "CONTRACTOR,       -,          yyyyy, YES",
                "CONTRACTOR,       2020-01-01, yynyy, NO",
                "CONTRACTOR,       2020-01-01, yyyyn, NO",
                "CONTRACTOR,       2020-01-01, n----, NO",
                "CONTRACTOR,       2020-01-01, yyyy-, UNKNOWN",
                "CONTRACTOR,       2020-01-01, -----, UNKNOWN",
                "INTERN,           2020-01-01, yyyyy, NO",
                "VISITOR,          2020-01-01, yyyyy, NO",
                "-,                2020-01-01, yyyyy, UNKNOWN",
            })
    void only_what_is_on_record_makes_a_permanent_and_regular_employee(
            Employment.@Nullable Kind kind, @Nullable LocalDate since, String terms, PermanentAndRegular.Is expected) {
        PermanentAndRegular.Answer answer = PermanentAndRegular.of(
                new Employment(
                        kind,
                        since,
                        new Employment.Terms(
                                truth(terms, 0), truth(terms, 1), truth(terms, 2), truth(terms, 3), truth(terms, 4)),
                        List.of()),
                DAY);
        assertThat(answer.is()).isEqualTo(expected);
        assertThat(answer.reason().citation()).startsWith("15 CFR 734.20(d)(2)");
        assertThat(answer.questions().isEmpty()).isEqualTo(expected != PermanentAndRegular.Is.UNKNOWN);
    }

    private static @Nullable Boolean truth(String terms, int at) {
        return terms.charAt(at) == '-' ? null : terms.charAt(at) == 'y';
    }
}
