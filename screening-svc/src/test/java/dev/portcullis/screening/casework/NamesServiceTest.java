package dev.portcullis.screening.casework;

import static dev.portcullis.screening.casework.CaseServiceTest.as;
import static dev.portcullis.screening.casework.CaseServiceTest.clear;
import static dev.portcullis.screening.casework.CaseServiceTest.importing;
import static dev.portcullis.screening.casework.CaseServiceTest.onlyCase;
import static dev.portcullis.screening.casework.CaseServiceTest.partyOf;
import static dev.portcullis.screening.casework.CaseServiceTest.register;
import static dev.portcullis.screening.casework.CaseServiceTest.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.local.testing.Tokens;
import dev.portcullis.screening.Lists;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The company's own lists, the good-guy list, and what past decisions tell, over HTTP. */
@QuarkusTest
@TestProfile(CaseServiceTest.Profile.class)
@QuarkusTestResource(PortcullisStack.class)
class NamesServiceTest {
    private static final String DOCUMENT = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @BeforeEach
    void a_list_is_loaded() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        importing(Lists.excerptText());
    }

    private static ValidatableResponse upload(String list, String csv) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("officer", "screening-svc"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/v1/lists/" + list + "/imports")
                .then();
    }

    private static ValidatableResponse screening(String name, String country) {
        return as("screener")
                .body(Map.of("subjects", List.of(Map.of("name", name, "country", country))))
                .post("/v1/screenings")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse step(String user, String path, String step, Object body) {
        String tag = as("auditor").get(path).then().statusCode(200).extract().header("ETag");
        return as(user).header("If-Match", tag)
                .body(body)
                .post(path + "/" + step)
                .then();
    }

    @Test
    void a_deny_list_of_the_company_holds_as_any_list_does_and_one_that_says_no_reason_is_refused() {
        String party = register("Zephyr Quartz Holdings Ltd", "SG");
        partyOf(party).body("screening.status", equalTo("CLEAR"));
        upload("company-deny", """
                id,name,aliases,type,addresses,reason
                D-1,Zephyr Quartz Holdings,Zephyr Quarz,Entity,"1 Raffles Place, SG","Paid from an account that is not its own"
                """)
                .statusCode(201)
                .body("lists.OWN", equalTo(1))
                .body("partiesScreened", equalTo(1));
        partyOf(party)
                .body("screening.status", equalTo("LISTED"))
                .body("screening.hits[0].list", equalTo("OWN"))
                .body("screening.lists.list", hasItem("OWN"));
        upload("company-deny", "id,name,reason\nD-1,Zephyr Quartz Holdings,\n")
                .statusCode(422)
                .body("detail", containsString("no readable entry"));
        partyOf(party).body("screening.status", equalTo("LISTED"));
        upload("is-informed", "id,name,reason,reference,date\nL-1,Marble Comet Trading,Diversion,BIS-117,soon\n")
                .statusCode(422);
        upload("is-informed", "id,name,reason,reference,date\nL-1,Marble Comet Trading,Diversion,BIS-117,2026-11-27\n")
                .statusCode(201);
        screening("Marble Comet Trading", "HK")
                .body("results[0].screening.hits[0].list", equalTo("INFORMED"))
                .body("results[0].screening.hits[0].reference", equalTo("BIS-117 of 2026-11-27"));
        upload("company-entries", "id,list,name,reason\nX-1,OWN,Nobody,None\n").statusCode(409);
    }

    private static Map<String, Object> entry(String name, LocalDate from) {
        return new HashMap<>(Map.of(
                "list",
                "OWN",
                "name",
                name,
                "from",
                from.toString(),
                "reason",
                "The board has decided so; \"never again\"."));
    }

    private static String proposed(Map<String, Object> entry) {
        return "/v1/list-entries/"
                + as("officer")
                        .body(entry)
                        .post("/v1/list-entries")
                        .then()
                        .statusCode(201)
                        .body("state", equalTo("PROPOSED"))
                        .extract()
                        .path("id");
    }

    @Test
    void a_single_entry_is_put_on_and_taken_off_by_two_people_and_each_change_is_an_edition() {
        String party = register("Umber Falcon Logistics", "TR");
        String path = proposed(entry("Umber Falcon Logistics", today()));
        screening("Umber Falcon Logistics", "TR").body("results[0].screening.status", equalTo("CLEAR"));
        step("officer", path, "approvals", Map.of()).statusCode(403);
        step("approver", path, "approvals", Map.of()).statusCode(201).body("state", equalTo("APPROVED"));
        Awaitility.await()
                .untilAsserted(() -> partyOf(party)
                        .body("screening.status", equalTo("LISTED"))
                        .body("screening.hits[0].list", equalTo("OWN")));
        String later = proposed(entry("Amber Osprey Shipping", today().plusDays(3)));
        step("approver", later, "approvals", Map.of()).statusCode(201);
        screening("Amber Osprey Shipping", "TR").body("results[0].screening.status", equalTo("CLEAR"));
        step("screener", path, "withdrawals", Map.of()).statusCode(201);
        partyOf(party).body("screening.status", equalTo("LISTED"));
        step("approver", path, "approvals", Map.of()).statusCode(201).body("state", equalTo("WITHDRAWN"));
        Awaitility.await().untilAsserted(() -> partyOf(party).body("screening.status", equalTo("CLEAR")));
        as("auditor")
                .get("/v1/lists/company-entries/imports")
                .then()
                .statusCode(200)
                .body("items.size()", greaterThan(1))
                .body("items[0].entries", equalTo(0));
        Map<String, Object> letter = entry("Cobalt Heron", today());
        letter.put("list", "INFORMED");
        as("officer").body(letter).post("/v1/list-entries").then().statusCode(422);
    }

    private static Map<String, Object> decision() {
        return new HashMap<>(Map.of(
                "reasons",
                List.of("DIFFERENT_IDENTIFIER"),
                "evidence",
                List.of(DOCUMENT),
                "until",
                today().plusDays(30).toString()));
    }

    @Test
    void a_good_guy_is_cleared_by_name_and_country_everywhere_and_by_nothing_else_until_one_person_takes_it_back() {
        String name = "Kambricon Technologies Corporation";
        String hit = screening(name, "CN")
                .body("results[0].screening.status", not(equalTo("CLEAR")))
                .extract()
                .path("results[0].screening.hits[0].entryId");
        Map<String, Object> request = decision();
        request.put("names", List.of(name));
        request.put("country", "CN");
        String path = "/v1/good-guys/"
                + as("screener")
                        .body(request)
                        .post("/v1/good-guys")
                        .then()
                        .statusCode(201)
                        .body("entries.entryId", hasItem(hit))
                        .extract()
                        .path("id");
        String id = path.substring(path.lastIndexOf('/') + 1);
        screening(name, "CN").body("results[0].screening.status", not(equalTo("CLEAR")));
        elsewhere(name, "CN", not(empty()));
        step("screener", path, "agreements", decision()).statusCode(403);
        step("officer", path, "agreements", decision()).statusCode(201).body("state", equalTo("APPROVED"));
        elsewhere(name, "CN", empty());
        elsewhere(name, "SG", not(empty()));
        screening("KAMBRICON Technologies, Corporation", "CN")
                .body("results[0].screening.status", equalTo("CLEAR"))
                .body("results[0].screening.cleared.by.id", hasItem(id));
        screening(name, "SG").body("results[0].screening.status", not(equalTo("CLEAR")));
        screening(name + " Group", "CN").body("results[0].screening.status", not(equalTo("CLEAR")));
        String party = register(name, "CN");
        partyOf(party).body("screening.status", equalTo("CLEAR")).body("screening.cleared.by.id", hasItem(id));
        as("auditor").get("/v1/cases?party=" + party).then().body("items", empty());
        step("officer", path, "revocations", Map.of()).statusCode(201).body("state", equalTo("REVOKED"));
        partyOf(party).body("screening.status", not(equalTo("CLEAR"))).body("screening.cleared", empty());
        as("auditor").get("/v1/cases?party=" + party + "&state=OPEN").then().body("items", not(empty()));
        as("screener")
                .body(Map.of(
                        "names",
                        List.of("Nothing Like It"),
                        "reasons",
                        List.of("DIFFERENT_NAME"),
                        "until",
                        today().toString()))
                .post("/v1/good-guys")
                .then()
                .statusCode(422);
    }

    /** What clients of yente and of reconciliation services get. */
    private static void elsewhere(String name, String country, Matcher<? super List<Object>> results) {
        as("screener")
                .body(Map.of(
                        "queries",
                        Map.of(
                                "q",
                                Map.of(
                                        "schema",
                                        "Company",
                                        "properties",
                                        Map.of(
                                                "name",
                                                List.of(name),
                                                "country",
                                                List.of(country.toLowerCase(Locale.ROOT)))))))
                .post("/yente/match/default")
                .then()
                .statusCode(200)
                .body("responses.q.results", results);
        as("screener")
                .body(Map.of("q", Map.of("query", name, "properties", List.of(Map.of("pid", "country", "v", country)))))
                .post("/reconcile")
                .then()
                .statusCode(200)
                .body("q.result", results);
    }

    @Test
    void past_decisions_tell_what_another_threshold_or_profile_would_have_spared() {
        String party = register("Kambrikon Technologie Corp", "CN");
        String id = onlyCase(party);
        float score = as("auditor").get("/v1/cases/" + id).path("hit.score");
        assertThat(score).isBetween(0.85f, 0.999f);
        clear(id, today().plusDays(10));
        as("auditor")
                .get("/v1/cases/statistics")
                .then()
                .statusCode(200)
                .body("figures.findAll { it.list == 'EL' }.cleared.sum()", greaterThan(0))
                .body("figures.findAll { it.list == 'EL' }.secondsToDecideMedian", hasSize(greaterThan(0)));
        asking(Map.of("review-threshold", 0.999)).body("spared.cases.caseId", hasItem(id));
        asking(Map.of("review-threshold", 0.5)).body("spared.cases.caseId", not(hasItem(id)));
        asking(Map.of("same-sound", 0.94, "omission", 0.4)).body("spared.cases.caseId", not(hasItem(id)));
        asking(Map.of("review-threshold", 0.999, "omission", 0.9))
                .body("spared.cases.caseId", hasItem(id))
                .body("truncated", equalTo(false));
        as("officer")
                .body(Map.of("figures", Map.of("review-threshold", 2)))
                .post("/v1/cases/what-if")
                .then()
                .statusCode(422);
        as("officer")
                .body(Map.of("figures", Map.of("luck", 0.5)))
                .post("/v1/cases/what-if")
                .then()
                .statusCode(422);
    }

    private static ValidatableResponse asking(Map<String, Double> figures) {
        return as("officer")
                .body(Map.of("figures", figures))
                .post("/v1/cases/what-if")
                .then()
                .statusCode(200);
    }
}
