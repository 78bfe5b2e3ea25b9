package dev.portcullis.classification.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.portcullis.classification.controllist.ControlListEntry;
import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.ecfr.EcfrXml;
import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.local.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Imports as callers see them, on real PostgreSQL and Keycloak. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class ImportTest {
    private static final List<ControlListEntry> SHIPPED =
            ControlListFile.shipped().entries();

    @Test
    void an_edition_is_taken_in_answers_from_its_issue_date_on_and_is_compared() {
        List<ControlListEntry> entries = new ArrayList<>(SHIPPED);
        entries.removeIf(entry -> entry.eccn().value().equals("0A980"));
        String xml = EcfrXml.of(entries);
        String key = UUID.randomUUID().toString();
        String id = post("classifier", key, "2026-10-01", xml)
                .statusCode(201)
                .header("Location", containsString("/v1/control-list/imports/cle-"))
                .body("entries", equalTo(SHIPPED.size() - 1))
                .body("bytes", equalTo(xml.getBytes(StandardCharsets.UTF_8).length))
                .extract()
                .path("id");
        // The same request again, and the same text again, change nothing.
        post("classifier", key, "2026-10-01", xml).statusCode(201).body("id", equalTo(id));
        post("classifier", UUID.randomUUID().toString(), "2026-10-01", xml)
                .statusCode(200)
                .body("id", equalTo(id));
        as("auditor").get("/v1/control-list/imports/" + id).then().statusCode(200);
        as("auditor").get("/v1/control-list/imports").then().body("items.id", hasItem(id));
        as("engineer").get("/v1/control-list/0A980?asOf=2026-10-01").then().statusCode(404);
        as("engineer")
                .get("/v1/control-list/0A980?asOf=2026-09-30")
                .then()
                .statusCode(200)
                .body("edition", equalTo("2026-07-23"))
                .body("readByRules", equalTo(false));
        as("engineer")
                .get("/v1/control-list/3A090?asOf=2026-10-01")
                .then()
                .body("edition", equalTo("2026-10-01"))
                .body("readByRules", equalTo(true));
        as("engineer")
                .get("/v1/control-list/diff?from=2026-07-23&to=2026-10-01")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].eccn", equalTo("0A980"))
                .body("items[0].change", equalTo("REMOVED"));
        as("engineer")
                .get("/v1/control-list/diff?from=2026-07-23&to=2020-01-01")
                .then()
                .statusCode(404);
        as("engineer").get("/v1/control-list/diff?from=2026-07-23").then().statusCode(400);
        as("engineer")
                .get("/v1/control-list?q=intrusion software&limit=1")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
        as("engineer").get("/v1/control-list?q=" + "x".repeat(101)).then().statusCode(400);
    }

    @Test
    void malformed_truncated_and_shrunken_editions_are_refused_whole() {
        String whole = EcfrXml.of(SHIPPED);
        refused("2026-09-01", "no xml", "no well-formed XML");
        refused("2026-09-01", whole.substring(0, whole.length() / 2), "ends too early");
        refused("2026-09-01", EcfrXml.of(SHIPPED.subList(0, 600)), "rule|shrank|is of an entry");
        List<ControlListEntry> thinned = new ArrayList<>(SHIPPED);
        thinned.removeIf(entry -> entry.eccn().category() == 9);
        refused("2026-09-01", EcfrXml.of(thinned), "shrank");
        List<ControlListEntry> without = new ArrayList<>(SHIPPED);
        without.removeIf(entry -> entry.eccn().value().equals("3A090"));
        refused("2026-09-01", EcfrXml.of(without), "is of an entry that the list does not hold");
        as("auditor")
                .get("/v1/control-list/diff?from=2026-07-23&to=2026-09-01")
                .then()
                .statusCode(404);
    }

    @Test
    void who_may_not_is_refused_and_so_is_a_date_that_cannot_be() {
        post("engineer", "k", "2026-09-01", "<a/>").statusCode(403);
        post("classifier", "k", "2026-09-01&acceptShrink=true", "<a/>").statusCode(403);
        post("classifier", "k", "2999-01-01", "<a/>").statusCode(400);
        post("classifier", "k", "soon", "<a/>").statusCode(400);
    }

    private static void refused(String issued, String xml, String reason) {
        post("classifier", UUID.randomUUID().toString(), issued, xml)
                .statusCode(422)
                .body("detail", org.hamcrest.Matchers.matchesRegex("(?s).*(" + reason + ").*"));
    }

    private static ValidatableResponse post(String user, String key, String issued, String xml) {
        return as(user).contentType("application/xml; charset=UTF-8")
                .header("Idempotency-Key", key)
                .body(xml.getBytes(StandardCharsets.UTF_8))
                .post("/v1/control-list/imports?issueDate=" + issued)
                .then();
    }

    private static RequestSpecification as(String user) {
        return given().auth().oauth2(Tokens.of(user, "classification-svc"));
    }
}
