package dev.portcullis.classification.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.classification.datasheet.Datasheet.Kind;
import dev.portcullis.contracts.Eccn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookFileTest {
    private final RuleBook book = RuleBookFile.shipped();

    @Test
    void every_rule_names_its_source_and_every_criterion_is_written_as_it_was_read() throws IOException {
        ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        assertThat(book.rules()).allSatisfy(rule -> {
            assertThat(rule.citation()).contains("15 CFR");
            String text = json.writeValueAsString(rule.when());
            assertThat(json.readValue(text, Criterion.class)).isEqualTo(rule.when());
        });
    }

    @Test
    void every_condition_of_a_rule_and_every_note_names_its_source() {
        assertThat(book.rules()).allSatisfy(rule -> {
            assertThat(uncited(rule.when())).as(rule.id()).isEmpty();
            assertThat(rule.unless())
                    .allSatisfy(note -> assertThat(note.citation()).contains("15 CFR"));
        });
    }

    private static List<Criterion> uncited(Criterion criterion) {
        return criterion
                .leaves()
                .filter(leaf -> !String.valueOf(leaf).matches(".*citation=(15 CFR|[0-9]+ FR) .*"))
                .toList();
    }

    @ParameterizedTest(name = "3A090 on {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2022-10-20 |
            2022-10-21 | 3A090.a
            2023-11-16 | 3A090.a
            2023-11-17 | 3A090.a.1 3A090.a.2 3A090.b.1 3A090.b.2
            2024-12-01 | 3A090.a.1 3A090.a.2 3A090.b.1 3A090.b.2
            2024-12-02 | 3A090.c 3A090.a.1 3A090.a.2 3A090.b.1 3A090.b.2
            2026-11-23 | 3A090.c 3A090.a.1 3A090.a.2 3A090.b.1 3A090.b.2
            """)
    void the_paragraphs_of_3A090_are_those_of_the_day(LocalDate day, String paragraphs) {
        // 87 FR 62186, 88 FR 73458, 89 FR 96790.
        List<String> expected = paragraphs == null ? List.of() : List.of(paragraphs.split(" "));
        assertThat(book.rules(Eccn.of("3A090"), day))
                .extracting(rule -> String.valueOf(rule.paragraph()))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void no_two_rules_of_one_paragraph_hold_on_the_same_day() {
        for (Rule one : book.rules()) {
            for (Rule other : book.rules()) {
                if (one != other
                        && one.paragraph() != null
                        && one.paragraph().equals(other.paragraph())
                        && one.appliesTo().equals(other.appliesTo())) {
                    assertThat(one.isEffective(other.effectiveFrom()))
                            .as(one.id() + " and " + other.id())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void specific_entries_come_before_those_that_say_not_elsewhere_specified() {
        List<String> circuit = book.rules(Kind.INTEGRATED_CIRCUIT, LocalDate.of(2026, 11, 23)).stream()
                .map(rule -> String.valueOf(rule.paragraph()))
                .toList();
        assertThat(circuit.indexOf("3A090.b.2")).isLessThan(circuit.indexOf("3A991.p"));
        assertThat(circuit).last().isEqualTo("null");
    }

    @Test
    void a_rule_book_with_a_hole_is_refused() {
        refused("\"fact\": \"dataCenter\"", "\"fact\": \"dataCentre\"", "dataCentre");
        refused("\"atLeast\": 4800", "\"atLesat\": 4800", "without a condition");
        refused("\"is\": false,", "\"is\": false, \"iz\": 1,", "unknown field");
        refused("3A090.a.2/2024-12-02", "3A090.a.1/2024-12-02", "two rules");
        refused("\"effectiveTo\": \"2024-04-04\"", "\"effectiveTo\": \"2023-04-04\"", "ends before it begins");
        refused("\"historyFrom\"", "\"historyForm\"", "historyForm");
    }

    @Test
    void a_definition_is_there_once_is_used_and_rests_on_no_other() {
        refused("\"defined\": \"smallCell\"", "\"defined\": \"smalCell\"", "smalCell");
        refused("{\"defined\": \"smallCell\"}", "{\"defined\": \"smallCell\", \"is\": true}", "more than its name");
        refused("{\"defined\": \"smallCell\"}", "{\"defined\": \"cordlessTelephone\"}", "no rule rests on");
        refused(
                "\"smallCell\": {\n      \"all\": [",
                "\"smallCell\": {\n      \"all\": [{\"defined\": \"x\"},",
                "rests on another");
    }

    @Test
    void a_characteristic_is_asked_for_in_its_own_form_and_under_its_own_name() {
        refused("\"as\": \"FIGURE\"", "\"as\": \"FLAG\"", "is no value of it");
        refused(
                "\"fact\": \"intrusionSoftwareEquipment\",\n            \"is\": true",
                "\"fact\": \"intrusionSoftwareEquipment\",\n            \"moreThan\": 1",
                "which it is not");
        refused("/characteristics/adjustedPeakPerformance", "/characteristics/app", "under its own name");
    }

    private static void refused(String from, String to, String reason) {
        assertThatThrownBy(() -> RuleBookFile.read(name -> changed(name, from, to)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
    }

    private static InputStream changed(String name, String from, String to) throws IOException {
        try (InputStream in = RuleBookFile.openShipped(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ByteArrayInputStream(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        }
    }
}
