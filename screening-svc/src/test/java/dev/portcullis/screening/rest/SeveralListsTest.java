package dev.portcullis.screening.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.local.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Lists of several publishers side by side, over HTTP, on a service and a database of their own. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
@TestProfile(SeveralListsTest.Own.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralListsTest {
    /** Another service than that of other tests. */
    public static final class Own implements QuarkusTestProfile {}

    private static byte[] excerpt(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SeveralListsTest.class.getResourceAsStream("/lists/" + name))) {
            return in.readAllBytes();
        }
    }

    private static ValidatableResponse send(String source, String type, byte[] file) {
        return given().auth()
                .oauth2(Tokens.of("officer", "screening-svc"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(type)
                .body(file)
                .post("/v1/lists/" + source + "/imports")
                .then();
    }

    private static ValidatableResponse reading(String path) {
        return given().auth()
                .oauth2(Tokens.of("officer", "screening-svc"))
                .get(path)
                .then();
    }

    private static List<String> hits(String name) {
        return given().auth()
                .oauth2(Tokens.of("screener", "screening-svc"))
                .contentType("application/json")
                .body("{\"subjects\":[{\"name\":\"" + name + "\"}]}")
                .post("/v1/screenings")
                .then()
                .statusCode(200)
                .extract()
                .path("results[0].screening.hits.list");
    }

    private static final String TWO = """
            {"subjects":[{"name":"Akhtar Mohammad Mansour Shah Mohammed"},{"name":"Acme Trading LLC"}]}""";

    private static ValidatableResponse asOf(String instant) {
        return given().auth()
                .oauth2(Tokens.of("auditor", "screening-svc"))
                .contentType("application/json")
                .queryParam("asOf", instant)
                .body(TWO)
                .post("/v1/screenings")
                .then();
    }

    /** Of today where no instant is told. */
    private static ExtractableResponse<Response> screening(@Nullable String instant) {
        ValidatableResponse answer = instant == null
                ? given().auth()
                        .oauth2(Tokens.of("screener", "screening-svc"))
                        .contentType("application/json")
                        .body(TWO)
                        .post("/v1/screenings")
                        .then()
                : asOf(instant);
        return answer.statusCode(200).extract();
    }

    private static List<String> lists(ExtractableResponse<Response> answer) {
        return answer.path("lists.list");
    }

    @Test
    @Order(1)
    void lists_of_several_publishers_are_searched_together_and_refused_one_by_one() throws IOException {
        Instant before = Instant.now();
        send("un", "application/xml", excerpt("un.xml"))
                .statusCode(201)
                .body("format", equalTo("UN_XML"))
                .body("published", equalTo("2025-04-19"))
                .body("lists.UN", equalTo(6));
        String un = Instant.now().toString();
        ExtractableResponse<Response> then = screening(null);
        send("eu", "text/csv", excerpt("eu.xml")).statusCode(201).body("format", equalTo("EU_XML"));
        assertThat(lists(screening(null))).contains("UN", "EU");
        ExtractableResponse<Response> replayed = screening(un);
        assertThat(lists(replayed)).containsExactly("UN");
        assertThat((Object) replayed.path("results")).isEqualTo(then.path("results"));
        assertThat((String) replayed.path("asOf")).isEqualTo(un);
        assertThat((List<?>) replayed.path("results[1].screening.hits")).isEmpty();
        asOf(before.toString()).statusCode(409).body("detail", containsString("No screening list was loaded at"));
        asOf(Instant.now().plusSeconds(60).toString()).statusCode(400);
        asOf("yesterday").statusCode(400);
        send("uk", "application/octet-stream", excerpt("uk.csv"))
                .statusCode(422)
                .body("detail", containsString("rows cannot be read"));
        assertThat(hits("Akhtar Mohammad Mansour Shah Mohammed")).contains("UN");
        assertThat(hits("Acme Trading LLC")).contains("EU");

        String older = new String(excerpt("un.xml"), StandardCharsets.UTF_8).replace("2025-04-19T", "2025-04-18T");
        send("un", "application/xml", older.getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("detail", containsString("older than the present edition of 2025-04-19"));
        send("un", "text/html", "<!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8))
                .statusCode(415);
        send("un", "text/xml", "<!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("detail", containsString("a page of HTML"));
        reading("/v1/lists/un/refusals")
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("items[0].reason", containsString("HTML"))
                .body("items[1].published", equalTo("2025-04-18"))
                .body("items[1].sentBy", equalTo("officer"));
        reading("/v1/lists/eu/refusals").body("items.size()", equalTo(0));
        assertThat(hits("Akhtar Mohammad Mansour Shah Mohammed")).contains("UN");

        reading("/v1/lists")
                .body("items.id", hasItems("consolidated", "ofac-sdn", "bis-part-744", "un", "eu", "uk"))
                .body("items.find { it.id == 'un' }.current.published", equalTo("2025-04-19"))
                .body("items.find { it.id == 'uk' }.current", nullValue());
        reading("/v1/lists?asOf=" + before).body("items.find { it.id == 'un' }.current", nullValue());
        reading("/v1/lists?asOf=" + Instant.now()).body("items.find { it.id == 'un' }.current.entries", equalTo(6));
        reading("/v1/lists?asOf=yesterday").statusCode(400);
        reading("/v1/lists/nobody/imports").statusCode(404);
        given().get("/q/metrics").then().body(containsString("portcullis_screening_list_entries{source=\"un\"} 6.0"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'screening-list' }.data.un", containsString("6 entries"));
    }

    @Test
    @Order(2)
    void a_party_is_screened_against_all_lists_and_by_a_list_that_comes_later() throws IOException {
        String id = given().auth()
                .oauth2(Tokens.of("screener", "screening-svc"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"name\":\"Atlas Sanatgaran\",\"country\":\"AM\"}")
                .post("/v1/parties")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        // Of seven rows in the excerpt one is ragged, more than an edition may have; a sound one has it not.
        String sound = new String(excerpt("part-744.xml"), StandardCharsets.UTF_8)
                .replaceAll("<TR>.*Ragged row</TD></TR>", "");
        send("bis-part-744", "application/xml", sound.getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .body("lists.UVL", equalTo(1));
        reading("/v1/parties/" + id)
                .body("screening.status", equalTo("LISTED"))
                .body("screening.hits.list", hasItem("UVL"))
                .body("screening.lists.list", hasItems("EL", "MEU", "UVL"));
    }
}
