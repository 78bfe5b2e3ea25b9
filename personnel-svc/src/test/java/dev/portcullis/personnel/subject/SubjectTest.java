package dev.portcullis.personnel.subject;

import static dev.portcullis.personnel.scim.Hr.hr;
import static dev.portcullis.personnel.scim.Hr.id;
import static dev.portcullis.personnel.scim.Hr.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.portcullis.personnel.person.Persons;
import dev.portcullis.personnel.scim.Hr;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SubjectTest {
    private static final String COUNTRY =
            "{'usPersonBasis':'NONE','citizenships':[{'country':'TV','acquired':'1990-01-01'}]}";

    @Inject
    Pool pool;

    @Inject
    Persons persons;

    @Test
    void somebody_is_erased_by_two_people_after_the_time_has_run_out_and_the_ledger_proves_it() {
        String person = id(COUNTRY);
        propose(person).statusCode(409);
        hr().delete(Hr.USERS + "/" + person).then().statusCode(204);
        propose(person).statusCode(409);
        age(person);
        String erasure = propose(person).statusCode(201).extract().path("id");
        agree("officer", erasure).statusCode(403);
        Number entry = agree("approver", erasure).statusCode(200).extract().path("ledgerEntry");
        agree("approver", erasure).statusCode(409);

        Row row = one(
                "select convert_from(payload, 'UTF8') from ledger_entry where id = $1", Tuple.of(entry.longValue()));
        assertThat(row.getString(0)).contains("ERASED").contains(person).matches(".*\"commitment\":\"[0-9a-f]{64}\".*");
        user("officer").get("/v1/persons/" + person + "/copy").then().statusCode(404);
        user("auditor").get("/v1/persons/" + person).then().statusCode(200).body("deemedExportCountry", nullValue());
    }

    @Test
    void who_is_held_is_not_erased_by_anybody_nor_by_the_database() {
        String person = id(COUNTRY);
        hr().delete(Hr.USERS + "/" + person).then().statusCode(204);
        age(person);
        String hold = post(
                        "officer", "/v1/person-holds", "{\"personId\":\"" + person + "\",\"reference\":\"matter-1\"}")
                .statusCode(201)
                .extract()
                .path("id");
        propose(person).statusCode(409);
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> persons.erase(person)))
                .hasStackTraceContaining("held");
        post("officer", "/v1/person-holds/" + hold + "/lift-agreements", "").statusCode(409);
        post("officer", "/v1/person-holds/" + hold + "/lift-proposals", "")
                .statusCode(200)
                .body("state", equalTo("LIFT_PROPOSED"));
        propose(person).statusCode(409);
        post("officer", "/v1/person-holds/" + hold + "/lift-agreements", "").statusCode(403);
        post("approver", "/v1/person-holds/" + hold + "/lift-agreements", "")
                .statusCode(200)
                .body("state", equalTo("LIFTED"));
        propose(person).statusCode(201);
        post("officer", "/v1/person-holds", "{\"personId\":\"" + person + "\",\"reference\":\"about Asha Rao\"}")
                .statusCode(400);
    }

    @Test
    void who_looks_is_logged_with_the_purpose_and_the_person_gets_a_copy_of_it_all() {
        String person = id(COUNTRY);
        user("auditor")
                .header("Access-Purpose", "audit")
                .get("/v1/persons/" + person)
                .then()
                .statusCode(200);
        user("auditor")
                .header("Access-Purpose", "curiosity")
                .get("/v1/persons/" + person)
                .then()
                .statusCode(400);
        user("auditor")
                .queryParam("personId", person)
                .get("/v1/access-log")
                .then()
                .statusCode(200)
                .body("items.purpose", hasItem("AUDIT"))
                .body("items.operation", hasItem("PersonResource.get"));
        user("officer").get("/v1/access-log").then().statusCode(403);
        user("officer")
                .header("Access-Purpose", "subject-request")
                .get("/v1/persons/" + person + "/copy")
                .then()
                .statusCode(200)
                .body("record.name.givenName", equalTo("Asha"))
                .body("assessment.deemedExportCountry", equalTo("TV"))
                .body("whoLooked.purpose", hasItem("SUBJECT_REQUEST"));
        user("auditor").get("/v1/persons/" + person + "/copy").then().statusCode(403);
    }

    private ValidatableResponse propose(String person) {
        return post("officer", "/v1/erasures", "{\"personId\":\"" + person + "\"}");
    }

    private ValidatableResponse agree(String by, String erasure) {
        return post(by, "/v1/erasures/" + erasure + "/agreements", "");
    }

    private static ValidatableResponse post(String by, String path, String body) {
        return user(by).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "*")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then();
    }

    /** As if the last action on the record was more than five years ago. */
    private void age(String person) {
        pool.preparedQuery("update person set changed_at = changed_at - interval '5 years 1 day' where id = $1")
                .execute(Tuple.of(person))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private Row one(String query, Tuple parameters) {
        RowSet<Row> rows = pool.preparedQuery(query).execute(parameters).await().atMost(Duration.ofSeconds(10));
        return rows.iterator().next();
    }
}
