package dev.portcullis.personnel.evidence;

import static dev.portcullis.personnel.scim.Hr.EXPORT;
import static dev.portcullis.personnel.scim.Hr.id;
import static dev.portcullis.personnel.scim.Hr.patch;
import static dev.portcullis.personnel.scim.Hr.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.portcullis.personnel.scim.Hr;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EvidenceTest {
    private static final String PASSPORT =
            "{'fact':'CITIZENSHIP','country':'IN','kind':'FOREIGN_PASSPORT','issuer':'Office','expires':'%s'}";

    @Inject
    EvidenceWatch watch;

    @Test
    void a_fact_is_verified_by_somebody_else_than_who_entered_the_evidence() {
        String person = foreign();
        String evidence = enter(person, PASSPORT.formatted("2031-05-01"))
                .statusCode(201)
                .extract()
                .path("id");
        decide("officer", evidence, true).statusCode(403);
        verified(person, nullValue());
        decide("approver", evidence, true).statusCode(200).body("state", equalTo("VERIFIED"));
        verified(person, notNullValue());
        decide("approver", evidence, true).statusCode(409);
    }

    @Test
    void what_hr_changes_of_a_fact_ends_its_verification() {
        String person = foreign();
        String evidence = enter(person, PASSPORT.formatted("2031-05-01"))
                .statusCode(201)
                .extract()
                .path("id");
        decide("approver", evidence, true).statusCode(200);
        patch(person, "{'op':'replace','path':'title','value':'Engineer'}")
                .then()
                .statusCode(200);
        verified(person, notNullValue());
        patch(
                        person,
                        "{'op':'replace','path':'" + EXPORT
                                + ":citizenships','value':[{'country':'IN','acquired':'1991-01-01'}]}")
                .then()
                .statusCode(200);
        verified(person, nullValue());
    }

    @Test
    void evidence_must_be_of_a_fact_on_record_and_such_as_may_be_asked_for() {
        enter(foreign(), PASSPORT.replace("'IN'", "'GB'").formatted("2031-05-01"))
                .statusCode(422);
        enter(foreign(), PASSPORT.replace("FOREIGN_PASSPORT", "US_PASSPORT").formatted("2031-05-01"))
                .statusCode(422);
        enter(foreign(), PASSPORT.formatted("2020-05-01")).statusCode(422);
        enter(id("{'usPersonBasis':'ASYLEE','citizenships':[{'country':'IN'}]}"), PASSPORT.formatted("2031-05-01"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/kind"));
    }

    @Test
    void evidence_is_asked_for_and_asked_for_again_before_it_expires_and_then_counts_no_more() throws Throwable {
        String person = foreign();
        LocalDate day = LocalDate.now(java.time.ZoneOffset.UTC);
        look(day);
        requests(person, "NOT_VERIFIED");
        String last = day.plusDays(90).toString();
        String evidence = enter(person, PASSPORT.formatted(last))
                .statusCode(201)
                .extract()
                .path("id");
        decide("approver", evidence, true).statusCode(200);
        look(day.plusDays(31));
        requests(person, "EXPIRES_SOON");
        verified(person, notNullValue());
        look(day.plusDays(91));
        verified(person, nullValue());
        user("officer")
                .contentType("application/json")
                .get("/v1/persons/" + person + "/evidence")
                .then()
                .statusCode(200)
                .body("items[0].state", equalTo("EXPIRED"))
                .body("items[0].country", nullValue());
    }

    private void look(LocalDate day) throws Throwable {
        assertThat(VertxContextSupport.subscribeAndAwait(
                        () -> watch.look(day, Instant.now()).replaceWith(true)))
                .isTrue();
    }

    private static void requests(String person, String reason) {
        String after = null;
        for (int i = 0; i < 50; i++) {
            var page = user("officer").contentType("application/json").queryParam("limit", 200);
            ValidatableResponse found = (after == null ? page : page.queryParam("cursor", after))
                    .get("/v1/evidence-requests")
                    .then()
                    .statusCode(200);
            java.util.List<String> matches =
                    found.extract().path("items.findAll { it.personId == '" + person + "' }.reason");
            if (matches.contains(reason)) {
                return;
            }
            after = found.extract().path("next");
            if (after == null) {
                break;
            }
            if (after.contains("cursor=")) {
                after = after.substring(after.indexOf("cursor=") + 7).replaceAll("&.*", "");
            }
        }
        throw new AssertionError("nothing is asked for: " + reason);
    }

    private static String foreign() {
        return id("{'usPersonBasis':'NONE','citizenships':[{'country':'IN','acquired':'1990-01-01'}]}");
    }

    private static ValidatableResponse enter(String person, String body) {
        return post("officer", "/v1/persons/" + person + "/evidence", Hr.json(body));
    }

    private static ValidatableResponse decide(String by, String evidence, boolean accepted) {
        return post(by, "/v1/evidence/" + evidence + "/decisions", "{\"accepted\":" + accepted + "}");
    }

    private static ValidatableResponse post(String by, String path, String body) {
        return user(by).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "*")
                .body(body)
                .post(path)
                .then();
    }

    private static void verified(String person, org.hamcrest.Matcher<?> by) {
        Hr.hr()
                .get(Hr.USERS + "/" + person)
                .then()
                .statusCode(200)
                .body("'" + EXPORT + "'.citizenships[0].verifiedBy", by);
    }
}
