package dev.portcullis.screening.casework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.portcullis.contracts.Topics;
import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.local.testing.Tokens;
import dev.portcullis.screening.Lists;
import dev.portcullis.screening.rest.Events;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Cases over HTTP and Kafka, on real PostgreSQL, Kafka and Keycloak. The tests build on each other. */
@QuarkusTest
@TestProfile(CaseServiceTest.Profile.class)
@QuarkusTestResource(PortcullisStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CaseServiceTest {
    /** An application and a database of their own. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("portcullis.cases.count", "1s");
        }
    }

    private static final String DOCUMENT = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String NEWCOMER = """
            "acme-1","Entity List (EL) - Bureau of Industry and Security","","","","Acme Accelerators Limited","","CN","91 FR 1","","","","","","","","","","","","","","Acme Jiasu","","","","","",""
            """;
    private static final String CAMBRICON = "Kambrikon Technologies Corp Ltd";

    private static String party;
    private static String caseId;

    @BeforeAll
    static void waitLongerOnABusyMachine() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    static RequestSpecification as(String user) {
        return given().auth()
                .oauth2(Tokens.of(user, "screening-svc"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    static void importing(String csv) {
        given().auth()
                .oauth2(Tokens.of("screener", "screening-svc"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/v1/lists/consolidated/imports")
                .then()
                .statusCode(anyOf(is(200), is(201)));
    }

    private static Map<String, Object> details(String name, String country) {
        return new HashMap<>(Map.of("name", name, "country", country));
    }

    static String register(String name, String country) {
        return as("screener")
                .body(details(name, country))
                .post("/v1/parties")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse partyOf(String id) {
        return as("auditor").get("/v1/parties/" + id).then().statusCode(200);
    }

    static String onlyCase(String party) {
        return as("auditor")
                .get("/v1/cases?party=" + party)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    private static ValidatableResponse caseOf(String id) {
        return as("auditor").get("/v1/cases/" + id).then().statusCode(200);
    }

    private static Map<String, Object> different(LocalDate until) {
        return new HashMap<>(Map.of(
                "outcome",
                "NOT_THE_SAME",
                "reasons",
                List.of("DIFFERENT_IDENTIFIER"),
                "evidence",
                List.of(DOCUMENT),
                "until",
                until.toString()));
    }

    private static Map<String, Object> same() {
        return new HashMap<>(Map.of("outcome", "THE_SAME", "reasons", List.of("SAME_PARTICULARS")));
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static ValidatableResponse step(String user, String id, String step, Object body) {
        String tag = caseOf(id).extract().header("ETag");
        return as(user).header("If-Match", tag)
                .body(body)
                .post("/v1/cases/" + id + "/" + step)
                .then();
    }

    static void clear(String id, LocalDate until) {
        step("screener", id, "proposals", different(until)).statusCode(201);
        step("approver", id, "agreements", different(until)).statusCode(201).body("state", equalTo("CLEARED"));
    }

    private static Response change(String id, Map<String, Object> details) {
        String tag = partyOf(id).extract().header("ETag");
        return as("screener").header("If-Match", tag).body(details).put("/v1/parties/" + id);
    }

    private interface Statement {
        int run(PreparedStatement prepared) throws SQLException;
    }

    private static int sql(String statement, Object... values) {
        return run(PreparedStatement::executeUpdate, statement, values);
    }

    private static int ledgerEntriesWith(String text) {
        return run(
                prepared -> {
                    try (ResultSet found = prepared.executeQuery()) {
                        found.next();
                        return found.getInt(1);
                    }
                },
                "select count(*) from ledger_entry where strpos(convert_from(payload, 'UTF8'), ?) > 0",
                text);
    }

    private static int run(Statement run, String statement, Object... values) {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        String user = ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
        String password = ConfigProvider.getConfig().getValue("quarkus.datasource.password", String.class);
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return run.run(prepared);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(1)
    void a_hit_of_a_kept_party_opens_a_case_once_with_its_explanation() {
        importing(Lists.excerptText());
        party = register(CAMBRICON, "CN");
        partyOf(party).body("screening.status", equalTo("POSSIBLE_MATCH")).body("screening.cleared", empty());
        caseId = onlyCase(party);
        caseOf(caseId)
                .header("ETag", "\"1\"")
                .body("state", equalTo("OPEN"))
                .body("list", equalTo("EL"))
                .body("overdue", equalTo(false))
                .body("hit.listedName", containsString("Cambricon"))
                .body("hit.parts.query", hasItem("kambrikon"))
                .body("steps.cause", equalTo(List.of("OPENED")));
        assertThat(change(party, details(CAMBRICON, "CN")).statusCode()).isEqualTo(200);
        assertThat(onlyCase(party)).isEqualTo(caseId);
        caseOf(caseId).header("ETag", "\"1\"");
        try (Events events = new Events(Topics.CASES)) {
            assertThat(events.awaitContaining(caseId, "OPENED"))
                    .containsEntry("party", party)
                    .containsEntry("state", "OPEN");
        }
    }

    @Test
    @Order(2)
    void whoever_may_not_or_says_too_little_or_has_not_seen_the_version_proposes_nothing() {
        step("engineer", caseId, "proposals", different(today())).statusCode(403);
        step("approver", caseId, "proposals", different(today())).statusCode(403);
        as("screener")
                .body(different(today()))
                .post("/v1/cases/" + caseId + "/proposals")
                .then()
                .statusCode(428);
        Map<String, Object> bare = different(today());
        bare.remove("evidence");
        step("screener", caseId, "proposals", bare).statusCode(422).body("detail", containsString("needs 1 documents"));
        step("screener", caseId, "proposals", different(today().plusYears(2)))
                .statusCode(422)
                .body("detail", containsString("at the most"));
        Map<String, Object> unknown = same();
        unknown.put("reasons", List.of("BECAUSE"));
        step("screener", caseId, "proposals", unknown).statusCode(422);
        step("approver", caseId, "agreements", different(today())).statusCode(409);
        as("auditor")
                .get("/v1/cases/policy")
                .then()
                .statusCode(200)
                .body("reasons.code", hasItem("DIFFERENT_IDENTIFIER"));
        caseOf(caseId).header("ETag", "\"1\"");
    }

    @Test
    @Order(3)
    void one_person_proposes_and_the_party_stays_held_and_nobody_agrees_to_the_own_proposal() {
        Map<String, Object> proposal = different(today().plusDays(90));
        String key = UUID.randomUUID().toString();
        for (int attempt = 0; attempt < 2; attempt++) {
            given().auth()
                    .oauth2(Tokens.of("officer", "screening-svc"))
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"1\"")
                    .contentType("application/json")
                    .body(proposal)
                    .post("/v1/cases/" + caseId + "/proposals")
                    .then()
                    .statusCode(201)
                    .header("ETag", "\"2\"")
                    .body("state", equalTo("PROPOSED"));
        }
        partyOf(party).body("screening.status", equalTo("POSSIBLE_MATCH"));
        step("officer", caseId, "agreements", proposal)
                .statusCode(403)
                .body("detail", containsString("Another person"));
        step("approver", caseId, "agreements", same()).statusCode(422);
        step("approver", caseId, "returns", Map.of("reason", "The extract is of another company."))
                .statusCode(201)
                .body("state", equalTo("OPEN"));
        caseOf(caseId).body("steps.cause", equalTo(List.of("OPENED", "PROPOSED", "SENT_BACK")));
    }

    @Test
    @Order(4)
    void two_people_clear_it_and_the_gate_hears_who_and_until_when_in_the_same_transaction() {
        clear(caseId, today().plusDays(30));
        partyOf(party)
                .body("screening.status", equalTo("CLEAR"))
                .body("screening.hits", empty())
                .body("screening.cleared[0].by.id", equalTo(caseId))
                .body(
                        "screening.cleared[0].by.until",
                        equalTo(today().plusDays(30).toString()))
                .body("screening.cleared[0].hit.parts.query", hasItem("kambrikon"));
        try (Events events = new Events()) {
            Map<String, Object> state = events.awaitContaining(party, caseId);
            @SuppressWarnings("unchecked")
            Map<String, Object> screening = (Map<String, Object>) state.get("screening");
            assertThat(screening).containsEntry("status", "CLEAR").containsEntry("hits", List.of());
        }
        try (Events events = new Events(Topics.CASES)) {
            assertThat(events.awaitContaining(caseId, "DECIDED"))
                    .containsEntry("state", "CLEARED")
                    .containsEntry("clearedUntil", today().plusDays(30).toString());
        }
        as("auditor").get("/v1/cases?state=CLEARED&list=EL").then().body("items.id", equalTo(List.of(caseId)));
        as("auditor").get("/v1/cases?state=OPEN&party=" + party).then().body("items", empty());
    }

    @Test
    @Order(5)
    void an_edition_that_leaves_both_sides_as_they_are_leaves_the_clearance_and_a_cleared_hit_crowds_nobody_out() {
        importing(Lists.excerptText() + NEWCOMER);
        // Nothing that has changed can touch the party: its screening holds, and is not made anew.
        partyOf(party)
                .body("screening.status", equalTo("CLEAR"))
                .body("screeningHolds", equalTo(true))
                .header("ETag", equalTo("\"3\""));
        caseOf(caseId).body("state", equalTo("CLEARED"));
        Map<String, Object> also = details(CAMBRICON, "CN");
        also.put("aliases", List.of("Acme Accelerators"));
        assertThat(change(party, also).statusCode()).isEqualTo(200);
        partyOf(party)
                .body("screening.status", not(equalTo("CLEAR")))
                .body("screening.hits.entryId", hasItem("acme-1"));
        assertThat(change(party, details(CAMBRICON, "CN")).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void a_side_that_changes_opens_the_case_again_and_one_that_is_not_hit_any_more_closes_it() {
        // The name that came and went was new to the decision, so that two people must look again.
        caseOf(caseId).body("state", equalTo("OPEN")).body("steps.cause", hasItem("REOPENED"));
        partyOf(party).body("screening.status", equalTo("POSSIBLE_MATCH"));
        as("auditor")
                .get("/v1/cases?party=" + party + "&state=GONE")
                .then()
                .body("items", hasSize(1))
                .body("items[0].entryId", equalTo("acme-1"));
        clear(caseId, today().plusDays(30));
        importing(Lists.excerptText()
                        .replace(
                                "Cambricon Technologies Corporation Limited\",\"\",\"CN",
                                "Cambricon Technologies Corporation Limited\",\"\",\"CN; Zhichun Road 7, Beijing, CN")
                + NEWCOMER);
        Awaitility.await().untilAsserted(() -> partyOf(party).body("screening.status", equalTo("POSSIBLE_MATCH")));
        caseOf(caseId).body("state", equalTo("OPEN"));
    }

    @Test
    @Order(7)
    void a_confirmed_party_stays_held_under_another_name_for_as_long_as_the_entry_stands() {
        String other = register("Kambrikon Technology Corp", "CN");
        String id = onlyCase(other);
        step("screener", id, "proposals", same()).statusCode(201);
        step("officer", id, "agreements", same()).statusCode(201).body("state", equalTo("CONFIRMED"));
        partyOf(other).body("screening.status", equalTo("LISTED")).body("screening.hits[0].confirmedBy", equalTo(id));
        assertThat(change(other, details("Blue Heron Fisheries", "CN")).statusCode())
                .isEqualTo(200);
        partyOf(other).body("screening.status", equalTo("LISTED")).body("screening.hits.confirmedBy", hasItem(id));
        step("officer", id, "reopenings", Map.of("reason", "Confirmed by mistake."))
                .statusCode(201)
                .body("state", equalTo("OPEN"));
        // One person alone opens no gate: the party is held until two have decided.
        partyOf(other)
                .body("screening.status", equalTo("POSSIBLE_MATCH"))
                .body("screening.hits[0]", not(hasKey("confirmedBy")));
        clear(id, today().plusDays(10));
        partyOf(other).body("screening.status", equalTo("CLEAR"));
    }

    @Test
    @Order(8)
    void a_clearance_that_has_run_out_is_taken_back_and_one_that_a_person_takes_back_holds_no_more() {
        clear(caseId, today().plusDays(30));
        partyOf(party).body("screening.status", equalTo("CLEAR"));
        step("officer", caseId, "reopenings", Map.of("reason", "The document was forged."))
                .statusCode(201);
        partyOf(party).body("screening.status", equalTo("POSSIBLE_MATCH"));
        clear(caseId, today());
        partyOf(party).body("screening.status", equalTo("CLEAR"));
        String yesterday = today().minusDays(1).toString();
        assertThat(sql(
                        "update party_case set cleared_until = cast(? as date), content = replace(content, ?, ?) where id = ?",
                        yesterday,
                        today().toString() + "\"}",
                        yesterday + "\"}",
                        caseId))
                .isEqualTo(1);
        Awaitility.await().untilAsserted(() -> partyOf(party).body("screening.status", equalTo("POSSIBLE_MATCH")));
        caseOf(caseId).body("state", equalTo("OPEN"));
    }

    @Test
    @Order(9)
    void what_waits_too_long_is_escalated_once_and_shown() {
        assertThat(sql(
                        "update party_case set due = now() - interval '1 hour', content = cast(jsonb_set(cast(content as jsonb),"
                                + " '{due}', '\"2026-01-01T00:00:00Z\"') as text) where id = ?",
                        caseId))
                .isEqualTo(1);
        Awaitility.await()
                .untilAsserted(
                        () -> caseOf(caseId).body("overdue", equalTo(true)).body("$", hasKey("escalatedAt")));
        try (Events events = new Events(Topics.CASES)) {
            assertThat(events.awaitContaining(caseId, "ESCALATED")).containsEntry("escalated", true);
        }
        as("auditor").get("/v1/cases?overdue=true").then().body("items.id", equalTo(List.of(caseId)));
        as("auditor").get("/v1/cases?overdue=false").then().body("items.id", not(hasItem(caseId)));
        Awaitility.await()
                .untilAsserted(() -> given().get("/q/metrics")
                        .then()
                        .body(containsString("portcullis_screening_cases_overdue 1.0")));
        caseOf(caseId).body("steps.findAll { it.cause == 'ESCALATED' }", hasSize(1));
    }

    @Test
    @Order(10)
    void a_case_is_given_to_somebody_and_notes_and_documents_stay_with_it() {
        step("officer", caseId, "assignments", Map.of("assignee", "screener")).statusCode(201);
        step("screener", caseId, "notes", Map.of("text", "Asked the agent for the extract."))
                .statusCode(201);
        step("screener", caseId, "evidence", Map.of("sha256", "beef", "title", "Extract"))
                .statusCode(422);
        step("screener", caseId, "evidence", Map.of("sha256", DOCUMENT, "title", "Extract"))
                .statusCode(201);
        as("screener").get("/v1/cases?assignee=screener").then().body("items.id", equalTo(List.of(caseId)));
        caseOf(caseId)
                .body("steps.said.note", hasItem("Asked the agent for the extract."))
                .body("steps.findAll { it.cause == 'EVIDENCE' }.said.evidence.flatten()", equalTo(List.of(DOCUMENT)))
                .body("steps.number", everyItem(greaterThan(0)));
        as("screener")
                .header("If-Match", "\"1\"")
                .body(Map.of("text", "Too late"))
                .post("/v1/cases/" + caseId + "/notes")
                .then()
                .statusCode(412);
    }

    @Test
    @Order(11)
    void no_race_lets_a_party_pass_on_a_clearance_that_was_taken_back() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 6; round++) {
                clear(caseId, today().plusDays(30));
                partyOf(party).body("screening.status", equalTo("CLEAR"));
                String tag = caseOf(caseId).extract().header("ETag");
                List<Future<Integer>> done = new ArrayList<>();
                done.add(both.submit(() -> as("officer")
                        .header("If-Match", tag)
                        .body(Map.of("reason", "Taken back."))
                        .post("/v1/cases/" + caseId + "/reopenings")
                        .statusCode()));
                for (int i = 0; i < 2; i++) {
                    done.add(both.submit(() -> as("screener")
                            .header("If-Match", "*")
                            .body(details(CAMBRICON, "CN"))
                            .put("/v1/parties/" + party)
                            .statusCode()));
                }
                assertThat(done.get(0).get()).isEqualTo(201);
                assertThat(done.get(1).get()).isEqualTo(200);
                assertThat(done.get(2).get()).isEqualTo(200);
                caseOf(caseId).body("state", equalTo("OPEN"));
                partyOf(party)
                        .body("screening.status", equalTo("POSSIBLE_MATCH"))
                        .body("screening.cleared", empty());
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    @Order(12)
    void the_ledger_keeps_each_step_and_no_words() {
        assertThat(ledgerEntriesWith("\"cause\":\"DECIDED\"")).isPositive();
        assertThat(ledgerEntriesWith("noteDigest")).isPositive();
        assertThat(ledgerEntriesWith("Asked the agent")).isZero();
        assertThat(ledgerEntriesWith("Kambrikon")).isZero();
    }
}
