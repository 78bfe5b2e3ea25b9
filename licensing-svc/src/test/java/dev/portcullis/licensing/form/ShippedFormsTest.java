package dev.portcullis.licensing.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.licensing.dossier.Cases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped forms. */
class ShippedFormsTest {
    /** Facts that only an answer or a later state of the thing tells. */
    private static final Set<String> TOLD_LATER = Set.of(
            "value",
            "quantity",
            "tangible",
            "transshipped",
            "validatedEndUser",
            "ftrExemption",
            "resubmission",
            "authorityKind",
            "authority",
            "draft.date",
            "application.type",
            "documents.submitted",
            "documents.onFile",
            "previous.applicationNumber",
            "applicant.name",
            "applicant.address",
            "applicant.ein",
            "applicant.contact",
            "applicant.telephone",
            "license.code",
            "license.number",
            "shipment.transport",
            "person.country",
            "item.partNumber",
            "item.majorDefenseEquipment");

    @ParameterizedTest
    @ValueSource(strings = {"license-application.json", "export-information.json"})
    void every_field_can_be_filled_or_asked_for(String name) {
        Form form = FormFiles.form(name);

        assertThat(form.fields()).hasSizeGreaterThan(30).allSatisfy(field -> {
            assertThat(field.question()).as(field.key()).isNotBlank().matches(".*[?.]$");
            assertThat(field.citation()).as(field.key()).containsPattern("CFR|FR");
            assertThat(field.key()).hasSizeLessThanOrEqualTo(64);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "license-application.json",
                "export-information.json",
                "support-documents.json",
                "destination-control.json"
            })
    void every_fact_that_a_rule_asks_for_is_one_that_is_gathered_or_asked(String name) {
        Set<String> gathered = new TreeSet<>(TOLD_LATER);
        var known = Cases.known(Cases.export("CN", Outcome.LICENSE_REQUIRED, null), Cases.accelerator())
                .known();
        gathered.addAll(known.texts().keySet());
        gathered.addAll(known.numbers().keySet());
        for (String role : List.of("PURCHASER", "INTERMEDIATE_CONSIGNEE", "ULTIMATE_CONSIGNEE", "END_USER")) {
            gathered.add("party." + role + ".name");
            gathered.add("party." + role + ".country");
        }
        JsonNode file = FormFiles.tree(name);
        Set<String> asked = new TreeSet<>(file.findValuesAsText("fact"));
        asked.addAll(file.findValuesAsText("source"));

        assertThat(gathered).containsAll(asked);
        Set<String> conditions = new TreeSet<>(file.findValuesAsText("fact"));
        conditions.remove("shipment.transport");
        assertThat(FormFiles.questions().keySet())
                .as("each has a question for people")
                .containsAll(conditions);
    }

    @Test
    void every_block_of_the_form_is_there() {
        Set<String> blocks = new TreeSet<>();
        FormFiles.form("license-application.json").fields().stream()
                .filter(field -> field.form().equals("BIS-748P"))
                .forEach(field -> blocks.add(field.block().replaceAll("\\(.*", "")));

        // Block 8 is reserved.
        for (int block = 1; block <= 25; block++) {
            if (block != 8) {
                assertThat(blocks).contains(Integer.toString(block));
            }
        }
    }

    @Test
    void answers_are_checked_by_kind_and_by_field() {
        Form form = FormFiles.form("export-information.json");
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("exportDate", "29.11.2026");
        answers.put("scheduleB", "8471");
        answers.put("transport", "ROCKET");
        answers.put("itn", "X1");
        answers.put("value", "1e9");
        answers.put("destination", "XX");
        answers.put("a/b~c", "x");
        answers.put("port.export", " ");

        assertThat(form.faults("/answers", answers).stream().map(fault -> String.valueOf(fault.pointer())))
                .containsExactlyInAnyOrder(
                        "/answers/exportDate",
                        "/answers/scheduleB",
                        "/answers/transport",
                        "/answers/itn",
                        "/answers/value",
                        "/answers/destination",
                        "/answers/a~1b~0c",
                        "/answers/port.export");
        assertThat(form.faults(
                        "/answers",
                        Map.of(
                                "exportDate", "2026-11-29",
                                "scheduleB", "8471.80.4000",
                                "transport", "AIR",
                                "itn", "X20261129123456",
                                "value", "240000.50",
                                "destination", "CN")))
                .isEmpty();
    }

    @Test
    void a_fact_goes_before_an_answer() {
        var known = Cases.known(Cases.export("CN", Outcome.LICENSE_REQUIRED, null), Cases.accelerator())
                .known();
        List<Filled> filled =
                FormFiles.form("license-application.json").fill(known, Map.of("22.a", "EAR99", "22.i", "NVIDIA"));

        assertThat(field(filled, "22.a").value()).isEqualTo("3A090.a.1");
        assertThat(field(filled, "22.a").source()).isEqualTo("item.classification");
        assertThat(field(filled, "22.i").value()).isEqualTo("NVIDIA");
        assertThat(field(filled, "22.i").source()).isEqualTo("answer");
    }

    private static Filled field(List<Filled> filled, String key) {
        return filled.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }
}
