package dev.portcullis.classification;

import static dev.portcullis.classification.ClassificationApi.CIRCUIT;
import static dev.portcullis.classification.ClassificationApi.H100;
import static dev.portcullis.classification.ClassificationApi.H20;
import static dev.portcullis.classification.ClassificationApi.approve;
import static dev.portcullis.classification.ClassificationApi.as;
import static dev.portcullis.classification.ClassificationApi.classify;
import static dev.portcullis.classification.ClassificationApi.components;
import static dev.portcullis.classification.ClassificationApi.datasheet;
import static dev.portcullis.classification.ClassificationApi.item;
import static dev.portcullis.classification.ClassificationApi.write;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.local.testing.Tokens;
import dev.portcullis.platform.feed.FactFeed;
import dev.portcullis.platform.feed.FactFeeds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service as its callers see it, on real PostgreSQL, Kafka and Keycloak. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class ClassificationServiceTest {
    @Inject
    Pool pool;

    @Inject
    FactFeeds feeds;

    @Test
    void an_item_is_registered_described_and_classified_and_everybody_hears_of_it() {
        try (FactFeed<ItemState> feed =
                feeds.start(Topics.ITEMS, ItemState.class, ItemState::version, (key, fact) -> {})) {
            String id = item("COMMODITY");
            as("engineer")
                    .get("/v1/items/" + id)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("classification", nullValue());
            datasheet(id, H100)
                    .then()
                    .statusCode(201)
                    .header("Location", containsString("/v1/items/" + id + "/datasheets/1"))
                    .body("number", equalTo(1))
                    .body("datasheet.kind", equalTo("INTEGRATED_CIRCUIT"));
            Response classified = classify(id);
            classified
                    .then()
                    .statusCode(201)
                    .body("number", equalTo(1))
                    .body("datasheetNumber", equalTo(1))
                    .body("result.status", equalTo("CLASSIFIED"))
                    .body("result.eccn", equalTo("3A090"))
                    .body("result.paragraph", equalTo("a.1"))
                    .body("result.walk.citation", everyItem(notNullValue()));
            as("auditor")
                    .get("/v1/items/" + id)
                    .then()
                    .body("classification", nullValue())
                    .body("proposal.number", equalTo(1));
            approve(id, 1).then().statusCode(201).body("state", equalTo("APPROVED"));
            as("auditor")
                    .get("/v1/items/" + id + "/classifications/1")
                    .then()
                    .statusCode(200)
                    .body("sha256", equalTo(classified.path("sha256")))
                    .body("result.figures.totalProcessingPerformance", equalTo(15831.2f));

            await().atMost(Duration.ofSeconds(15))
                    .until(() -> feed.get(id) != null && feed.get(id).version() == 4);
            ItemState state = feed.get(id).value();
            assertThat(state.classification().eccn()).isEqualTo(Eccn.of("3A090"));
            assertThat(state.classification().paragraph()).isEqualTo("a.1");
            assertThat(state.classification().totalProcessingPerformance()).isEqualTo(15831.2);
            assertThat(state.classification().totalDramBandwidth()).isEqualTo(3350);
            assertThat(state.classification().dataCenter()).isTrue();

            assertThat(ledger(id))
                    .hasSize(4)
                    .satisfies(entries -> assertThat(entries.get(2)).contains(classified.<String>path("sha256")))
                    .last()
                    .asString()
                    .contains("3A090")
                    .contains("APPROVED");
        }
    }

    @Test
    void a_cluster_names_its_circuits_by_item() {
        String chip = item("COMMODITY");
        datasheet(chip, H100);
        String server = item("COMMODITY");
        datasheet(server, components("GPU", 8, chip)).then().statusCode(201);
        String cluster = item("COMMODITY");
        datasheet(cluster, components("server", 32, server)).then().statusCode(201);
        classify(cluster)
                .then()
                .statusCode(201)
                .body("result.eccn", equalTo("4A003"))
                .body("result.paragraph", equalTo("z.1.a"))
                .body("result.figures.totalProcessingPerformance", equalTo(4052787.2f))
                .body("inputs.itemId", contains(server, chip))
                .body("inputs.datasheetNumber", contains(1, 1));
        datasheet(chip, components("cluster", 1, cluster))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", containsString("/itemId"));
    }

    @Test
    void a_characteristic_that_no_rule_asks_for_is_refused_with_its_place() {
        String id = item("COMMODITY");
        String body = "{\"kind\":\"COMPUTER\",\"provenance\":\"DECLARED\",\"components\":[{\"name\":\"x\",\"count\":1,"
                + "\"computer\":{\"provenance\":\"DECLARED\",\"characteristics\":{%s}}}]}";
        String at = "/components/0/computer/characteristics/";
        refused(id, body.formatted("\"adjustedPeakPerformanc\":1"), 422, at + "adjustedPeakPerformanc");
        refused(id, body.formatted("\"adjustedPeakPerformance\":true"), 422, at + "adjustedPeakPerformance");
        refused(id, body.formatted("\"unconventionalComputer\":\"QUANTUM\""), 422, at + "unconventionalComputer");
        refused(id, body.formatted("\"dataCenter\":true"), 422, at + "dataCenter");
        refused(id, body.formatted("\"adjustedPeakPerformance\":[1]"), 400, at + "adjustedPeakPerformance");
        refused(id, body.formatted("\"adjustedPeakPerformance\":1e99"), 400, at + "adjustedPeakPerformance");
        as("auditor").get("/v1/items/" + id).then().body("datasheets", equalTo(0));
    }

    private static void refused(String id, String body, int status, String pointer) {
        datasheet(id, body).then().statusCode(status).body("errors[0].pointer", containsString(pointer));
    }

    @Test
    void the_dictionary_says_which_facts_there_are() {
        as("engineer")
                .get("/v1/facts")
                .then()
                .statusCode(200)
                .body("adjustedPeakPerformance.unit", equalTo("WT"))
                .body("adjustedPeakPerformance.stated.as", equalTo("FIGURE"))
                .body("unconventionalComputer.stated.words", hasItem("NEURAL"))
                .body("unconventionalComputer.unlessSaid", equalTo("NONE"));
        as("screener").get("/v1/facts").then().statusCode(403);
    }

    @Test
    void a_what_if_answers_for_any_day_and_stores_nothing() {
        long items = count("item");
        long entries = count("ledger_entry");
        String body = "{\"asOf\":\"%s\",\"datasheet\":"
                + CIRCUIT.formatted("624", "8").replace("1028", "464") + "}";
        as("engineer")
                .contentType("application/json")
                .body(String.format(body, "2023-06-01"))
                .post("/v1/classify")
                .then()
                .statusCode(200)
                .body("eccn", equalTo("3A991"));
        as("engineer")
                .contentType("application/json")
                .body(String.format(body, "2023-11-17"))
                .post("/v1/classify")
                .then()
                .statusCode(200)
                .body("eccn", equalTo("3A090"))
                .body("walk[-1].criteria.margin", equalTo(192));
        as("engineer")
                .contentType("application/json")
                .body(String.format(body, "2021-01-01"))
                .post("/v1/classify")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/asOf"));
        assertThat(count("item")).isEqualTo(items);
        assertThat(count("ledger_entry")).isEqualTo(entries);
    }

    @Test
    void two_datasheets_are_compared_and_nothing_is_stored() {
        String id = item("COMMODITY");
        datasheet(id, H100);
        datasheet(id, H20);
        long entries = count("ledger_entry");
        String stored = "{\"itemId\":\"" + id + "\",\"number\":1}";
        compare(stored, "{\"itemId\":\"" + id + "\"}")
                .then()
                .statusCode(200)
                .body("from.paragraph", equalTo("a.1"))
                .body("to.eccn", equalTo("3A991"))
                .body("facts.fact", hasItem("totalProcessingPerformance"))
                .body("criteria.citation", everyItem(notNullValue()));
        compare(stored, "{\"datasheet\":" + H100 + "}").then().body("facts", hasSize(0));
        compare(stored, "{}").then().statusCode(400).body("errors[0].pointer", equalTo("/to"));
        compare(stored, "{\"datasheet\":" + H100 + ",\"itemId\":\"x\"}").then().statusCode(400);
        compare(stored, "{\"itemId\":\"itm-nowhere\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/to/itemId"));
        compare(stored, "{\"datasheet\":{\"kind\":\"MODEL\",\"provenance\":\"DECLARED\"}}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/to"));
        assertThat(count("ledger_entry")).isEqualTo(entries);
    }

    private static Response compare(String from, String to) {
        return as("engineer")
                .contentType("application/json")
                .body("{\"from\":" + from + ",\"to\":" + to + "}")
                .post("/v1/classify/comparisons");
    }

    @Test
    void an_entry_of_the_list_is_read_for_a_day() {
        as("auditor")
                .get("/v1/control-list/3A090?asOf=2023-01-01")
                .then()
                .statusCode(200)
                .body("rules.id", contains("3A090.a/2022-10-21"))
                .body("rules[0].when.all[0].atLeast", equalTo(600));
        as("auditor").get("/v1/control-list/3A090?asOf=2026-11-23").then().body("rules.paragraph", hasItem("3A090.c"));
        as("auditor").get("/v1/control-list/9Z999").then().statusCode(404);
        as("auditor").get("/v1/control-list/3A090?asOf=yesterday").then().statusCode(400);
    }

    @Test
    void a_name_changes_only_for_who_has_seen_the_present_version() {
        String id = item("COMMODITY");
        String body = "{\"name\":\"renamed\"}";
        put(id, null, body).then().statusCode(428);
        put(id, "\"7\"", body).then().statusCode(412);
        put(id, "\"1\"", body).then().statusCode(200).header("ETag", "\"2\"").body("name", equalTo("renamed"));
        put(id, "\"1\"", body).then().statusCode(412);
    }

    @Test
    void a_request_sent_again_acts_once() {
        String id = item("COMMODITY");
        String key = UUID.randomUUID().toString();
        Response first = write("engineer", key).body(H100).post("/v1/items/" + id + "/datasheets");
        Response second = write("engineer", key).body(H100).post("/v1/items/" + id + "/datasheets");
        assertThat(second.asString()).isEqualTo(first.asString());
        as("engineer").get("/v1/items/" + id).then().body("datasheets", equalTo(1));
        write("engineer", key)
                .body(H20)
                .post("/v1/items/" + id + "/datasheets")
                .then()
                .statusCode(422);
    }

    @Test
    void items_are_listed_page_by_page() {
        List<String> made = List.of(item("COMMODITY"), item("SOURCE_CODE"), item("MODEL_WEIGHTS"));
        Response page = as("auditor").get("/v1/items?limit=2");
        page.then().statusCode(200).body("items", hasSize(2)).body("next", notNullValue());
        List<String> seen = new java.util.ArrayList<>(page.<List<String>>path("items.id"));
        while (page.path("next") != null) {
            page = as("auditor").get("/v1/items?limit=2&cursor=" + page.path("next"));
            seen.addAll(page.<List<String>>path("items.id"));
        }
        assertThat(seen).containsAll(made).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            negative TOPS            | -1       | 8    | /processingUnits/0/rates/0/tops
            a number beyond reason   | 1e400    | 8    | /processingUnits/0/rates/0/tops
            a hair of a number       | 1e-400   | 8    | /processingUnits/0/rates/0/tops
            no number                | "x"      | 8    | /processingUnits/0/rates/0/tops
            not given                | null     | 8    | /processingUnits/0/rates/0/tops
            bit length 0             | 1        | 0    | /processingUnits/0/rates/0/bitLength
            bit length 1000          | 1        | 1000 | /processingUnits/0/rates/0/bitLength
            bit length not given     | 1        | null | /processingUnits/0/rates/0/bitLength
            """)
    void a_bad_figure_is_named_by_pointer_and_nothing_is_stored(
            String what, String tops, String bitLength, String pointer) {
        String id = item("COMMODITY");
        long datasheets = count("datasheet");
        datasheet(id, CIRCUIT.formatted(tops, bitLength))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", everyItem(equalTo(pointer)));
        assertThat(count("datasheet")).isEqualTo(datasheets);
        as("auditor").get("/v1/items/" + id).then().body("version", equalTo(1));
    }

    @Test
    void bodies_that_are_no_datasheet_are_refused() {
        String id = item("COMMODITY");
        datasheet(id, "{\"kind\":\"INTEGRATED").then().statusCode(400);
        datasheet(id, "{\"kind\":\"TOASTER\",\"provenance\":\"DECLARED\"}")
                .then()
                .statusCode(400);
        datasheet(id, "{\"provenance\":\"DECLARED\"}").then().statusCode(400);
        datasheet(id, "{\"kind\":\"COMPUTER\",\"provenance\":\"DECLARED\",\"colour\":1}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/colour"));
        datasheet(
                        id,
                        "{\"kind\":\"COMPUTER\",\"provenance\":\"DECLARED\",\"components\":[{\"name\":\"x\",\"count\":1}]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/components/0"));
        datasheet(id, components("x", 1, "itm-nowhere"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/components/0/itemId"));
        datasheet(id, "{\"kind\":\"MODEL\",\"provenance\":\"DECLARED\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/kind"));
        datasheet(id, nested(400)).then().statusCode(400);
        datasheet(id, "null").then().statusCode(400);
        datasheet(id, " ".repeat(20_000_000)).then().statusCode(413);
        as("auditor").get("/v1/items/" + id).then().body("datasheets", equalTo(0));
    }

    @Test
    void an_item_without_datasheet_cannot_be_classified() {
        classify(item("COMMODITY")).then().statusCode(409);
        classify("itm-nowhere").then().statusCode(404);
    }

    @Test
    void only_who_may_classifies() {
        String id = item("COMMODITY");
        datasheet(id, H100);
        write("engineer", UUID.randomUUID().toString())
                .body("{}")
                .post("/v1/items/" + id + "/classifications")
                .then()
                .statusCode(403);
        write("auditor", UUID.randomUUID().toString())
                .body("{\"name\":\"x\",\"form\":\"COMMODITY\"}")
                .post("/v1/items")
                .then()
                .statusCode(403);
        given().get("/v1/items/" + id).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("engineer", "licensing-svc"))
                .get("/v1/items/" + id)
                .then()
                .statusCode(401);
        as("screener").get("/v1/items/" + id).then().statusCode(403);
    }

    @Test
    void stored_datasheets_and_classifications_never_change() {
        String id = item("COMMODITY");
        datasheet(id, H100);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> pool.query("update datasheet set body = '{}'")
                        .execute()
                        .await()
                        .indefinitely()))
                .hasMessageContaining("never changed");
    }

    private static Response put(String id, String ifMatch, String body) {
        RequestSpecification request =
                as("engineer").contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/v1/items/" + id);
    }

    private static String nested(int levels) {
        return "{\"kind\":\"COMPUTER\",\"provenance\":\"DECLARED\",\"components\":[{\"name\":\"x\",\"count\":1,\"computer\":"
                        .repeat(levels)
                + "{\"provenance\":\"DECLARED\"}" + "}]}".repeat(levels);
    }

    private long count(String table) {
        return pool.query("select count(*) from " + table)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private List<String> ledger(String id) {
        List<String> payloads = new java.util.ArrayList<>();
        pool.query("select payload from ledger_entry order by id")
                .execute()
                .await()
                .indefinitely()
                .forEach(row -> payloads.add(new String(row.getBuffer(0).getBytes(), StandardCharsets.UTF_8)));
        return payloads.stream().filter(payload -> payload.contains(id)).toList();
    }
}
