package dev.portcullis.classification.record;

import static dev.portcullis.classification.ClassificationApi.H100;
import static dev.portcullis.classification.ClassificationApi.H20;
import static dev.portcullis.classification.ClassificationApi.approve;
import static dev.portcullis.classification.ClassificationApi.as;
import static dev.portcullis.classification.ClassificationApi.classify;
import static dev.portcullis.classification.ClassificationApi.datasheet;
import static dev.portcullis.classification.ClassificationApi.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The classification matrix of a product family. */
@QuarkusTest
class MatrixTest {
    private final String family = "F" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void each_item_of_a_family_has_a_row_with_what_is_in_effect() throws IOException {
        String first = item(family + "-1", "one", H100);
        classify(first);
        approve("approver", first, 1, "{\"nextReview\":\"2027-07-23\"}").then().statusCode(201);
        String second = item(family + "-2", "two", H20);
        classify(second).then().statusCode(201);
        item(family + "-3", "three", H20);
        item("other-" + family, "not of the family", H20);

        List<CSVRecord> rows = rows(family);
        assertThat(rows)
                .extracting(row -> row.get("part_number"))
                .containsExactly(family + "-1", family + "-2", family + "-3");
        CSVRecord one = rows.get(0);
        assertThat(one.get("state")).isEqualTo("APPROVED");
        assertThat(one.get("eccn")).isEqualTo("3A090.a.1");
        // 15 CFR 774 Supp. 1, ECCN 3A090: reasons for control RS and AT; LVS and GBS are not available.
        assertThat(one.get("reasons_for_control")).isEqualTo("RS AT");
        assertThat(one.get("license_exceptions")).doesNotContain("LVS").contains("HBM");
        assertThat(one.get("decided_by")).isEqualTo("rules");
        assertThat(one.get("approved_by")).isEqualTo("approver");
        assertThat(one.get("next_review")).isEqualTo("2027-07-23");
        assertThat(one.get("total_processing_performance")).isEqualTo("15831.2");
        assertThat(one.get("answer_sha256"))
                .isEqualTo(as("auditor")
                        .get("/v1/items/" + first + "/classifications/1")
                        .path("sha256"));
        CSVRecord two = rows.get(1);
        assertThat(two.get("state")).isEqualTo("NONE");
        assertThat(two.get("eccn")).isEmpty();
        assertThat(two.get("waiting_state")).isEqualTo("PROPOSED");
        assertThat(two.get("waiting_eccn")).isEqualTo("3A991.p");
        assertThat(rows.get(2).get("waiting_state")).isEmpty();
    }

    @Test
    void what_was_reopened_is_not_shown_as_if_it_permitted() throws IOException {
        String id = item(family + "-1", "one", H100);
        classify(id);
        approve(id, 1);
        datasheet(id, H20);
        CSVRecord row = rows(family).get(0);
        assertThat(row.get("state")).isEqualTo("REOPENED");
        assertThat(row.get("eccn")).isEmpty();
        assertThat(row.get("reasons_for_control")).isEmpty();
        assertThat(row.get("open")).contains("3A090.a.1");
        assertThat(row.get("waiting_eccn")).isEqualTo("3A991.p");
    }

    @Test
    void names_are_neither_formulas_nor_patterns() throws IOException {
        item(family + "%_\\\\-1", "=HYPERLINK(\\\"x\\\",\\\"y\\\")", H20);
        item(family + "A-1", "plain, with \\\"quotes\\\"", H20);
        assertThat(rows(family + "%_\\").get(0).get("item")).isEqualTo("'=HYPERLINK(\"x\",\"y\")");
        assertThat(rows(family + "%")).hasSize(1);
        assertThat(rows(family + "A")).extracting(row -> row.get("item")).containsExactly("plain, with \"quotes\"");
    }

    @Test
    void a_family_must_be_named_and_nobody_else_sees_it() {
        as("auditor").get("/v1/classifications/matrix").then().statusCode(400);
        as("auditor")
                .queryParam("partNumber", "x".repeat(65))
                .get("/v1/classifications/matrix")
                .then()
                .statusCode(400);
        as("screener")
                .queryParam("partNumber", "x")
                .get("/v1/classifications/matrix")
                .then()
                .statusCode(403);
        assertThat(matrix("nothing-" + family).asString().lines()).hasSize(1);
    }

    private static String item(String partNumber, String name, String sheet) {
        Response made = write("engineer")
                .body("{\"name\":\"" + name + "\",\"partNumber\":\"" + partNumber + "\",\"form\":\"COMMODITY\"}")
                .post("/v1/items");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        String id = made.path("id");
        datasheet(id, sheet).then().statusCode(201);
        return id;
    }

    private static Response matrix(String family) {
        Response answer = as("auditor").queryParam("partNumber", family).get("/v1/classifications/matrix");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/csv");
        return answer;
    }

    private static List<CSVRecord> rows(String family) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(matrix(family).asString(), format)) {
            return parser.getRecords();
        }
    }
}
