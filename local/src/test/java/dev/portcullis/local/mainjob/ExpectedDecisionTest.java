package dev.portcullis.local.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState;
import dev.portcullis.contracts.ReleaseState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ExpectedDecisionTest {
    private final List<ExpectedDecision> table = ExpectedDecision.all();

    @Test
    void every_request_speaks_of_what_the_main_job_registers_and_says_why_with_a_citation() {
        List<String> items = keys("items.json");
        List<String> parties = keys("parties.json");
        List<String> employees = keys("employees.json");

        assertThat(table).hasSizeGreaterThanOrEqualTo(40).allSatisfy(row -> {
            assertThat(items).contains(row.item());
            assertThat(row.party().isEmpty()).isNotEqualTo(row.person().isEmpty());
            assertThat(parties).containsAnyOf(row.party().isEmpty() ? parties.get(0) : row.party());
            assertThat(employees).containsAnyOf(row.person().isEmpty() ? employees.get(0) : row.person());
            assertThat(row.destination().isEmpty() || CountryCode.isKnown(row.destination()))
                    .isTrue();
            DeterminationState.Activity.valueOf(row.activity());
            ReleaseState.Decision decision = ReleaseState.Decision.valueOf(row.decision());
            assertThat(row.authority().isEmpty()).isEqualTo(decision != ReleaseState.Decision.PERMITTED);
            assertThat(row.why()).isNotBlank();
            assertThat(row.citation()).containsAnyOf("15 CFR", "31 CFR");
        });
        assertThat(table).extracting(ExpectedDecision::id).doesNotHaveDuplicates();
        assertThat(items).hasSize(11);
        assertThat(parties).hasSize(6);
        assertThat(employees).hasSize(6);
    }

    @Test
    void the_table_of_the_readme_is_the_file() throws IOException {
        Map<String, String> items = names("items.json", entry -> entry.at("/item/name"));
        Map<String, String> parties = names("parties.json", entry -> entry.required("name"));
        List<String> lines = table.stream()
                .map(row -> "| "
                        + String.join(
                                " | ",
                                items.get(row.item()),
                                row.party().isEmpty() ? row.person() : parties.get(row.party()),
                                row.destination(),
                                row.decision(),
                                row.authority(),
                                row.citation())
                        + " |")
                .toList();

        assertThat(Files.readAllLines(Path.of("..", "README.md"))).containsSequence(lines);
    }

    @Test
    void the_excerpt_and_its_addition_have_the_columns_of_the_official_file() {
        List<Map<String, String>> excerpt = Csv.read(Resources.text("screening-list.csv"));
        List<Map<String, String>> next =
                Csv.read(Resources.text("screening-list.csv") + Resources.text("screening-list-addition.csv"));

        assertThat(excerpt).hasSizeBetween(40, 60);
        assertThat(excerpt.get(0).keySet())
                .startsWith("_id", "source", "entity_number", "type", "programs", "name")
                .hasSize(29);
        assertThat(next).hasSize(excerpt.size() + 1);
    }

    private static List<String> keys(String file) {
        List<String> keys = new ArrayList<>();
        for (JsonNode entry : Resources.json(file)) {
            keys.add(entry.required("key").asText());
        }
        return keys;
    }

    private static Map<String, String> names(String file, Function<JsonNode, JsonNode> name) {
        Map<String, String> names = new HashMap<>();
        for (JsonNode entry : Resources.json(file)) {
            names.put(entry.required("key").asText(), name.apply(entry).asText());
        }
        return names;
    }
}
