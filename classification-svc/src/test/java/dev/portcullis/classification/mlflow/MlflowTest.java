package dev.portcullis.classification.mlflow;

import static dev.portcullis.classification.ClassificationApi.approve;
import static dev.portcullis.classification.ClassificationApi.as;
import static dev.portcullis.classification.ClassificationApi.write;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.portcullis.local.testing.PortcullisStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bridge to a model registry, against a server that speaks its REST API. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
@QuarkusTestResource(RegistryServer.class)
class MlflowTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String FACTS = """
            {"key":"export.datasheet/trainingOperations","value":"3e26"},
            {"key":"export.datasheet/published","value":"false"}""";

    private static boolean hooked;

    @ConfigProperty(name = "portcullis.mlflow.url")
    String registry;

    private final String model = "model-" + UUID.randomUUID();

    @BeforeEach
    void webhook() {
        mode("up");
        if (!hooked) {
            api().body("""
                            {"name":"portcullis","url":"http://127.0.0.1:%d/v1/mlflow/deliveries","secret":"%s",
                             "events":[{"entity":"model_version","action":"created"},{"entity":"model_version_tag","action":"set"},
                                       {"entity":"model_version_tag","action":"deleted"}]}""".formatted(RestAssured.port, RegistryServer.SECRET))
                    .post(registry + "/api/2.0/mlflow/webhooks")
                    .then()
                    .statusCode(200);
            hooked = true;
        }
    }

    @AfterEach
    void up() {
        mode("up");
    }

    @Test
    void a_new_version_becomes_an_item_with_a_datasheet_and_a_proposal_and_its_tags_follow_the_approval() {
        create("");
        JsonPath version = followed("proposed");
        String item = version.getString("itemId");
        as("auditor")
                .get("/v1/items/" + item)
                .then()
                .body("form", equalTo("MODEL_WEIGHTS"))
                .body("partNumber", equalTo("mlflow:" + model + "/1"))
                .body("proposal.number", equalTo(1));
        as("auditor")
                .get("/v1/items/" + item + "/classifications/1")
                .then()
                .body("result.status", equalTo("INSUFFICIENT_DATA"))
                .body("steps[0].step.by.name", equalTo("MLflow"));
        assertThat(tags())
                .containsEntry("export.eccn", "unclassified")
                .containsEntry(
                        "export.record", "https://portcullis.example/v1/items/" + item + "/classifications/1/record");
        // An engineer states what the registry does not know; an approver approves it.
        write("engineer")
                .body("""
                        {"kind":"MODEL","provenance":"DECLARED","published":true,"trainingOperations":1000}""")
                .post("/v1/items/" + item + "/datasheets")
                .then()
                .statusCode(201);
        int number = as("auditor").get("/v1/items/" + item).path("proposal.number");
        approve(item, number).then().statusCode(201);
        assertThat(followed("approved").getString("tags.eccn")).isEqualTo("not-subject");
        assertThat(tags())
                .containsEntry("export.status", "approved")
                .containsEntry("export.eccn", "not-subject")
                .containsEntry(
                        "export.record",
                        "https://portcullis.example/v1/items/" + item + "/classifications/" + number + "/record");
    }

    @Test
    void facts_come_from_the_tags_of_a_version_and_from_its_run() {
        String run = UUID.randomUUID().toString();
        given().contentType("application/json")
                .body("""
                        {"run_id":"%s","data":{"params":[{"key":"export.datasheet/trainingTokens","value":"15000000000000"},
                          {"key":"learning_rate","value":"0.1"},{"key":"export.datasheet/published","value":"true"}],
                          "tags":[{"key":"export.datasheet/parameterCount","value":"8000000000"}]}}""".formatted(run))
                .post(registry + "/control/run")
                .then()
                .statusCode(200);
        create("{\"key\":\"export.datasheet/published\",\"value\":\"false\"}", run);
        String item = followed("proposed").getString("itemId");
        as("auditor")
                .get("/v1/items/" + item + "/datasheets/1")
                .then()
                .body("datasheet.parameterCount", equalTo(8000000000L))
                .body("datasheet.trainingTokens", equalTo(15000000000000L))
                // The version's own tag goes before its run.
                .body("datasheet.published", equalTo(false))
                .body("datasheet.provenance", equalTo("DECLARED"));
    }

    @Test
    void facts_that_come_later_make_a_new_datasheet_and_the_classification_follows() {
        create("");
        String item = followed("proposed").getString("itemId");
        tag("export.datasheet/trainingOperations", "3e26");
        await().atMost(SOON)
                .untilAsserted(() -> as("auditor")
                        .get("/v1/items/" + item)
                        .then()
                        .body("datasheets", equalTo(2))
                        .body("proposal.number", equalTo(2)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tags().get("export.record")).endsWith("/classifications/2/record"));
    }

    @Test
    void facts_that_cannot_be_used_are_left_unknown_and_said() {
        create("""
                {"key":"export.datasheet/trainingOperations","value":"many"}""");
        JsonPath version = followed("proposed");
        assertThat(version.getString("fault")).contains("facts");
        as("auditor")
                .get("/v1/items/" + version.getString("itemId") + "/datasheets/1")
                .then()
                .body("datasheet.trainingOperations", equalTo(null));
    }

    @Test
    void a_lost_delivery_is_made_good_by_looking() {
        mode("deaf");
        create(FACTS);
        followed("proposed");
        assertThat(tags()).containsKey("export.eccn");
    }

    @Test
    void somebody_who_changes_a_tag_is_noticed_and_the_tag_is_written_again() {
        create("");
        followed("proposed");
        long before = alarms().size();
        tag("export.status", "approved");
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(tags()).containsEntry("export.status", "proposed");
            assertThat(alarms()).hasSize((int) before + 1);
        });
        Map<String, Object> alarm = alarms().get(0);
        assertThat(alarm)
                .containsEntry("tag", "export.status")
                .containsEntry("expected", "proposed")
                .containsEntry("found", "approved");
        // Without a delivery too, and where a tag is taken away.
        mode("deaf");
        api().body("{\"name\":\"%s\",\"version\":\"1\",\"key\":\"export.eccn\"}".formatted(model))
                .delete(registry + "/api/2.0/mlflow/model-versions/delete-tag")
                .then()
                .statusCode(200);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(tags()).containsEntry("export.eccn", "unclassified");
            assertThat(alarms()).hasSize((int) before + 2);
        });
        // A text that no database holds and that would pose as a line of the log.
        tag("export.status", "x\u0000\nWARN approved" + "y".repeat(4000));
        await().atMost(SOON).untilAsserted(() -> assertThat(alarms()).hasSize((int) before + 3));
        assertThat((String) alarms().get(0).get("found"))
                .startsWith("x??WARN approved")
                .hasSize(200);
        assertThat(followed("proposed").getInt("alarms")).isEqualTo(3);
        assertThat(given().get("/q/metrics").asString()).contains("portcullis_mlflow_tag_alarms_total");
    }

    @Test
    void a_registry_that_is_away_or_answers_nonsense_is_asked_again() {
        mode("down");
        api().body("{}")
                .post(registry + "/api/2.0/mlflow/model-versions/create")
                .then()
                .statusCode(503);
        String event = event(model);
        deliver(RegistryServer.SECRET, UUID.randomUUID().toString(), now(), event)
                .then()
                .statusCode(204);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(version().getString("fault")).contains("503"));
        mode("deaf");
        create("");
        followed("proposed");
        for (String nonsense : List.of("garbage", "huge", "loop")) {
            mode(nonsense);
            tag("export.status", "by " + nonsense);
            await().atMost(SOON).untilAsserted(() -> assertThat(tags()).containsEntry("export.status", "proposed"));
        }
    }

    @Test
    void a_version_that_the_registry_has_no_more_is_said_to_be_gone() {
        deliver(RegistryServer.SECRET, UUID.randomUUID().toString(), now(), event(model))
                .then()
                .statusCode(204);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(version().getBoolean("gone")).isTrue());
        assertThat(version().getString("itemId")).isNull();
        // It was only not to be seen yet: looking at everything finds it, although no delivery comes.
        mode("deaf");
        create("");
        assertThat(followed("proposed").getBoolean("gone")).isFalse();
    }

    @Test
    void what_is_forged_stale_or_came_before_is_refused_and_nothing_is_kept() {
        String event = event(model);
        String id = UUID.randomUUID().toString();
        deliver("another-secret", id, now(), event).then().statusCode(401);
        deliver(
                        RegistryServer.SECRET,
                        id,
                        Long.toString(Instant.now().minusSeconds(301).getEpochSecond()),
                        event)
                .then()
                .statusCode(401);
        deliver(
                        RegistryServer.SECRET,
                        id,
                        Long.toString(Instant.now().plusSeconds(400).getEpochSecond()),
                        event)
                .then()
                .statusCode(401);
        String time = now();
        String signature = RegistryServer.sign(RegistryServer.SECRET, id, time, event);
        send(signature, id, time, event + " ").then().statusCode(401);
        send(signature, id + "0", time, event).then().statusCode(401);
        send(signature, id, Long.toString(Long.parseLong(time) + 1), event)
                .then()
                .statusCode(401);
        send("v1,", id, time, event).then().statusCode(401);
        send(signature.substring(3), id, time, event).then().statusCode(401);
        given().contentType("application/json")
                .body(event)
                .post("/v1/mlflow/deliveries")
                .then()
                .statusCode(401);
        assertThat(known()).isFalse();
        // The refused ones did not use the id up; the first that is good does.
        deliver("former-secret", id, time, event).then().statusCode(204);
        assertThat(known()).isTrue();
        deliver(RegistryServer.SECRET, id, now(), event).then().statusCode(409);
        send(RegistryServer.sign("former-secret", id, time, event), id, time, event)
                .then()
                .statusCode(409);
    }

    @Test
    void what_is_signed_and_no_version_is_refused_or_passed_over() {
        deliver(RegistryServer.SECRET, UUID.randomUUID().toString(), now(), "{")
                .then()
                .statusCode(400);
        deliver(RegistryServer.SECRET, UUID.randomUUID().toString(), now(), event("a\\u0000b"))
                .then()
                .statusCode(400);
        deliver(RegistryServer.SECRET, UUID.randomUUID().toString(), now(), event("x".repeat(257)))
                .then()
                .statusCode(400);
        deliver(RegistryServer.SECRET, UUID.randomUUID().toString(), now(), "{\"entity\":\"prompt\",\"data\":{}}")
                .then()
                .statusCode(204);
        deliver(RegistryServer.SECRET, UUID.randomUUID().toString(), now(), "\"" + "x".repeat(1 << 20) + "\"")
                .then()
                .statusCode(413);
        given().get("/v1/mlflow/versions").then().statusCode(401);
        as("screener").get("/v1/mlflow/versions").then().statusCode(403);
        as("engineer").get("/v1/mlflow/alarms").then().statusCode(403);
    }

    private void create(String tags) {
        create(tags, "");
    }

    private void create(String tags, String run) {
        api().body("{\"name\":\"%s\",\"source\":\"models:/m-1\",\"run_id\":\"%s\",\"tags\":[%s]}"
                        .formatted(model, run, tags))
                .post(registry + "/api/2.0/mlflow/model-versions/create")
                .then()
                .statusCode(200);
    }

    private void tag(String key, String value) {
        api().body(Map.of("name", model, "version", "1", "key", key, "value", value))
                .post(registry + "/api/2.0/mlflow/model-versions/set-tag")
                .then()
                .statusCode(200);
    }

    private Map<String, String> tags() {
        List<Map<String, String>> list = api().queryParam("name", model)
                .queryParam("version", "1")
                .get(registry + "/api/2.0/mlflow/model-versions/get")
                .path("model_version.tags");
        Map<String, String> tags = new HashMap<>();
        list.forEach(tag -> tags.put(tag.get("key"), tag.get("value")));
        return tags;
    }

    /** The version, once its status is so and nothing is to be done. */
    private JsonPath followed(String status) {
        await().atMost(SOON).untilAsserted(() -> {
            JsonPath version = version();
            assertThat(version.getString("tags.status")).isEqualTo(status);
            assertThat(version.getBoolean("waiting")).isFalse();
        });
        return version();
    }

    private boolean known() {
        return model.equals(page().path("items[0].name"));
    }

    private JsonPath version() {
        Response page = page();
        assertThat(page.<String>path("items[0].name")).isEqualTo(model);
        return page.jsonPath().setRootPath("items[0]");
    }

    private Response page() {
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString((model + "/0").getBytes());
        return as("auditor").queryParam("limit", 1).queryParam("cursor", cursor).get("/v1/mlflow/versions");
    }

    private List<Map<String, Object>> alarms() {
        List<Map<String, Object>> all =
                as("auditor").queryParam("limit", 200).get("/v1/mlflow/alarms").path("items");
        return all.stream().filter(alarm -> model.equals(alarm.get("name"))).toList();
    }

    private Response deliver(String secret, String id, String time, String body) {
        return send(RegistryServer.sign(secret, id, time, body), id, time, body);
    }

    private static Response send(String signature, String id, String time, String body) {
        return given().contentType("application/json")
                .header("X-MLflow-Signature", signature)
                .header("X-MLflow-Delivery-Id", id)
                .header("X-MLflow-Timestamp", time)
                .body(body)
                .post("/v1/mlflow/deliveries");
    }

    private static String event(String name) {
        return "{\"entity\":\"model_version\",\"action\":\"created\",\"data\":{\"name\":\"" + name
                + "\",\"version\":\"1\"}}";
    }

    private static String now() {
        return Long.toString(Instant.now().getEpochSecond());
    }

    private void mode(String mode) {
        given().post(registry + "/control?mode=" + mode).then().statusCode(200);
    }

    private static RequestSpecification api() {
        return given().header("Authorization", "Bearer " + RegistryServer.TOKEN).contentType("application/json");
    }
}
