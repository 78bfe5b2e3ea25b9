package dev.portcullis.personnel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.person.ExportControlFacts;
import dev.portcullis.personnel.scim.CanonicalUsers;
import dev.portcullis.platform.rows.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {
    private static final Mapping WORKDAY = shipped("workday-delta");

    @Test
    void a_record_becomes_the_attributes_that_scim_would_have_left() {
        ObjectNode user = WORKDAY.apply(json("{}"), record())
                .flatMap(CanonicalUsers::read)
                .orElseThrow();
        assertThat(user.toString())
                .isEqualTo(CanonicalUsers.read(
                                json(
                                        "{'externalId':'4021','userName':'a.rao@example.com','active':true,"
                                                + "'name':{'givenName':'Asha','familyName':'Rao'},'"
                                                + ExportControlFacts.SCHEMA
                                                + "':{'usPersonBasis':'NONE','citizenships':[{'country':'IN','acquired':'1990-01-31'},"
                                                + "{'country':'GB','acquired':'2019-06-07'}],'visa':{'class':'H-1B','validUntil':'2028-09-30'}}}"))
                        .orElseThrow()
                        .toString());
    }

    @Test
    void an_empty_cell_takes_the_attribute_away_and_a_column_that_is_not_there_leaves_it() {
        ObjectNode before = WORKDAY.apply(json("{}"), record()).orElseThrow();
        Map<String, @Nullable String> change = new HashMap<>();
        change.put("Visa Type", "");
        change.put("Visa Expiration Date", "");
        ObjectNode after = WORKDAY.apply(before, change).orElseThrow();
        assertThat(after.at("/" + ExportControlFacts.SCHEMA).has("visa")).isFalse();
        assertThat(after.path("userName")).isEqualTo(before.path("userName"));
        assertThat(after.path(ExportControlFacts.SCHEMA).path("citizenships"))
                .isEqualTo(before.path(ExportControlFacts.SCHEMA).path("citizenships"));
    }

    @Test
    void a_citizenship_that_is_gone_from_the_record_is_gone() {
        ObjectNode before = WORKDAY.apply(json("{}"), record()).orElseThrow();
        Map<String, @Nullable String> less = record();
        less.put("Citizenship Country", "");
        less.put("Citizenship Date", "");
        ObjectNode after =
                WORKDAY.apply(before, less).flatMap(CanonicalUsers::read).orElseThrow();
        assertThat(after.path(ExportControlFacts.SCHEMA).path("citizenships").toString())
                .isEqualTo("[{\"country\":\"GB\",\"acquired\":\"2019-06-07\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Worker Status=Paused",
                "Worker Status=active",
                "Citizenship Country=IN",
                "Citizenship Country=India",
                "Citizenship Country=",
                "Citizenship Date=31/01/1990",
                "Citizenship Date=02/30/1990",
                "Visa Type=",
                "US Person Basis=Green card",
                "User Name=",
            })
    void what_has_no_meaning_is_refused_and_not_guessed(String change) {
        Map<String, @Nullable String> record = record();
        record.put(change.substring(0, change.indexOf('=')), change.substring(change.indexOf('=') + 1));
        assertThat(WORKDAY.apply(json("{}"), record).flatMap(CanonicalUsers::read))
                .isEmpty();
    }

    @Test
    void of_two_thousand_malformed_records_none_says_anything() {
        String[] where = {
            "Worker Status",
            "Citizenship Country",
            "Citizenship Date",
            "US Person Basis",
            "Visa Expiration Date",
            "Hire Date"
        };
        String[] noise = {
            "Citizen\u0000",
            "citizen",
            "US",
            "true",
            "1",
            "Aktiv",
            "\u202eCitizen",
            "NULL",
            "#REF!",
            "=1+1",
            "\uff21ctive",
            "None,None",
            "12/32/2020",
            "2019-06-07",
            "06/07/19",
            "Active;Active",
            "\"",
            "[]",
            "{}",
            "0",
            "-",
            "N/A",
            "\ufeffActive"
        };
        java.util.Random random = new java.util.Random(6);
        ObjectNode gone = WORKDAY.apply(json("{}"), terminated())
                .flatMap(CanonicalUsers::read)
                .orElseThrow();
        for (int i = 0; i < 2000; i++) {
            Map<String, @Nullable String> record = record();
            record.put(where[random.nextInt(where.length)], noise[random.nextInt(noise.length)]);
            assertThat(WORKDAY.apply(gone, record).flatMap(CanonicalUsers::read))
                    .as("%s", record)
                    .isEmpty();
        }
    }

    private static Map<String, @Nullable String> terminated() {
        Map<String, @Nullable String> record = record();
        record.put("Worker Status", "Terminated");
        return record;
    }

    @Test
    void whether_somebody_works_here_is_said_only_by_a_word_that_is_mapped() {
        assertThat(WORKDAY.saysActive(record())).isEqualTo(Optional.of(true));
        Map<String, @Nullable String> record = record();
        record.put("Worker Status", "Terminated");
        assertThat(WORKDAY.saysActive(record)).isEqualTo(Optional.of(false));
        record.put("Worker Status", "?");
        assertThat(WORKDAY.saysActive(record)).isEmpty();
        record.remove("Worker Status");
        assertThat(WORKDAY.saysActive(record)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'key':'A','fields':[{'field':'A','attribute':'userName'}]}",
                "{'key':'A','fields':[{'field':'A','attribute':'externalId'},{'field':'A','attribute':'title'}]}",
                "{'key':'A','fields':[{'field':'A','attribute':'externalId'},{'field':'B','attribute':'tittle'}]}",
                "{'key':'A','fields':[{'field':'A','attribute':'externalId'},{'field':'B','attribute':'id'}]}",
                "{'key':'A','fields':[{'field':'A','attribute':'externalId'},"
                        + "{'field':'B','attribute':'export:citizenships[0].verifiedBy'}]}",
                "{'key':'A','fields':[{'field':'A','attribute':'externalId'},{'field':'B','attribute':'title','vals':{}}]}",
                "{'key':'A','fields':[{'field':'A','attribute':'externalId'}],'ignored':['A']}",
            })
    void a_mapping_that_is_wrong_is_told_to_the_operator(String text) {
        assertThatThrownBy(() -> Mapping.parse(text.replace('\'', '"'))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_mapping_of_bamboohr_can_be_read() {
        assertThat(shipped("bamboohr").knows("Work Email")).isTrue();
    }

    @Test
    void a_file_with_a_column_that_nobody_mapped_or_without_one_that_was_is_refused_whole() {
        String header = String.join(
                ",", WORKDAY.fields().stream().map(Mapping.Field::name).toList());
        List<DeltaFile.Line> lines = new ArrayList<>();
        assertThat(DeltaFile.read(
                        bytes(header + "\r\n" + ",".repeat(WORKDAY.fields().size() - 1) + "\r\nx,y\r\n"),
                        WORKDAY,
                        lines::add))
                .isEqualTo(2);
        assertThat(lines.get(0).record()).isNotNull();
        assertThat(lines.get(1).record()).as("of another width").isNull();
        assertThat(lines.get(1).number()).isEqualTo(3);
        for (String other : List.of(header + ",Salary", header + ",User Name", header.replace("Visa Type,", ""), "")) {
            assertThatThrownBy(() -> DeltaFile.read(bytes(other + "\r\n"), WORKDAY, line -> {}))
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageNotContaining("Salary");
        }
    }

    private static Map<String, @Nullable String> record() {
        Map<String, @Nullable String> record = new HashMap<>(Map.of(
                "Employee ID", "4021",
                "User Name", "a.rao@example.com",
                "Legal First Name", "Asha",
                "Legal Last Name", "Rao",
                "Worker Status", "Active",
                "US Person Basis", "None",
                "Visa Type", "H-1B",
                "Visa Expiration Date", "09/30/2028",
                "Citizenship Country", "IND",
                "Citizenship Date", "01/31/1990"));
        record.put("Additional Citizenship Country", "GBR");
        record.put("Additional Citizenship Date", "06/07/2019");
        return record;
    }

    private static Mapping shipped(String name) {
        try {
            return Mapping.parse(Feeds.text(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode json(String singleQuoted) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(singleQuoted.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
