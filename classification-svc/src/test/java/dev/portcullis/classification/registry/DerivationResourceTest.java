package dev.portcullis.classification.registry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.local.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Derivations as their callers see them. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class DerivationResourceTest {
    private static final String HEADER =
            "{\"model.embed.weight\":{\"dtype\":\"BF16\",\"shape\":[1000,1000000],\"data_offsets\":[0,2000000000]}}";

    private static RequestSpecification as(String user) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(Tokens.of(user, "classification-svc"));
    }

    private static byte[] head() {
        byte[] json = HEADER.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static ValidatableResponse derive(String body) {
        return as("engineer")
                .contentType("application/json")
                .body(body)
                .post("/v1/registry/derivations")
                .then();
    }

    private static ValidatableResponse head(byte[] bytes, long size) {
        return as("engineer")
                .contentType("application/octet-stream")
                .queryParam("name", "model.safetensors")
                .queryParam("size", size)
                .queryParam("trainingTokens", "15000000000000")
                .body(bytes)
                .post("/v1/registry/heads")
                .then();
    }

    @Test
    void a_datasheet_is_derived_from_leading_bytes_and_can_be_classified() {
        String trainer = base64("{\"total_flos\": 1.2e25, \"global_step\": 9}".getBytes(StandardCharsets.UTF_8));
        ValidatableResponse derived = derive("""
                {"files": [{"name": "model.safetensors", "size": %d, "head": "%s"},
                  {"name": "trainer_state.json", "size": %d, "head": "%s"}]}""".formatted(
                        head().length + 2_000_000_000L,
                        base64(head()),
                        Base64.getDecoder().decode(trainer).length,
                        trainer));
        derived.statusCode(200)
                .body("facts.format", equalTo("SAFETENSORS"))
                .body("facts.parameterCount", equalTo(1_000_000_000))
                .body("facts.elementsByType.BF16", equalTo(1_000_000_000))
                .body("draft.datasheet.kind", equalTo("MODEL"))
                .body("draft.datasheet.provenance", equalTo("DERIVED"))
                .body("draft.datasheet.trainingTokens", nullValue())
                .body("draft.figures.field", hasItem("/trainingOperations"));
        String datasheet = io.restassured.path.json.JsonPath.from(
                        derived.extract().asString())
                .getObject("draft", com.fasterxml.jackson.databind.JsonNode.class)
                .get("datasheet")
                .toString();
        as("engineer")
                .contentType("application/json")
                .body("{\"datasheet\":" + datasheet + "}")
                .post("/v1/classify")
                .then()
                .statusCode(200)
                .body("status", equalTo("INSUFFICIENT_DATA"));
    }

    @Test
    void a_head_is_read_as_it_comes() {
        byte[] more = ByteBuffer.allocate(3_000_000).put(head()).array();
        head(more, head().length + 2_000_000_000L)
                .statusCode(200)
                .body("facts.parameterCount", equalTo(1_000_000_000))
                .body("facts.files[0].sha256Of", containsString("its whole header"))
                .body("draft.datasheet.trainingTokens", equalTo(15_000_000_000_000L));
    }

    @Test
    void a_wrong_file_is_refused_with_its_name_and_the_reason() {
        head(head(), 1000).statusCode(422).body("detail", containsString("model.safetensors: its tensors end at"));
        head(ByteBuffer.allocate(20).put(7, (byte) 0x80).put(8, (byte) '{').array(), 1000)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("which no file can hold"));
        head(java.util.Arrays.copyOf(head(), 40), 2_000_000_000L)
                .statusCode(422)
                .body("detail", containsString("send more"));
        head(new byte[0], 0).statusCode(422);
    }

    @Test
    void nothing_is_fetched_until_hosts_are_configured() {
        derive("{\"files\": [{\"url\": \"https://models.example.com/m.safetensors\"}]}")
                .statusCode(422)
                .body("detail", containsString("Set portcullis.registry.hosts"))
                .body("errors[0].pointer", equalTo("/files/0/url"));
        derive("{\"files\": [{\"url\": \"http://169.254.169.254/latest/meta-data\"}]}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/files/0/url"));
    }

    @Test
    void a_request_that_is_none_is_refused_with_a_pointer() {
        derive("{\"files\": []}").statusCode(400).body("errors[0].pointer", equalTo("/files"));
        derive("{\"files\": [{\"name\": \"m.gguf\", \"size\": 10}]}").statusCode(400);
        derive("{\"files\": [{\"name\": \"../m.gguf\", \"size\": 10, \"head\": \"AAAA\"}]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/files/0/name"));
        derive("{\"files\": [{\"name\": \"m.gguf\", \"size\": 10, \"head\": \"***\"}]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/files/0/head"));
        derive("{\"files\": [{\"name\": \"m.gguf\", \"size\": 10, \"head\": \"AAAA\"}], \"trainingTokens\": -1}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/trainingTokens"));
        as("engineer")
                .contentType("application/octet-stream")
                .body(head())
                .post("/v1/registry/heads")
                .then()
                .statusCode(400);
    }

    @Test
    void only_those_who_describe_items_derive() {
        given().contentType("application/json")
                .body("{\"files\": []}")
                .post("/v1/registry/derivations")
                .then()
                .statusCode(401);
        as("approver")
                .contentType("application/octet-stream")
                .queryParam("name", "model.safetensors")
                .queryParam("size", 100)
                .body(head())
                .post("/v1/registry/heads")
                .then()
                .statusCode(403);
    }
}
