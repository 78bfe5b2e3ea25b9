package dev.portcullis.personnel.scim;

import static dev.portcullis.personnel.scim.Hr.EXPORT;
import static dev.portcullis.personnel.scim.Hr.USERS;
import static dev.portcullis.personnel.scim.Hr.body;
import static dev.portcullis.personnel.scim.Hr.hr;
import static dev.portcullis.personnel.scim.Hr.name;
import static dev.portcullis.personnel.scim.Hr.user;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.portcullis.local.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may come in, with what, and what the service says of itself. */
@QuarkusTest
class EdgeTest {
    @Test
    void a_body_that_nests_too_deep_or_is_too_large_is_refused() {
        for (String deep : List.of(
                "[".repeat(5000),
                "{\"name\":" + "{\"a\":".repeat(100) + "1" + "}".repeat(101),
                "[" + "1".repeat(5000) + "]")) {
            hr().body(deep)
                    .post(USERS)
                    .then()
                    .statusCode(400)
                    .contentType("application/scim+json")
                    .body("scimType", equalTo("invalidSyntax"))
                    .body("detail", containsString("limit"));
        }
        hr().body("{\"userName\":\"" + "a".repeat(20 << 20) + "\"}")
                .post(USERS)
                .then()
                .statusCode(413);
        hr().contentType("text/plain").body("x").post(USERS).then().statusCode(415);
    }

    @Test
    void only_hr_writes_and_only_with_a_token_for_this_service() {
        given().get(USERS).then().statusCode(401);
        Hr.as(Tokens.ofClient("hr-sync", "licensing-svc")).get(USERS).then().statusCode(401);
        user("engineer").get(USERS).then().statusCode(403);
        user("officer").get(USERS).then().statusCode(200);
        user("officer")
                .body(body(name(), "{'usPersonBasis':'CITIZEN'}"))
                .post(USERS)
                .then()
                .statusCode(403);
        user("officer").delete(USERS + "/per-x").then().statusCode(403);
        hr().get("/v1/persons").then().statusCode(403);
        user("engineer").get("/v1/persons").then().statusCode(403);
    }

    /** Section 4. */
    @Test
    void the_service_tells_what_it_can_do() {
        hr().get("/scim/v2/ServiceProviderConfig")
                .then()
                .statusCode(200)
                .body("patch.supported", equalTo(true))
                .body("bulk.supported", equalTo(true))
                .body("sort.supported", equalTo(true))
                .body("pagination.cursor", equalTo(true))
                .body("etag.supported", equalTo(true));
        hr().get("/scim/v2/Schemas").then().body("Resources.id", hasItems(Schemas.USER, Schemas.ENTERPRISE, EXPORT));
        hr().get("/scim/v2/Schemas/" + EXPORT)
                .then()
                .body("attributes.name", hasItems("citizenships", "usPersonBasis", "visa"));
        hr().get("/scim/v2/ResourceTypes")
                .then()
                .body("Resources[0].schemaExtensions.schema", hasItems(Schemas.ENTERPRISE, EXPORT));
        hr().get("/scim/v2/ResourceTypes/User").then().body("endpoint", equalTo("/Users"));
        hr().get("/scim/v2/Schemas/urn:nope").then().statusCode(404).body("status", equalTo("404"));
        hr().queryParam("filter", "id pr").get("/scim/v2/Schemas").then().statusCode(403);
    }

    @Test
    void readiness_tells_of_the_master_key() {
        given().get("/q/health/ready").then().body("checks.name", hasItems("personal-data-key", "postgresql"));
    }
}
