package dev.portcullis.classification.master;

import static dev.portcullis.classification.ClassificationApi.as;
import static dev.portcullis.classification.ClassificationApi.classification;
import static dev.portcullis.classification.ClassificationApi.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import dev.portcullis.classification.item.Actor;
import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.platform.problem.ProblemException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Product masters as those see them who send them. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class ProductMasterTest {
    private static final String HEADER =
            "name,partNumber,form,/kind,/provenance,/processingUnits/0/rates/0/tops,/processingUnits/0/rates/0/bitLength,"
                    + "/dies/0/areaMm2,/dies/0/nonPlanar,/aggregateIoGBs,/totalDramBandwidthGBs,/dataCenter\n";
    private static final String ROW = "Part,%s,COMMODITY,INTEGRATED_CIRCUIT,DECLARED,%s,8,814,true,1028,3350,true\n";

    @Inject
    Pool pool;

    @Inject
    Upload upload;

    @Test
    void every_row_becomes_an_item_with_its_datasheet_and_a_proposal() {
        String family = family();
        StringBuilder file = new StringBuilder("\uFEFF" + HEADER);
        for (int i = 0; i < 120; i++) {
            file.append(ROW.formatted(family + "-" + i, i % 2 == 0 ? "1978.9" : "296"));
        }
        String id = sent("classifier", "?propose=true", "text/csv; charset=UTF-8", file.toString())
                .body("state", equalTo("QUEUED"))
                .body("received", equalTo(120))
                .body("invalid", equalTo(0))
                .extract()
                .path("id");
        done(id).body("applied", equalTo(120)).body("failed", equalTo(0));
        Response rows = as("auditor").get("/v1/items/imports/" + id + "/rows?limit=3");
        rows.then().body("items.line", contains(2, 3, 4)).body("items.state", everyItem(equalTo("APPLIED")));
        String first = rows.path("items[0].itemId");
        as("auditor")
                .get("/v1/items/" + first)
                .then()
                .body("partNumber", equalTo(family + "-0"))
                .body("datasheets", equalTo(1))
                .body("proposal.number", equalTo(1));
        classification(first, 1)
                .then()
                .body("state", equalTo("PROPOSED"))
                .body("result.eccn", equalTo("3A090"))
                .body("steps[0].step.by.name", equalTo("classifier"));
        // The same again changes nothing; a row that differs changes its item alone.
        String again = file.toString()
                .replace(family + "-7,COMMODITY", family + "-7,COMMODITY")
                .replace("Part," + family + "-9,", "Renamed," + family + "-9,");
        String second =
                sent("classifier", "?propose=true", "text/csv", again).extract().path("id");
        done(second).body("applied", equalTo(1)).body("unchanged", equalTo(119));
        as("auditor")
                .get("/v1/items/" + first)
                .then()
                .body("datasheets", equalTo(1))
                .body("version", equalTo(3));
    }

    @Test
    void one_bad_row_refuses_the_file_and_every_error_is_told_by_line() {
        String family = family();
        long before = items();
        String file = """
                {"name":"a","partNumber":"%1$s-1","form":"COMMODITY"}
                {"name":"a","partNumber":"%1$s-2","form":"TOASTER"}
                {"name":"","form":"COMMODITY"}
                {"name":"a","partNumber":"%1$s-1","form":"COMMODITY"}
                {"name":"a","partNumber":"%1$s-5","form":"COMMODITY","colour":1}
                {"name":"a","partNumber":"%1$s-6","form":"MODEL_WEIGHTS","datasheet":{"kind":"COMPUTER","provenance":"DECLARED"}}
                {"name":"a","partNumber":"%1$s-7","form":"COMMODITY","datasheet":{"kind":"COMPUTER","provenance":"DECLARED","characteristics":{"nonsense":1}}}
                not json
                {"name":"a","form":"COMMODITY"}
                """.formatted(family);
        String id = sent("engineer", "", "application/x-ndjson", file)
                .body("state", equalTo("REFUSED"))
                .body("received", equalTo(9))
                .body("invalid", equalTo(8))
                .extract()
                .path("id");
        as("engineer")
                .get("/v1/items/imports/" + id + "/rows?state=INVALID")
                .then()
                .statusCode(200)
                .body("items.line", contains(2, 3, 4, 5, 6, 7, 8, 9))
                .body("items[0].errors[0].pointer", equalTo("/form"))
                .body("items[1].errors[0].pointer", equalTo("/name"))
                .body("items[2].errors[0].detail", containsString("earlier row"))
                .body("items[3].errors[0].pointer", equalTo("/colour"))
                .body("items[4].errors[0].pointer", equalTo("/datasheet/kind"))
                .body("items[5].errors[0].pointer", equalTo("/datasheet/characteristics/nonsense"))
                .body("items[7].errors[0].pointer", equalTo("/partNumber"));
        as("engineer")
                .get("/v1/items/imports/" + id + "/rows?state=CHECKED")
                .then()
                .body("items.line", contains(1));
        assertThat(items()).isEqualTo(before);
        write("engineer")
                .post("/v1/items/imports/" + id + "/cancellation")
                .then()
                .statusCode(409);
        // The same file where only what is in order is wanted.
        String partly = sent("engineer", "?skipInvalid=true", "application/x-ndjson", file)
                .extract()
                .path("id");
        done(partly).body("applied", equalTo(1)).body("invalid", equalTo(8));
        assertThat(items()).isEqualTo(before + 1);
    }

    @Test
    void a_row_that_cannot_be_applied_stands_alone_and_leaves_nothing() {
        String family = family();
        String twin = "{\"name\":\"twin\",\"partNumber\":\"" + family + "\",\"form\":\"COMMODITY\"}";
        write("engineer").body(twin).post("/v1/items").then().statusCode(201);
        write("engineer").body(twin).post("/v1/items").then().statusCode(201);
        long before = items();
        String id = sent("engineer", "", "application/x-ndjson", """
                {"name":"a","partNumber":"%1$s-1","form":"COMMODITY"}
                {"name":"b","partNumber":"%1$s","form":"COMMODITY"}
                {"name":"c","partNumber":"%1$s-3","form":"COMMODITY","datasheet":{"kind":"COMPUTER","provenance":"DECLARED","components":[{"name":"x","count":1,"itemId":"itm-00000000000000000000000000"}]}}
                {"name":"d","itemId":"itm-00000000000000000000000000","form":"COMMODITY"}
                {"name":"e","partNumber":"%1$s-5","form":"COMMODITY"}
                """.formatted(family))
                .body("state", equalTo("QUEUED"))
                .extract()
                .path("id");
        done(id).body("applied", equalTo(2)).body("failed", equalTo(3));
        as("engineer")
                .get("/v1/items/imports/" + id + "/rows?state=FAILED")
                .then()
                .body("items.line", contains(2, 3, 4))
                .body("items[0].errors[0].detail", containsString("several items"))
                .body("items[1].errors[0].pointer", equalTo("/components/0/itemId"));
        // Line 3 registered its item before its datasheet was refused: that is undone too.
        assertThat(items()).isEqualTo(before + 2);
    }

    @Test
    void a_file_sent_again_with_its_key_is_taken_once() {
        String family = family();
        String key = UUID.randomUUID().toString();
        String file = HEADER + ROW.formatted(family, "296");
        Response first = post("engineer", key, "", "text/csv", file);
        Response second = post("engineer", key, "", "text/csv", file);
        first.then().statusCode(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        post("engineer", key, "", "text/csv", file + ROW.formatted(family + "-2", "296"))
                .then()
                .statusCode(422);
        assertThat(count("product_import where sha256 is null")).isZero();
        as("auditor").get("/v1/items/imports").then().body("items.id", hasItem(first.<String>path("id")));
    }

    @Test
    void files_that_are_none_are_refused_and_nothing_is_kept() {
        long before = count("product_import");
        refused("text/csv", "", "empty");
        refused("text/csv", HEADER, "no row");
        refused("text/csv", "name,colour\na,b\n", "column 2");
        refused("application/x-ndjson", "\n\n", "no row");
        refused("application/x-ndjson", "{\"a\":\"" + "x".repeat(70_000) + "\"}", "longer than");
        as("engineer")
                .contentType("text/csv")
                .header("Idempotency-Key", "k")
                .body(new byte[] {'a', (byte) 0xC3, (byte) 0x28})
                .post("/v1/items/imports")
                .then()
                .statusCode(422)
                .body("detail", containsString("UTF-8"));
        post("engineer", "k", "", "application/json", "{}").then().statusCode(415);
        post("engineer", "", "", "text/csv", HEADER).then().statusCode(400);
        assertThat(count("product_import")).isEqualTo(before);
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() {
        long before = count("product_import") + count("product_row");
        String file = HEADER + ROW.formatted(family(), "296").repeat(1_200);
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });
        assertThatThrownBy(() -> upload.receive(broken, new Upload.Wish(Layout.CSV, false, false, Actor.SERVICE)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
        assertThat(count("product_import") + count("product_row")).isEqualTo(before);
    }

    @Test
    void who_may_not_is_refused() {
        post("auditor", "k", "", "text/csv", HEADER).then().statusCode(403);
        post("engineer", "k", "?propose=true", "text/csv", HEADER).then().statusCode(403);
        as("screener").get("/v1/items/imports").then().statusCode(403);
        as("auditor").get("/v1/items/imports/pim-none").then().statusCode(404);
    }

    @Test
    void an_import_is_stopped_between_two_rows() {
        String family = family();
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 2_000; i++) {
            file.append(ROW.formatted(family + "-" + i, "296"));
        }
        String id = sent("engineer", "", "text/csv", file.toString()).extract().path("id");
        write("engineer")
                .post("/v1/items/imports/" + id + "/cancellation")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELED"));
        int applied = as("auditor").get("/v1/items/imports/" + id).path("applied");
        assertThat(applied).isLessThan(2_000);
        assertThat(count("item where part_number like '" + family + "-%'")).isEqualTo(applied);
        // Sent again, it goes on where it was stopped.
        String second =
                sent("engineer", "", "text/csv", file.toString()).extract().path("id");
        assertThat(second).isNotEqualTo(id);
        done(second).body("unchanged", equalTo(applied)).body("applied", equalTo(2_000 - applied));
        as("auditor").get("/v1/items/imports/" + id).then().body("state", equalTo("CANCELED"));
        assertThat(count("product_row where import_id = '" + id + "' and state = 'CHECKED'"))
                .isEqualTo(2_000 - applied);
    }

    private static void refused(String type, String file, String why) {
        post("engineer", UUID.randomUUID().toString(), "", type, file)
                .then()
                .statusCode(422)
                .body("detail", containsString(why));
    }

    private static ValidatableResponse sent(String user, String query, String type, String file) {
        return post(user, UUID.randomUUID().toString(), query, type, file)
                .then()
                .statusCode(201);
    }

    private static Response post(String user, String key, String query, String type, String file) {
        return as(user).contentType(type)
                .header("Idempotency-Key", key)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/items/imports" + query);
    }

    private static ValidatableResponse done(String id) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> as("auditor")
                        .get("/v1/items/imports/" + id)
                        .path("state")
                        .equals("DONE"));
        return as("auditor").get("/v1/items/imports/" + id).then();
    }

    private static String family() {
        return "F" + UUID.randomUUID().toString().substring(0, 8);
    }

    private long items() {
        return count("item");
    }

    private long count(String from) {
        return pool.query("select count(*) from " + from)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
