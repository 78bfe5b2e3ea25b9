package dev.portcullis.screening.rest;

import static io.restassured.RestAssured.given;

import dev.portcullis.local.testing.Tokens;
import dev.portcullis.screening.Lists;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;

/** How tests speak to the service. */
public final class Apis {
    public static final String AUDIENCE = "screening-svc";

    private Apis() {}

    public static RequestSpecification as(String user) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .auth()
                .oauth2(Tokens.of(user, AUDIENCE))
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Takes an edition of the consolidated list in; one that is current already stays. */
    public static void loadList(String csv) {
        as("officer")
                .queryParam("acceptShrink", true)
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/v1/lists/consolidated/imports")
                .then()
                .statusCode(Matchers.anyOf(Matchers.is(200), Matchers.is(201)));
        Awaitility.await()
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    public static void loadExcerpt() {
        loadList(Lists.excerptText());
    }

    public static ValidatableResponse json(String user, String path, String body) {
        return as(user).contentType("application/json").body(body).post(path).then();
    }
}
