package dev.portcullis.licensing.application;

import static dev.portcullis.licensing.Gate.deemedExport;
import static dev.portcullis.licensing.Gate.get;
import static dev.portcullis.licensing.Gate.person;
import static dev.portcullis.licensing.Gate.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Applications over HTTP, with the database behind them. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class ApplicationTest extends AtTheGate {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Pool pool;

    @Inject
    ApplicationWatch watch;

    @Test
    void an_application_goes_from_its_draft_to_the_license_by_two_people() throws IOException {
        String manager = Gate.user("license-manager");
        String id = begin(gpu, chinese, "CN");
        String path = "/v1/applications/" + id;
        Response draft = get(path, manager);
        assertThat(draft.jsonPath().getList("questions")).hasSizeGreaterThan(20);
        assertThat(draft.jsonPath().getString("application.state")).isEqualTo("DRAFT");
        assertThat(approve(path, "officer", draft.header("ETag")).statusCode())
                .as("blocks are missing")
                .isEqualTo(422);

        Response edited = answerAll(path, draft);
        assertThat(edited.jsonPath().getList("questions")).isEmpty();
        String etag = edited.header("ETag");
        assertThat(approve(path, "license-manager", etag).statusCode())
                .as("no role")
                .isEqualTo(403);
        assertThat(approve(path, "officer", "\"1\"").statusCode()).isEqualTo(412);
        Response approved = approve(path, "officer", etag);
        assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);

        byte[] kept = get(path + "/package", manager).asByteArray();
        assertThat(Sha256.of(kept)).isEqualTo(approved.jsonPath().getString("application.packageSha256"));
        Response submitted =
                step(path, approved.header("ETag"), "{\"move\": \"SUBMIT\", \"applicationNumber\": \"Z123456\"}");
        assertThat(submitted.statusCode()).as(submitted.asString()).isEqualTo(200);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(submitted.jsonPath().getString("due[0].day"))
                .isEqualTo(today.plusDays(90).toString());
        Response granted = step(
                path,
                submitted.header("ETag"),
                "{\"move\": \"GRANT\", \"licenseNumber\": \"D7654321\", \"licenseId\": \"lic-1\"}");
        assertThat(granted.jsonPath().getString("application.state")).isEqualTo("GRANTED");
        assertThat(granted.jsonPath().getString("application.licenseNumber")).isEqualTo("D7654321");
        assertThat(get(path + "/package", Gate.user("auditor")).asByteArray()).isEqualTo(kept);
        assertThat(get("/v1/applications?state=GRANTED&limit=200", Gate.user("auditor"))
                        .jsonPath()
                        .getList("items.application.id"))
                .contains(id);
    }

    @Test
    void who_has_written_is_refused_whatever_the_role() {
        Response begun = post(
                "/v1/applications",
                Gate.user("officer"),
                "{\"determinationId\": \"" + determine(gpu, chinese, "CN") + "\"}");
        String path = "/v1/applications/" + begun.jsonPath().getString("application.id");
        Response edited = answerAll(path, get(path, Gate.user("officer")));

        Response refused = approve(path, "officer", edited.header("ETag"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString()).contains("second person");
    }

    @Test
    void what_is_submitted_is_what_was_approved_or_nothing() {
        String id = begin(gpu, chinese, "CN");
        String path = "/v1/applications/" + id;
        Response approved = approve(
                path,
                "officer",
                answerAll(path, get(path, Gate.user("auditor"))).header("ETag"));
        assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);
        services.item(Gate.accessible(gpu, 2));
        until(() -> !get("/v1/determinations/" + determine(gpu, german, "DE"), Gate.user("auditor"))
                .asString()
                .contains("3A090"));

        Response refused =
                step(path, approved.header("ETag"), "{\"move\": \"SUBMIT\", \"applicationNumber\": \"Z123456\"}");

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
        assertThat(refused.asString()).contains("facts have changed");
        assertThat(get(path, Gate.user("auditor")).jsonPath().getString("application.state"))
                .isEqualTo("APPROVED");
        assertThat(step(path, approved.header("ETag"), "{\"move\": \"REOPEN\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_retry_acts_once_and_a_stale_sender_not_at_all() {
        String key = UUID.randomUUID().toString();
        String body = "{\"determinationId\": \"" + determine(gpu, chinese, "CN") + "\"}";
        Response first = post("/v1/applications", Gate.user("license-manager"), key, body);
        Response second = post("/v1/applications", Gate.user("license-manager"), key, body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        String path = "/v1/applications/" + first.jsonPath().getString("application.id");
        assertThat(Gate.put(path + "/draft", Gate.user("license-manager"), null, "{}")
                        .statusCode())
                .isEqualTo(428);
        assertThat(Gate.put(path + "/draft", Gate.user("license-manager"), "\"9\"", "{}")
                        .statusCode())
                .isEqualTo(412);
        Response wrong = Gate.put(
                path + "/draft",
                Gate.user("license-manager"),
                "\"1\"",
                "{\"answers\": {\"22.e\": \"many\", \"nine\": \"x\"}}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.jsonPath().getList("errors.pointer", String.class))
                .containsExactlyInAnyOrder("/answers/22.e", "/answers/nine");
    }

    @Test
    void a_determination_that_asks_for_no_license_begins_none() {
        Response refused = post(
                "/v1/applications",
                Gate.user("license-manager"),
                "{\"determinationId\": \"" + determine(h20, german, "DE") + "\"}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(post("/v1/applications", Gate.user("engineer"), "{\"determinationId\": \"det-1\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/v1/applications", Gate.user("license-manager"), "{\"determinationId\": \"det-1\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void people_read_the_package_as_a_page_and_as_a_document_and_what_they_wrote_does_nothing() throws IOException {
        String path = "/v1/applications/" + begin(gpu, chinese, "CN");
        Gate.put(
                path + "/draft",
                Gate.user("license-manager"),
                "\"1\"",
                "{\"answers\": {\"21\": \"<script>alert(1)</script>\\u202E\"}}");

        Response page =
                given().auth().oauth2(Gate.user("auditor")).accept("text/html").get(path + "/package");
        Response document = given().auth()
                .oauth2(Gate.user("auditor"))
                .accept("application/pdf")
                .get(path + "/package");

        assertThat(page.asString())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;[U+202E]", "MISSING:", "Block", "Letter of explanation")
                .doesNotContain("<script");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        try (PDDocument read = Loader.loadPDF(document.asByteArray())) {
            assertThat(new PDFTextStripper().getText(read)).contains("<script>alert(1)</script>", "BIS-748P");
        }
    }

    @Test
    void an_application_about_a_person_is_not_for_those_who_need_not_know() {
        String person = "prs-app-" + test;
        services.person(person(person, 1, PersonState.Status.ACTIVE, "CN"));
        until(() -> !decision(deemedExport(tech, person)).equals("REVIEW"));
        String determination = post("/v1/determinations", Gate.user("officer"), """
                        {"activity": "DEEMED_EXPORT", "itemId": "%s", "personId": "%s"}""".formatted(tech, person))
                .jsonPath()
                .getString("determination.id");
        Response begun = post(
                "/v1/applications", Gate.user("license-manager"), "{\"determinationId\": \"" + determination + "\"}");
        String path = "/v1/applications/" + begun.jsonPath().getString("application.id");

        assertThat(get(path + "/package", Gate.user("auditor")).asString()).contains("\"18.personCountry\"", "\"CN\"");
        for (String form : List.of("", "/package")) {
            Response refused = get(path + form, Gate.user("approver"));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.asString()).doesNotContain("CN");
        }
        assertThat(approve(path, "approver", "\"1\"").statusCode()).isEqualTo(403);
    }

    @Test
    void what_is_due_is_marked_once_and_told_in_the_list() throws Throwable {
        String path = "/v1/applications/" + begin(gpu, chinese, "CN");
        Response approved = approve(
                path,
                "officer",
                answerAll(path, get(path, Gate.user("auditor"))).header("ETag"));
        LocalDate past = LocalDate.now(ZoneOffset.UTC).minusDays(100);
        Response submitted = step(
                path,
                approved.header("ETag"),
                "{\"move\": \"SUBMIT\", \"applicationNumber\": \"Z123456\", \"on\": \"" + past + "\"}");
        assertThat(submitted.jsonPath().getBoolean("overdue")).isTrue();
        String id = submitted.jsonPath().getString("application.id");

        VertxContextSupport.subscribeAndAwait(() -> watch.mark());
        VertxContextSupport.subscribeAndAwait(() -> watch.mark());

        assertThat(ledgerEntries(id, "dev.portcullis.application.due")).isEqualTo(1);
        assertThat(get("/v1/applications?overdue=true&limit=200", Gate.user("auditor"))
                        .jsonPath()
                        .getList("items.application.id"))
                .contains(id);
        assertThat(ledgerEntries(id, "dev.portcullis.application.changed")).isEqualTo(4);
    }

    private long ledgerEntries(String id, String type) {
        return pool.preparedQuery("select count(*) from ledger_entry where convert_from(payload, 'UTF8') like $1")
                .execute(Tuple.of("%" + type + "%" + id + "%"))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private Response answerAll(String path, Response draft) {
        try {
            Map<String, String> answers = new HashMap<>();
            JsonNode blocks = JSON.readTree(
                            get(path + "/package", Gate.user("auditor")).asString())
                    .path("blocks");
            Map<String, String> kinds = new HashMap<>();
            for (JsonNode field : JSON.readTree(
                    get("/v1/applications/form", Gate.user("auditor")).asString())) {
                kinds.put(field.path("key").asText(), field.path("kind").asText());
            }
            for (JsonNode block : blocks) {
                if (block.path("status").asText().equals("MISSING")) {
                    String key = block.path("key").asText();
                    answers.put(
                            key,
                            switch (kinds.get(key)) {
                                case "NUMBER" -> "8";
                                case "COUNTRY" -> "CN";
                                case "YES_NO" -> "YES";
                                default -> "an answer";
                            });
                }
            }
            String who = draft.jsonPath().getString("application.steps[0].by").equals(subject("officer"))
                    ? "officer"
                    : "license-manager";
            Map<String, Object> body = Map.of(
                    "answers",
                    answers,
                    "documents",
                    List.of(
                            Map.of(
                                    "kind",
                                    "TECHNICAL_SPECIFICATION",
                                    "name",
                                    "datasheet",
                                    "sha256",
                                    "a".repeat(64),
                                    "submitted",
                                    true),
                            Map.of(
                                    "kind",
                                    "THIRD_PARTY_TEST",
                                    "name",
                                    "contract",
                                    "sha256",
                                    "b".repeat(64),
                                    "submitted",
                                    true)));
            Response edited =
                    Gate.put(path + "/draft", Gate.user(who), draft.header("ETag"), JSON.writeValueAsString(body));
            assertThat(edited.statusCode()).as(edited.asString()).isEqualTo(200);
            return edited;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String subject(String user) throws IOException {
        String claims = Gate.user(user).split("\\.")[1];
        return JSON.readTree(java.util.Base64.getUrlDecoder().decode(claims))
                .path("sub")
                .asText();
    }

    private static Response approve(String path, String user, String ifMatch) {
        return send(path + "/approvals", user, ifMatch, "{}");
    }

    private static Response step(String path, String ifMatch, String body) {
        return send(path + "/steps", "license-manager", ifMatch, body);
    }

    private static Response send(String path, String user, String ifMatch, String body) {
        return given().auth()
                .oauth2(Gate.user(user))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private String begin(String item, String party, String country) {
        Response begun = post(
                "/v1/applications",
                Gate.user("license-manager"),
                "{\"determinationId\": \"" + determine(item, party, country) + "\"}");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        return begun.jsonPath().getString("application.id");
    }

    private static String determine(String item, String party, String country) {
        return post("/v1/determinations", Gate.user("officer"), """
                        {"activity": "EXPORT", "itemId": "%s", "destination": "%s", "endUses": ["CIVIL"],
                         "parties": [{"partyId": "%s", "role": "ULTIMATE_CONSIGNEE"}]}""".formatted(item, country, party))
                .jsonPath()
                .getString("determination.id");
    }
}
