package dev.portcullis.screening.rest;

import static dev.portcullis.screening.rest.Apis.as;
import static dev.portcullis.screening.rest.Apis.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.screening.Lists;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One or many subjects in a call, with all that is known of them. */
@QuarkusTest
@TestProfile(ApisProfile.class)
@QuarkusTestResource(PortcullisStack.class)
class ManySubjectsTest {
    private static final String PATH = "/v1/screenings";

    /** A person whose number and birth the list tells, and a vessel. */
    private static final String DETAILED = Apis.row(
                    "det-1",
                    Apis.SDN,
                    "Individual",
                    "ZYXWOLF, Quentin Barnaby",
                    Map.of(
                            Apis.ADDRESSES, "Somewhere Street 5, Moscow, RU",
                            Apis.ALIASES, "Quentin Wolf",
                            Apis.BIRTHS, "1960-05-12",
                            Apis.NATIONALITIES, "RU",
                            Apis.IDENTIFIERS, "Passport, AB1234567, RU"))
            + Apis.row(
                    "det-2",
                    Apis.SDN,
                    "Vessel",
                    "OCEAN PLIMSOLL",
                    Map.of(Apis.IDENTIFIERS, "Vessel Registration Identification, IMO 9361407"));

    @BeforeEach
    void load() {
        Apis.loadList(Lists.excerptText() + DETAILED);
    }

    private static String subject(String fields) {
        return "{\"subjects\":[{" + fields + "}]}";
    }

    private static List<String> hits(String fields) {
        return json("screener", PATH, subject(fields))
                .statusCode(200)
                .extract()
                .path("results[0].screening.hits.entryId");
    }

    private static float score(String fields) {
        return json("screener", PATH, subject(fields))
                .statusCode(200)
                .extract()
                .<Float>path("results[0].screening.hits.find { it.entryId == 'det-1' }.score");
    }

    @Test
    void what_is_known_of_a_subject_reaches_the_score() {
        String name = "\"name\":\"Quentin Barnabi Zyxwolf\"";
        float bare = score(name);
        assertThat(score(name + ",\"birthDate\":\"1960-05-12\"")).isGreaterThan(bare);
        assertThat(score(name + ",\"countries\":[\"DE\",\"RU\"]")).isGreaterThan(bare);
        assertThat(score(name + ",\"addresses\":[\"5 Somewhere Street, Moscow\"]"))
                .isGreaterThan(bare);
        assertThat(score(name + ",\"country\":\"DE\"")).isLessThan(bare);
        assertThat(
                        hits(
                                "\"name\":\"Nobody At All\",\"identifiers\":[{\"type\":\"Passport\",\"number\":\"AB 1234567\"}]"))
                .contains("det-1");
        assertThat(hits("\"name\":\"Nobody At All\",\"aliases\":[\"Quentin Barnaby Zyxwolf\"]"))
                .contains("det-1");
    }

    @Test
    void parts_of_a_name_are_held_against_the_parts_of_the_listed_one() {
        assertThat(hits("\"nameParts\":{\"family\":\"Zyxwolf\",\"given\":\"Quentin\",\"patronymic\":\"Barnaby\"}"))
                .contains("det-1");
        assertThat(hits("\"nameParts\":{\"family\":\"Quentin Barnaby\",\"given\":\"Zyxwolf\"}"))
                .doesNotContain("det-1");
        // The name says what its parts say, so that it does not let the swapped ones pass.
        assertThat(
                        hits(
                                "\"name\":\"Zyxwolf Quentin Barnaby\",\"nameParts\":{\"family\":\"Quentin Barnaby\",\"given\":\"Zyxwolf\"}"))
                .doesNotContain("det-1");
        // Written otherwise, it is looked for as well.
        assertThat(hits(
                        "\"name\":\"Квентин Барнаби Зиксволф\",\"nameParts\":{\"family\":\"Else\",\"given\":\"Somebody\"},"
                                + "\"aliases\":[\"Quentin Barnaby Zyxwolf\"]"))
                .contains("det-1");
    }

