package dev.portcullis.licensing.record;

import static dev.portcullis.licensing.Gate.deemedExport;
import static dev.portcullis.licensing.Gate.export;
import static dev.portcullis.licensing.Gate.get;
import static dev.portcullis.licensing.Gate.license;
import static dev.portcullis.licensing.Gate.person;
import static dev.portcullis.licensing.Gate.post;
import static dev.portcullis.licensing.Gate.put;
import static dev.portcullis.licensing.Gate.release;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.licensing.AtTheGate;
import dev.portcullis.licensing.Gate;
import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.platform.digest.Sha256;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Records over HTTP, with the database behind them. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class RecordTest extends AtTheGate {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Pool pool;

    @Inject
    RecordExpiry expiry;

    @Test
    void each_permitted_release_has_a_record_and_nothing_else_has() {
        JsonPath permitted = release(export(h20, german, "DE"));
        JsonPath denied = release(export(gpu, chinese, "CN"));

        Response record = get(path(permitted), Gate.user("license-manager"));
        assertThat(record.statusCode()).as(record.asString()).isEqualTo(200);
        assertThat(record.header("ETag")).isEqualTo("\"1\"");
        assertThat(record.jsonPath().getString("authority")).isEqualTo("NLR");
        assertThat(record.jsonPath().getString("invoice.statement")).startsWith("These items are controlled");
        assertThat(record.jsonPath().getString("keepUntil")).isNull();
        assertThat(get(path(denied), Gate.user("license-manager")).statusCode()).isEqualTo(404);
        assertThat(get(path(permitted), Gate.gateway()).statusCode()).isEqualTo(403);
        assertThat(get("/v1/records?partyId=" + german, Gate.user("auditor"))
                        .jsonPath()
                        .getList("items.releaseId"))
                .contains(permitted.getString("release.id"))
                .doesNotContain(denied.getString("release.id"));
    }

    @Test
    void shipment_data_complete_a_record_and_start_the_time_of_keeping() {
        String number = "D" + gpu.substring(8);
        record(license(number, chinese, "CN", "3A090", 10));
        String path = path(release(export(gpu, chinese, "CN", 8)));
        Response open = get(path, Gate.user("license-manager"));
        assertThat(open.jsonPath().getString("filing.citation")).isEqualTo("15 CFR 758.1(b)(2)");
        assertThat(element(open, "licenseCode")).isEqualTo("C30");
        assertThat(element(open, "licenseNumber")).isEqualTo(number);
        assertThat(element(open, "eccn")).isEqualTo("3A090");
        assertThat(open.jsonPath().getString("invoice.eccn")).isEqualTo("3A090.a");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        Response told = tell(path, "\"1\"", today, "");

        assertThat(told.statusCode()).as(told.asString()).isEqualTo(200);
        assertThat(told.jsonPath().getBoolean("complete")).as(told.asString()).isTrue();
        assertThat(told.jsonPath().getString("keepUntil"))
                .isEqualTo(today.plusYears(5).toString());
        assertThat(tell(path, "\"1\"", today, "").statusCode()).isEqualTo(412);
        assertThat(put(path, Gate.user("license-manager"), null, "{}").statusCode())
                .isEqualTo(428);
        Response wrong = put(
                path,
                Gate.user("license-manager"),
                "\"2\"",
                "{\"answers\": {\"exportDate\": \"soon\"}, \"events\": []}");
        assertThat(wrong.jsonPath().getList("errors.pointer")).containsExactly("/answers/exportDate");
        Response emptied = put(path, Gate.user("license-manager"), "\"2\"", "{}");
        assertThat(emptied.jsonPath().getString("keepUntil"))
                .as("the time of keeping never moves back")
                .isEqualTo(today.plusYears(5).toString());
    }

    @Test
    void a_release_to_a_person_is_an_export_of_its_own_day() {
        String person = "prs-rec-" + test;
        services.person(person(person, 1, PersonState.Status.ACTIVE, null));
        until(() -> decision(deemedExport(tech, person)).equals("PERMITTED"));

        Response record = get(path(release(deemedExport(tech, person))), Gate.user("auditor"));

        assertThat(record.jsonPath().getString("filing.need")).isEqualTo("NOT_REQUIRED");
        assertThat(record.jsonPath().getString("invoice.need")).isEqualTo("NOT_REQUIRED");
        assertThat(record.jsonPath().getString("keepUntil"))
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusYears(5).toString());
    }

    @Test
    void statements_are_documents_to_be_signed() throws Exception {
        String path = path(release(export(h20, german, "DE")));

        byte[] pdf =
                get(path + "/statements/bis-711", Gate.user("license-manager")).asByteArray();
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Statement by Ultimate Consignee and Purchaser", "party " + german, "Name and title");
        }
        assertThat(get(path + "/statements/sta", Gate.user("license-manager")).statusCode())
                .isEqualTo(409);
        assertThat(given().auth()
                        .oauth2(Gate.user("auditor"))
                        .accept("text/html")
                        .get(path)
                        .asString())
                .contains("<blockquote", "These items are controlled by the U.S. Government");
    }

    @Test
    void an_auditor_gets_all_about_a_transaction_and_can_check_each_part() throws Exception {
        String number = "A" + gpu.substring(8);
        record(license(number, chinese, "CN", "3A090", 10));
        JsonPath released = release(export(gpu, chinese, "CN", 2));
        String id = released.getString("release.id");
        String determination = released.getString("release.determination.id");
        Response begun = post(
                "/v1/applications", Gate.user("license-manager"), "{\"determinationId\": \"" + determination + "\"}");
        String application = begun.jsonPath().getString("application.id");
        tell(path(released), "\"1\"", LocalDate.now(ZoneOffset.UTC), "");

        Response answer = get("/v1/releases/" + id + "/archive", Gate.user("auditor"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains(id + ".zip");
        Map<String, byte[]> parts = ArchiveTest.read(answer.asByteArray());
        assertThat(parts.keySet())
                .contains(
                        "release.json",
                        "determination.json",
                        "determination.html",
                        "determination.pdf",
                        "record.json",
                        "record.pdf",
                        "destination-control-statement.txt",
                        "statements/bis-711.pdf",
                        "applications/" + application + ".json",
                        "applications/" + application + ".pdf",
                        "ledger.json",
                        "manifest.json");
        JsonNode manifest = JSON.readTree(parts.get("manifest.json"));
        assertThat(manifest.path("parts").size()).isEqualTo(parts.size() - 1);
        for (JsonNode part : manifest.path("parts")) {
            assertThat(part.path("sha256").asText())
                    .isEqualTo(Sha256.of(parts.get(part.path("name").asText())));
        }
        assertThat(Sha256.of(parts.get("release.json"))).isEqualTo(released.getString("sha256"));
        JsonNode ledger = JSON.readTree(parts.get("ledger.json"));
        for (JsonNode proved : manifest.path("proved")) {
            String payload = payload(ledger, proved.path("entry").asLong());
            if (proved.has("sha256")) {
                assertThat(payload).contains(proved.path("sha256").asText());
                byte[] part = parts.get(proved.path("what").asText());
                assertThat(Sha256.of(part)).isEqualTo(proved.path("sha256").asText());
            }
        }
        assertThat(manifest.path("proved").size()).isEqualTo(5);
        for (String user : List.of("officer", "license-manager", "engineer")) {
            assertThat(get("/v1/releases/" + id + "/archive", Gate.user(user)).statusCode())
                    .isEqualTo(403);
        }
        assertThat(get("/v1/releases/rel-none/archive", Gate.user("auditor")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_record_is_deleted_when_its_time_has_run_out_and_not_before() throws Throwable {
        JsonPath due = release(export(h20, german, "DE"));
        JsonPath young = release(export(h20, german, "DE"));
        JsonPath open = release(export(h20, german, "DE"));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        runsOut(due, today.minusDays(1));
        runsOut(young, today);

        VertxContextSupport.subscribeAndAwait(() -> expiry.expire());

        assertThat(status(due)).isEqualTo(404);
        assertThat(get("/v1/determinations/" + due.getString("release.determination.id"), Gate.user("auditor"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(status(young)).isEqualTo(200);
        assertThat(status(open)).isEqualTo(200);
        assertThat(count(
                        "select count(*) from ledger_entry where convert_from(payload, 'UTF8') like $1",
                        "%record.expired%" + due.getString("release.id") + "%"))
                .isEqualTo(1);
        assertThat(count("select count(*) from release_party where release_id = $1", due.getString("release.id")))
                .isZero();
    }

    @Test
    void what_is_held_is_never_deleted_until_two_people_lift_the_hold() throws Throwable {
        JsonPath held = release(export(h20, german, "DE"));
        String id = held.getString("release.id");
        Response placed = post(
                "/v1/record-holds",
                Gate.user("officer"),
                "{\"releaseId\": \"" + id + "\", \"reason\": \"Request of BIS\"}");
        assertThat(placed.statusCode()).as(placed.asString()).isEqualTo(201);
        String hold = "/v1/record-holds/" + placed.jsonPath().getString("id");
        runsOut(held, LocalDate.now(ZoneOffset.UTC).minusDays(1));

        VertxContextSupport.subscribeAndAwait(() -> expiry.expire());
        assertThat(status(held)).isEqualTo(200);
        assertThatThrownBy(() -> sql(
                        "insert into record_expiry select r.release_id, x.determination_id, r.keep_until, now()"
                                + " from release_record r join release x on x.id = r.release_id where r.release_id = $1",
                        id))
                .as("the database itself refuses")
                .hasMessageContaining("held");
        assertThatThrownBy(() -> sql("delete from release_record where release_id = $1", id))
                .hasMessageContaining("run out");
        assertThatThrownBy(() -> sql("delete from release where id = $1", id)).hasMessageContaining("never changed");

        Response proposed = send(hold + "/lift-proposals", "officer", "\"1\"");
        assertThat(proposed.jsonPath().getString("state")).isEqualTo("LIFT_PROPOSED");
        assertThat(send(hold + "/lift-agreements", "officer", "\"2\"").statusCode())
                .as("the same person")
                .isEqualTo(403);
        VertxContextSupport.subscribeAndAwait(() -> expiry.expire());
        assertThat(status(held)).as("proposed is not lifted").isEqualTo(200);
        assertThat(send(hold + "/lift-agreements", "approver", "\"1\"").statusCode())
                .isEqualTo(412);
        Response lifted = send(hold + "/lift-agreements", "approver", "\"2\"");
        assertThat(lifted.jsonPath().getString("state")).as(lifted.asString()).isEqualTo("LIFTED");

        VertxContextSupport.subscribeAndAwait(() -> expiry.expire());
        assertThat(status(held)).isEqualTo(404);
    }

    @Test
    void a_determination_stays_while_an_application_rests_on_it() throws Throwable {
        record(license("E" + gpu.substring(8), chinese, "CN", "3A090", 10));
        JsonPath released = release(export(gpu, chinese, "CN", 1));
        String determination = released.getString("release.determination.id");
        post("/v1/applications", Gate.user("license-manager"), "{\"determinationId\": \"" + determination + "\"}");
        runsOut(released, LocalDate.now(ZoneOffset.UTC).minusDays(1));

        VertxContextSupport.subscribeAndAwait(() -> expiry.expire());

        assertThat(status(released)).isEqualTo(404);
        assertThat(get("/v1/determinations/" + determination, Gate.user("auditor"))
                        .statusCode())
                .isEqualTo(200);
    }

    private static Response tell(String path, String ifMatch, LocalDate exported, String events) {
        return put(path, Gate.user("license-manager"), ifMatch, """
                {"answers": {"usppi.name": "Maker Inc.", "usppi.address": "1 Main Street", "usppi.ein": "12-3456789", "exportDate": "%s",
                  "consignee.address": "2 Road", "consignee.type": "D", "stateOfOrigin": "CA", "transport": "AIR", "carrier": "LH 455",
                  "port.export": "2720", "weight": "160", "licenseValue": "240000", "related": "NO", "origin": "D", "scheduleB": "8473.30.1180",
                  "unit": "NO", "value": "240000", "exportInformationCode": "OS", "reference": "R-1", "hazardous": "NO", "inbond": "70",
                  "routed": "NO", "transshipped": "NO", "validatedEndUser": "NO", "itn": "X20261129123456"}, "events": [%s]}""".formatted(exported, events));
    }

    private static String element(Response record, String key) {
        return record.jsonPath().getString("filing.elements.find { it.key == '" + key + "' }.value");
    }

    private static String payload(JsonNode ledger, long entry) {
        for (JsonNode proof : ledger.path("proofs")) {
            if (proof.path("entry").path("id").asLong() == entry) {
                return new String(
                        Base64.getDecoder()
                                .decode(proof.path("entry").path("payload").asText()),
                        StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no proof of entry " + entry);
    }

    private static Response send(String path, String user, String ifMatch) {
        return given().auth()
                .oauth2(Gate.user(user))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body("{\"reason\": \"The inquiry was closed\"}")
                .post(path);
    }

    private static String path(JsonPath release) {
        return "/v1/releases/" + release.getString("release.id") + "/record";
    }

    private static int status(JsonPath release) {
        return get("/v1/releases/" + release.getString("release.id"), Gate.user("auditor"))
                .statusCode();
    }

    /** As if it had been exported so long ago. */
    private void runsOut(JsonPath release, LocalDate keepUntil) {
        pool.preparedQuery("update release_record set keep_until = $2, basis_on = $3 where release_id = $1")
                .execute(Tuple.of(release.getString("release.id"), keepUntil, keepUntil.minusYears(5)))
                .await()
                .indefinitely();
    }

    private void sql(String sql, String id) {
        pool.preparedQuery(sql).execute(Tuple.of(id)).await().indefinitely();
    }

    private long count(String sql, String value) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(value))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
