package dev.portcullis.licensing.determination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.licensing.regulation.Requirement;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final Requirement DOCUMENT =
            new Requirement("TSR.writtenAssurance", "Which?", Requirement.Kind.DOCUMENT, null, Set.of());

    @ParameterizedTest
    @ValueSource(strings = {"No. 4711", "no.4711", "No. WA-2026/17", "WA-17", "Nobel Industries, 3 May 2026", "4711"})
    void a_document_may_be_named_by_its_number(String said) {
        assertThat(fulfills(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no",
                "No.",
                "NO, none",
                "No. We have none",
                "No. 4 were asked for",
                "No, 4711",
                "No 4711",
                "n/a",
                "none",
                "unknown",
                "?",
                "No. -",
                "No. /"
            })
    void what_denies_or_says_nothing_names_no_document(String said) {
        assertThat(fulfills(said)).isFalse();
    }

    private static boolean fulfills(String said) {
        return Answers.fulfills(DOCUMENT, said, LocalDate.of(2026, 11, 29), null);
    }
}
