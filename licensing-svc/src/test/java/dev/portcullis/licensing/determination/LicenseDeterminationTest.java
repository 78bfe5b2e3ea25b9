package dev.portcullis.licensing.determination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.licensing.regulation.ReviewPolicy;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Cases worked out from the regulation by hand, each with its citation: {@code determination/*.csv}. */
class LicenseDeterminationTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = {
                "/determination/cases.csv",
                "/determination/exceptions.csv",
                "/determination/controls.csv",
                "/determination/jurisdiction.csv"
            },
            delimiter = '|',
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void the_answer_is_that_of_the_regulation(
            String name,
            String item,
            String way,
            String parties,
            @Nullable String day,
            Outcome outcome,
            @Nullable String authority,
            @Nullable ReviewPolicy policy,
            @Nullable Outcome codified,
            String citation) {
        Given given = Given.of(item, way, parties);
        if (day != null) {
            given.on(LocalDate.parse(day));
        }

        Ruling answer = given.determine();

        assertThat(answer.outcome()).as("%s%n%s", citation, answer.steps()).isEqualTo(outcome);
        assertThat(answer.authority()).as(citation).isEqualTo(authority);
        assertThat(answer.codifiedOutcome()).as(citation).isEqualTo(codified);
        if (policy != null) {
            assertThat(answer.reviewPolicy()).as(citation).isEqualTo(policy);
        }
        assertThat(answer.steps())
                .allSatisfy(step -> assertThat(step.citations()).isNotEmpty().doesNotContain(""));
        assertThat(answer.citations()).isNotEmpty();
    }
}
