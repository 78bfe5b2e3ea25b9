package dev.portcullis.screening.batch;

import static dev.portcullis.screening.rest.Apis.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.local.testing.Tokens;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.platform.problem.ProblemException;
import dev.portcullis.screening.Lists;
import dev.portcullis.screening.rest.Apis;
import dev.portcullis.screening.rest.ApisProfile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches as those see them who send them. */
@QuarkusTest
@TestProfile(ApisProfile.class)
@QuarkusTestResource(PortcullisStack.class)
class BatchServiceTest {
    private static final String PATH = "/v1/screening-batches";
    private static final String CSV = "text/csv; charset=UTF-8";
    private static final String NDJSON = "application/x-ndjson";

    @Inject
    Upload upload;

    @BeforeEach
    void load() {
        Apis.loadExcerpt();
    }

    private static ValidatableResponse send(String type, String file) {
        return as("screener").contentType(type).body(file).post(PATH).then();
    }

    private static ValidatableResponse ended(String id, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> as("auditor").get(PATH + "/" + id).then().body("state", equalTo(state)));
        return as("auditor").get(PATH + "/" + id).then();
    }

    private static String results(String id, String type, String only) {
        Response answer = as("screener").accept(type).get(PATH + "/" + id + "/results?only=" + only);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asString();
    }

    private static String rows(int count) {
        StringBuilder file = new StringBuilder("Customer No,Full Name,Country\n");
        for (int i = 0; i < count; i++) {
            file.append(i)
                    .append(i % 1_000 == 5 ? ",Huawei Technologies Co Ltd,China\n" : ",Gartenbau Blume " + i + ",DE\n");
        }
        return file.toString();
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(
                config("quarkus.datasource.jdbc.url"),
                config("quarkus.datasource.username"),
                config("quarkus.datasource.password"));
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static int count(String sql) throws SQLException {
        try (Connection database = database();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void a_table_is_screened_by_the_usual_words_for_its_columns_and_each_result_stands_at_its_line() {
        String file = "\uFEFFVendor No,Vendor Name,AKA,Country of Residence,DOB,Street,City,Passport No.,Balance\n"
                + "V-1,Huawei Technologies Co Ltd,,China,,,,,17\n"
                + "V-2,Harmless Trading,Nothing Else; Sugon Information Industry,HK,,\"Road\n7\",Central,,\n"
                + "V-3,Siemens AG,,DE,,,,,\n"
                + "V-4,\"Камбрикон Technologies\",,CN;HK,,,,,\n";
        String id = send(CSV, file)
                .statusCode(201)
                .header("Location", containsString(PATH + "/sbt-"))
                .body("received", equalTo(4))
                .body("invalid", equalTo(0))
                .body("sha256", equalTo(Sha256.of(file)))
                .body("bytes", equalTo(file.getBytes(StandardCharsets.UTF_8).length))
                .body(
                        "columns.readAs",
                        contains(
                                "reference",
                                "name",
                                "alias",
                                "country",
                                "birth",
                                "addressPart",
                                "addressPart",
                                "id:Passport",
                                null))
                .extract()
                .path("id");
        ended(id, "DONE")
                .body("screened", equalTo(4))
                .body("listed", equalTo(2))
                .body("possible", equalTo(1))
                .body("editions", hasSize(1))
                .body("editions[0].rows", equalTo(4))
                .body("editions[0].firstLine", equalTo(2));
        as("auditor")
                .get(PATH + "/" + id + "/results?only=all&limit=3")
                .then()
                .statusCode(200)
                .body("items.line", contains(2, 3, 5))
                .body("items.reference", contains("V-1", "V-2", "V-3"))
                .body("items.status", contains("LISTED", "LISTED", "CLEAR"))
                .body("items[1].hits[0].queriedName", equalTo("Sugon Information Industry"))
                .body("next", not(nullValue()));
        as("auditor")
                .get(PATH + "/" + id + "/results")
                .then()
                .body("items.line", contains(2, 3, 6))
                .body("items[2].hits[0].parts.query", contains("technologies", "kambrikon"));
        String all = results(id, NDJSON, "all");
        assertThat(all.lines()).hasSize(4);
        assertThat(Sha256.of(all)).isEqualTo(as("auditor").get(PATH + "/" + id).path("resultSha256"));
        assertThat(results(id, NDJSON, "hits").lines()).hasSize(3);
        assertThat(results(id, "text/csv", "all"))
                .startsWith("line,reference,name")
                .contains("\r\n5,V-3,Siemens AG,DE,CLEAR,,");
    }

    @Test
    void rows_that_are_not_in_order_are_told_by_line_and_the_others_are_screened() {
        String file = """
                {"name":"Huawei Technologies Co Ltd","reference":"a"}
                {"name":"!!!"}

                {"name":"Good","country":"XX"}
                [1]
                {"name":"Good","birthDate":"yesterday"}
                {"name":"Good","colour":"red"}
                {"nameParts":{"family":"Person","given":"Good"}}
                {"name":"Good"
                """;
        String id = send(NDJSON, file)
                .statusCode(201)
                .body("received", equalTo(8))
                .body("invalid", equalTo(6))
                .extract()
                .path("id");
        ended(id, "DONE").body("screened", equalTo(2)).body("listed", equalTo(1));
        as("auditor")
                .get(PATH + "/" + id + "/errors")
                .then()
                .body("items.line", contains(2, 4, 5, 6, 7, 9))
                .body("items[0].errors[0].pointer", equalTo("/name"))
                .body("items[1].errors[0].pointer", equalTo("/country"))
                .body("items[3].errors[0].pointer", equalTo("/birthDate"))
                .body("items[4].errors[0].pointer", equalTo("/colour"));
        String next = as("auditor").get(PATH + "/" + id + "/errors?limit=4").path("next");
        as("auditor")
                .queryParam("cursor", next)
                .get(PATH + "/" + id + "/errors")
                .then()
                .body("items.line", contains(7, 9));
        String nothing = send(CSV, "name\n!!\n??\n")
                .body("state", equalTo("REFUSED"))
                .extract()
                .path("id");
        as("screener").get(PATH + "/" + nothing + "/errors").then().body("items", hasSize(2));
    }

    @Test
    void a_file_that_is_none_is_refused_whole_and_nothing_of_it_is_kept() throws SQLException {
        int before = count("select count(*) from screening_batch");
        for (String bad : List.of(
                "",
                "name\n",
                "balance,colour\n1,2\n",
                "name,customer\nA,B\n",
                "name\n\"never closed",
                "name\n" + "x".repeat(11_000) + "\n")) {
            send(CSV, bad).statusCode(422).contentType("application/problem+json");
        }
        send(NDJSON, "{\"name\":\"" + "x".repeat(70_000) + "\"}").statusCode(422);
        as("screener")
                .contentType("text/csv")
                .body(new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xC3, '(', '\n'})
                .post(PATH)
                .then()
                .statusCode(422)
                .body("detail", containsString("UTF-8"));
        as("screener")
                .queryParam("threshold", 0.5)
                .contentType(CSV)
                .body("name\nA b\n")
                .post(PATH)
                .then()
                .statusCode(400);
        assertThat(count("select count(*) from screening_batch")).isEqualTo(before);
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing_behind() throws SQLException {
        int before = count("select count(*) from screening_batch");
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(rows(2_500).getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });
        Assertions.assertThatThrownBy(() -> upload.receive(broken, new Upload.Wish(Layout.CSV, null, "screener")))
                .isInstanceOf(ProblemException.class);
        assertThat(count("select count(*) from screening_batch")).isEqualTo(before);
    }

    @Test
    void a_cell_that_a_spreadsheet_would_compute_is_text_in_the_table_and_itself_in_the_other_form() {
        String id = send(
                        CSV,
                        "reference,name\n\"=HYPERLINK(\"\"http://x\"\")\",\"=Huawei Technologies Co Ltd\"\n+1,@Siemens AG\n")
                .statusCode(201)
                .extract()
                .path("id");
        ended(id, "DONE");
        assertThat(results(id, "text/csv", "all"))
                .contains("2,\"'=HYPERLINK(\"\"http://x\"\")\",'=Huawei")
                .contains("3,'+1,'@Siemens AG");
        assertThat(results(id, NDJSON, "all")).contains("\"name\":\"=Huawei Technologies Co Ltd\"");
    }

    @Test
    void a_retry_is_the_same_batch_and_another_file_under_its_key_is_refused() throws SQLException {
        String key = UUID.randomUUID().toString();
        List<Response> answers = new ArrayList<>();
        for (String name : List.of("Siemens AG", "Siemens AG", "Other AG")) {
            answers.add(RestAssured.given()
                    .auth()
                    .oauth2(Tokens.of("screener", Apis.AUDIENCE))
                    .header("Idempotency-Key", key)
                    .contentType(CSV)
                    .body("name\n" + name + "\n")
                    .post(PATH));
        }
        assertThat(answers).extracting(Response::statusCode).containsExactly(201, 201, 422);
        assertThat(answers.get(1).<String>path("id")).isEqualTo(answers.get(0).path("id"));
        assertThat(count("select count(*) from screening_batch where state = 'RECEIVING'"))
                .isZero();
    }

    @Test
    void a_batch_goes_on_behind_its_last_chunk_and_says_which_rows_met_which_editions() throws SQLException {
        String id;
        String newcomer = Apis.row("bat-1", Apis.EL, "", "Gartenbau Blume 4001", Map.of(Apis.NOTICE, "91 FR 1"));
        try (Connection waiting = database();
                Statement hold = waiting.createStatement()) {
            waiting.setAutoCommit(false);
            // Nothing can be stored while somebody else has the current editions.
            hold.execute("select 1 from screening_list for update");
            id = send(CSV, rows(4_100)).statusCode(201).extract().path("id");
            try (Connection others = database();
                    Statement chunks = others.createStatement()) {
                others.setAutoCommit(false);
                chunks.execute(
                        "select 1 from screening_batch_chunk where batch_id = '" + id + "' and number > 0 for update");
                as("screener")
                        .accept(NDJSON)
                        .get(PATH + "/" + id + "/results")
                        .then()
                        .statusCode(409);
                waiting.commit();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> as("auditor")
                                .get(PATH + "/" + id)
                                .then()
                                .body("screened", equalTo(2_000))
                                .body("state", equalTo("SCREENING")));
                Apis.loadList(Lists.excerptText() + newcomer);
                others.rollback();
            }
        }
        JsonPath done = ended(id, "DONE")
                .body("screened", equalTo(4_100))
                .body("listed", equalTo(6))
                .body("editions.rows", contains(2_000, 2_100))
                .body("editions.firstLine", contains(2, 2_002))
                .body("editions.lastLine", contains(2_001, 4_101))
                .extract()
                .jsonPath();
        List<String> lines = results(id, NDJSON, "all").lines().toList();
        assertThat(lines).hasSize(4_100);
        assertThat(lines.get(1_999)).contains("\"editions\":\"" + done.getString("editions[0].editions") + "\"");
        assertThat(lines.get(2_000)).contains("\"editions\":\"" + done.getString("editions[1].editions") + "\"");
        assertThat(count("select count(*) from screening_batch_chunk where batch_id = '" + id
                        + "' and input is not null"))
                .isZero();
        String ledger = "select count(*) from ledger_entry where convert_from(payload, 'UTF8') like '%" + id + "%";
        assertThat(count(ledger + "screening-batch%'")
                        + count(ledger.replace("%" + id, "%screening-batch.%" + id) + "'"))
                .isEqualTo(2);
        assertThat(count(ledger + "Huawei%'")).isZero();
    }

    @Test
    void a_batch_that_is_stopped_keeps_what_is_there_and_screens_no_more() throws SQLException {
        String id;
        try (Connection waiting = database();
                Statement hold = waiting.createStatement()) {
            waiting.setAutoCommit(false);
            hold.execute("select 1 from screening_list for update");
            id = send(CSV, rows(2_500)).statusCode(201).extract().path("id");
            as("auditor").post(PATH + "/" + id + "/cancellation").then().statusCode(403);
            // The first chunk is being screened, or about to be: it is not stored any more.
            as("officer")
                    .post(PATH + "/" + id + "/cancellation")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("CANCELED"));
            waiting.commit();
        }
        as("officer").post(PATH + "/" + id + "/cancellation").then().statusCode(409);
        String after = send(CSV, "name\nSiemens AG\n").extract().path("id");
        ended(after, "DONE");
        ended(id, "CANCELED").body("screened", equalTo(0));
        assertThat(count("select count(*) from screening_batch_chunk where batch_id = '" + id
                        + "' and (results is not null or input is not null)"))
                .isZero();
        assertThat(results(id, NDJSON, "all")).isEmpty();
    }

    @Test
    void who_may_not_send_files_may_not_and_batches_are_listed_for_those_who_check() {
        as("engineer").contentType(CSV).body("name\nA b\n").post(PATH).then().statusCode(403);
        as("auditor").contentType(CSV).body("name\nA b\n").post(PATH).then().statusCode(403);
        as("license-manager").get(PATH).then().statusCode(403);
        as("auditor").get(PATH + "/sbt-none").then().statusCode(404);
        as("auditor").get(PATH + "/sbt-none/results").then().statusCode(404);
        String id = send(CSV, "name\nSiemens AG\n").extract().path("id");
        as("auditor")
                .get(PATH + "?limit=1")
                .then()
                .body("items.id", contains(id))
                .body("items.editions", everyItem(not(nullValue())));
        ended(id, "DONE");
        RestAssured.given().get("/q/metrics").then().body(containsString("portcullis_screening_batch_rows_total"));
    }

    @Test
    void a_row_is_answered_as_a_call_answers_the_same_subject_good_guys_included() {
        String name = "Kambricon Technologies Corporation";
        String goodGuy = approved(name);
        List<String> rows = List.of(
                "{\"reference\":\"1\",\"name\":\"" + name + "\",\"country\":\"CN\"}",
                "{\"reference\":\"2\",\"name\":\"" + name + "\",\"country\":\"SG\"}",
                "{\"reference\":\"3\",\"name\":\"" + name
                        + "\",\"country\":\"CN\",\"aliases\":[\"Huawei Technologies\"]}",
                "{\"reference\":\"4\",\"name\":\"Huawei Technologies Co Ltd\",\"country\":\"CN\"}",
                "{\"reference\":\"5\",\"name\":\"Gartenbau Blume\",\"country\":\"DE\",\"birthDate\":\"1960\","
                        + "\"identifiers\":[{\"type\":\"Passport\",\"number\":\"AB1234567\"}]}");
        String file = String.join("\n", rows) + "\n";
        String id = send(NDJSON, file).statusCode(201).extract().path("id");
        ended(id, "DONE").body("possible", equalTo(1)).body("listed", equalTo(2));
        JsonPath batch = as("screener")
                .get(PATH + "/" + id + "/results?only=all")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath call = Apis.json("screener", "/v1/screenings", "{\"subjects\":[" + String.join(",", rows) + "]}")
                .statusCode(200)
                .extract()
                .jsonPath();
        for (int i = 0; i < rows.size(); i++) {
            String asked = "results[" + i + "].screening.";
            String row = "items[" + i + "].";
            assertThat(batch.getString(row + "status")).isEqualTo(call.getString(asked + "status"));
            assertThat(batch.getList(row + "hits")).isEqualTo(call.getList(asked + "hits"));
            assertThat(batch.getList(row + "cleared")).isEqualTo(call.getList(asked + "cleared"));
        }
        assertThat(batch.getString("items[0].status")).isEqualTo("CLEAR");
        assertThat(batch.getList("items[0].cleared.by.id")).isNotEmpty().containsOnly(goodGuy);
        assertThat(batch.getString("items[1].status")).isEqualTo("POSSIBLE_MATCH");
        assertThat(results(id, CSV, "all").lines().filter(line -> line.contains(goodGuy)))
                .hasSameSizeAs(batch.getList("items[0].cleared"))
                .allMatch(line -> line.contains(",CLEAR,"));

        step("officer", goodGuy, "revocations", Map.of());
        String later = send(NDJSON, file).statusCode(201).extract().path("id");
        ended(later, "DONE").body("possible", equalTo(2)).body("listed", equalTo(2));
    }

    @Test
    void who_has_an_entrys_document_is_not_cleared_of_it_by_a_name() {
        Apis.loadList(Lists.excerptText()
                + Apis.row(
                        "doc-1",
                        Apis.SDN,
                        "Individual",
                        "ZYXWOLF, Quentin Barnaby",
                        Map.of(Apis.IDENTIFIERS, "Passport, AB1234567, RU")));
        String goodGuy = approved("Quentin Barnaby Zyxwolf");
        String row = "{\"name\":\"Quentin Barnaby Zyxwolf\",\"country\":\"CN\"%s}\n";
        String id = send(
                        NDJSON,
                        row.formatted("")
                                + row.formatted(",\"identifiers\":[{\"type\":\"Passport\",\"number\":\"ab-1234567\"}]"))
                .statusCode(201)
                .extract()
                .path("id");
        ended(id, "DONE").body("listed", equalTo(1));
        as("screener")
                .get(PATH + "/" + id + "/results?only=all")
                .then()
                .body("items[0].status", equalTo("CLEAR"))
                .body("items[1].status", equalTo("LISTED"));
        step("officer", goodGuy, "revocations", Map.of());
    }

    /** Two people find that nobody of the name in China is one of those whom the name is like. */
    private static String approved(String name) {
        Map<String, Object> decision = Map.of(
                "reasons",
                List.of("DIFFERENT_IDENTIFIER"),
                "evidence",
                List.of("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                "until",
                LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
        Map<String, Object> proposal = new HashMap<>(decision);
        proposal.put("names", List.of(name));
        proposal.put("country", "CN");
        String id = as("screener")
                .contentType("application/json")
                .body(proposal)
                .post("/v1/good-guys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step("officer", id, "agreements", decision);
        return id;
    }

    private static void step(String user, String goodGuy, String step, Map<String, Object> body) {
        String path = "/v1/good-guys/" + goodGuy;
        as(user).contentType("application/json")
                .header("If-Match", as("auditor").get(path).header("ETag"))
                .body(body)
                .post(path + "/" + step)
                .then()
                .statusCode(201);
    }
}