    @Test
    void an_entry_that_is_told_to_be_something_else_is_left_out_unless_its_number_is_the_same() {
        assertThat(hits("\"name\":\"Ocean Plimsoll\"")).contains("det-2");
        assertThat(hits("\"name\":\"Ocean Plimsoll\",\"type\":\"VESSEL\"")).contains("det-2");
        assertThat(hits("\"name\":\"Ocean Plimsoll\",\"type\":\"INDIVIDUAL\"")).doesNotContain("det-2");
        assertThat(
                        hits(
                                "\"name\":\"Ocean Plimsoll\",\"type\":\"ENTITY\",\"identifiers\":[{\"type\":\"IMO\",\"number\":\"9361407\"}]"))
                .contains("det-2");
        // The Entity List does not say what its entries are.
        assertThat(hits("\"name\":\"Cambricon Technologies Corporation Limited\",\"type\":\"INDIVIDUAL\""))
                .isNotEmpty();
    }

    @Test
    void the_threshold_may_be_raised_and_never_lowered() {
        String name = "{\"subjects\":[{\"reference\":\"r-1\",\"name\":\"Cambrikon Technologies\"}],\"threshold\":%s}";
        json("engineer", PATH, name.formatted("0.85"))
                .body("threshold", equalTo(0.85f))
                .body("results[0].reference", equalTo("r-1"))
                .body("results[0].screening.status", equalTo("POSSIBLE_MATCH"));
        json("engineer", PATH, name.formatted("1"))
                .body("results[0].screening.status", equalTo("CLEAR"))
                .body("results[0].screening.hits", empty());
        for (String bad : List.of("0.84", "0", "1.01", "-1")) {
            json("engineer", PATH, name.formatted(bad))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/threshold"))
                    .body("detail", containsString("0.85"));
        }
    }

    @Test
    void each_fault_is_told_by_its_place() {
        json(
                        "screener",
                        PATH,
                        "{\"subjects\":[{\"name\":\"Good\"},{},{\"name\":\"!!\",\"birthDate\":\"1960-13-01\"},"
                                + "{\"name\":\"A b\",\"aliases\":[\"ok\",null],\"addresses\":[\"" + "x".repeat(501)
                                + "\"]},"
                                + "{\"name\":\"A b\",\"identifiers\":[{\"type\":\"Passport\"}]}]}")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/subjects/1/name",
                                "/subjects/2/name",
                                "/subjects/2/birthDate",
                                "/subjects/3/aliases/1",
                                "/subjects/3/addresses/0",
                                "/subjects/4/identifiers/0"))
                .body("errors.pointer", not(hasItem("/subjects/0/name")));
        json("screener", PATH, subject("\"name\":\"A b\",\"country\":\"XX\""))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/subjects/0/country"));
        json("screener", PATH, subject("\"name\":\"A b\",\"type\":\"TOASTER\"")).statusCode(400);
        json("screener", PATH, subject("\"name\":\"A b\",\"colour\":\"red\"")).statusCode(400);
    }

    @Test
    void ten_thousand_subjects_are_answered_in_order_and_from_the_same_editions_and_one_more_is_refused() {
        List<String> subjects = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            subjects.add("{\"reference\":\"" + i + "\",\"name\":\""
                    + (i % 100 == 7 ? "Huawei Technologies Co Ltd" : "Gartenbau Blume " + i) + "\"}");
        }
        String body = "{\"subjects\":[" + String.join(",", subjects) + "]}";
        List<String> status = json("screener", PATH, body)
                .statusCode(200)
                .body("results", hasSize(10_000))
                .body("results[9999].reference", equalTo("9999"))
                .body("lists.edition.unique()", hasSize(1))
                .extract()
                .path("results.screening.status");
        for (int i = 0; i < status.size(); i++) {
            assertThat(status.get(i)).isEqualTo(i % 100 == 7 ? "LISTED" : "CLEAR");
        }
        json("screener", PATH, body.replace("[{", "[{\"name\":\"One More\"},{"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/subjects"));
        as("screener")
                .contentType("application/json")
                .body(subject("\"name\":\"" + "x".repeat(9_000_000) + "\""))
                .post(PATH)
                .then()
                .statusCode(413);
    }
}
