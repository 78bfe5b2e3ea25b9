package dev.portcullis.screening.rest;

import static dev.portcullis.screening.rest.Apis.as;
import static dev.portcullis.screening.rest.Apis.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.screening.Lists;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as clients of yente and of reconciliation services, and people at a console, meet it. */
@QuarkusTest
@TestProfile(ApisProfile.class)
@QuarkusTestResource(PortcullisStack.class)
class CompatibleApisTest {
    private static final String PEOPLE = Apis.row(
                    "com-1",
                    Apis.SDN,
                    "Individual",
                    "ZYXWOLF, Quentin Barnaby",
                    Map.of(
                            Apis.ADDRESSES, "Somewhere Street 5, Moscow, RU",
                            Apis.ALIASES, "Quentin Wolf",
                            Apis.BIRTHS, "1960-05-12",
                            Apis.NATIONALITIES, "RU",
                            Apis.IDENTIFIERS, "Passport, AB1234567, RU"))
            + Apis.row("com-2", Apis.SDN, "Entity", "<b>Plimsoll</b> & Sons Trading", Map.of());

    @BeforeEach
    void load() {
        Apis.loadList(Lists.excerptText() + PEOPLE);
    }

    private static ValidatableResponse match(String dataset, String queries) {
        return json("engineer", "/yente/match/" + dataset, "{\"queries\":" + queries + "}");
    }

    @Test
    void a_client_of_yente_gets_its_matches_under_its_keys() {
        match("default", """
                        {"vendor": {"id": "v-1", "schema": "Company", "properties": {"name": "Huawei Technologies Co Ltd", "jurisdiction": "cn"}},
                         "person": {"schema": "Person", "properties": {"firstName": ["Quentin"], "middleName": ["Barnaby"],
                           "lastName": ["Zyxwolf"], "birthDate": ["1960"], "nationality": ["Russia"]}},
                         "stranger": {"schema": "LegalEntity", "properties": {"name": ["Siemens AG"], "topics": ["x"]}}}""")
                .statusCode(200)
                .body("responses.vendor.status", equalTo(200))
                .body("responses.vendor.query.id", equalTo("v-1"))
                .body("responses.vendor.query.properties.name", contains("Huawei Technologies Co Ltd"))
                .body("responses.vendor.results[0].score", equalTo(1.0f))
                .body("responses.vendor.results[0].match", equalTo(true))
                .body("responses.vendor.results[0].properties.country", hasItem("cn"))
                .body("responses.person.results[0].id", equalTo("SDN:com-1"))
                .body("responses.person.results[0].schema", equalTo("Person"))
                .body("responses.person.results[0].features", hasKey("birth"))
                .body("responses.person.results[0].properties.passportNumber", contains("AB1234567"))
                .body("responses.person.results[0].datasets", contains("sdn"))
                .body("responses.stranger.results", empty())
                .body("responses.stranger.total.value", equalTo(0))
                .body("matcher.name.description", containsString("names"))
                .body("limit", equalTo(5));
    }

    @Test
    void thresholds_data_sets_and_exclusions_are_those_of_yente() {
        String near = "{\"q\":{\"schema\":\"Organization\",\"properties\":{\"name\":[\"Cambrikon Technologies\"]}}}";
        match("el", near).body("responses.q.results[0].match", equalTo(true));
        match("el?threshold=0.99&cutoff=0.5", near)
                .body("responses.q.results", not(empty()))
                .body("responses.q.results.match", everyItem(equalTo(false)));
        match("us_ofac_sdn", near).body("responses.q.results", empty());
        match("default?exclude_dataset=el", near).body("responses.q.results.datasets.flatten()", not(hasItem("el")));
        String id = match("el", near).extract().path("responses.q.results[0].id");
        match("el?exclude_entity_ids=" + id, near).body("responses.q.results.id", not(hasItem(id)));
        match("atlantis", near).statusCode(404);
        match("default", "{\"q\":{\"properties\":{\"name\":[\"Banana\"]}}}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/queries/q/schema"));
        match("default", "{\"q\":{\"schema\":\"xxx\",\"properties\":{\"name\":[\"Banana\"]}}}")
                .statusCode(400);
        match("default", "{\"q\":{\"schema\":\"Person\",\"properties\":{}}}").statusCode(400);
        match("default", "{}").statusCode(400);
        as("engineer").get("/yente/entities/" + id).then().statusCode(200).body("caption", containsString("Cambricon"));
        as("engineer").get("/yente/entities/EL:none").then().statusCode(404);
        as("engineer")
                .get("/yente/search/el?q=cambric&limit=1")
                .then()
                .body("results", hasSize(1))
                .body("results[0].caption", containsString("Cambricon"));
        as("engineer")
                .get("/yente/catalog")
                .then()
                .body("datasets.name", hasItems("el", "sdn", "default"))
                .body("index_stale", equalTo(false));
        as("engineer").get("/yente/algorithms").then().body("default", equalTo("portcullis"));
        RestAssured.given().get("/yente/catalog").then().statusCode(401);
    }

    @Test
    void a_reconciliation_service_tells_what_it_can_do_and_answers_forms_and_json() {
        as("screener")
                .get("/reconcile")
                .then()
                .statusCode(200)
                .body("versions", contains("0.2"))
                .body("preview.url", containsString("/reconcile/preview?id={{id}}"))
                .body("suggest.entity.service_path", startsWith("/reconcile/suggest"));
        String queries = """
                {"q0": {"query": "Huawei Technologies Co Ltd", "limit": 1, "properties": [{"pid": "country", "v": ["CN"]}]},
                 "q1": {"query": "Quentin Zyxwolf", "type": "INDIVIDUAL", "type_strict": "any",
                   "properties": [{"pid": "birthDate", "v": "1960"}, {"pid": "passport", "v": {"id": "x", "name": "AB1234567"}}]},
                 "q2": {"query": "Quentin Barnaby Zyxwolf", "type": ["VESSEL"]}, "q3": {"query": "Siemens AG"}}""";
        for (ValidatableResponse answer : List.of(
                as("screener").formParam("queries", queries).post("/reconcile").then(),
                json("screener", "/reconcile", queries),
                as("screener").queryParam("queries", queries).get("/reconcile").then())) {
            answer.statusCode(200)
                    .body("q0.result", hasSize(1))
                    .body("q0.result[0].score", equalTo(100.0f))
                    .body("q1.result[0].id", equalTo("SDN:com-1"))
                    .body("q1.result[0].type[0].id", equalTo("INDIVIDUAL"))
                    .body("q1.result[0].features.id", hasItems("name", "identifier"))
                    .body("q2.result.id", not(hasItem("SDN:com-1")))
                    .body("q3.result", empty());
        }
        json("screener", "/reconcile", "{\"q0\":{\"query\":\"A b\",\"properties\":[{\"pid\":\"colour\",\"v\":1}]}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/q0/properties/0/pid"));
        json("screener", "/reconcile", "{\"q0\":{}}").statusCode(400);
        json("screener", "/reconcile", "[]").statusCode(400);
        as("screener")
                .formParam("queries", "{\"q0\":")
                .post("/reconcile")
                .then()
                .statusCode(400);
        as("license-manager").get("/reconcile").then().statusCode(403);
        as("screener").get("/reconcile/suggest/entity?prefix=zyxw").then().body("result.id", hasItem("SDN:com-1"));
        as("screener").get("/reconcile/suggest/property?prefix=birth").then().body("result.id", contains("birthDate"));
        as("screener").get("/reconcile/suggest/type?prefix=ves").then().body("result.id", contains("VESSEL"));
    }

    @Test
    void a_preview_shows_what_a_list_says_as_text() {
        String page = as("screener")
                .get("/reconcile/preview?id=SDN:com-2")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .contentType("text/html")
                .extract()
                .asString();
        assertThat(page).contains("&lt;b&gt;Plimsoll&lt;/b&gt; &amp; Sons").doesNotContain("<b>");
    }

    @Test
    void people_look_listed_parties_up_by_name_or_a_part_of_one_and_page_through_a_list() {
        as("auditor")
                .get("/v1/listed-parties?q=Quentin Zyxwolff")
                .then()
                .statusCode(200)
                .body("items[0].party.id", equalTo("com-1"))
                .body("items[0].hit.parts.query", hasItem("zyxwolff"))
                .body("items[0].edition", startsWith("led-"));
        as("auditor")
                .get("/v1/listed-parties?q=huaw")
                .then()
                .body("items.party.name", hasItem(containsString("HUAWEI")));
        as("auditor")
                .get("/v1/listed-parties?q=Zyxwolf&list=el")
                .then()
                .body("items.party.list", everyItem(equalTo("EL")));
        as("auditor")
                .get("/v1/listed-parties?q=Zyxwolf Quentin Barnaby&type=VESSEL")
                .then()
                .body("items.party.id", not(hasItem("com-1")));
        as("auditor")
                .get("/v1/listed-parties?list=SDN&country=RU")
                .then()
                .body("items.party.id", hasItem("com-1"))
                .body("items.party.list", everyItem(equalTo("SDN")));
        as("auditor").get("/v1/listed-parties/sdn/com-1").then().body("party.name", containsString("ZYXWOLF"));
        as("auditor").get("/v1/listed-parties/SDN/none").then().statusCode(404);
        as("auditor").get("/v1/listed-parties?country=XX").then().statusCode(400);
        as("auditor").get("/v1/listed-parties?q=!!!").then().statusCode(400);
    }

    @Test
    void pages_hold_every_entry_once_and_never_those_of_two_editions() {
        List<String> ids = new ArrayList<>();
        String next = null;
        do {
            var request = as("auditor").queryParam("limit", 20);
            var page = (next == null ? request : request.queryParam("cursor", next))
                    .get("/v1/listed-parties")
                    .then()
                    .statusCode(200)
                    .extract();
            ids.addAll(page.<List<String>>path("items.party.id"));
            next = page.path("next");
        } while (next != null);
        assertThat(ids).hasSize(55).doesNotHaveDuplicates();
        String cursor = as("auditor").get("/v1/listed-parties?limit=20").path("next");
        Apis.loadExcerpt();
        as("auditor")
                .queryParam("cursor", cursor)
                .get("/v1/listed-parties?limit=20")
                .then()
                .statusCode(409);
    }

    private static String register(String name, String alias) {
        return json(
                        "screener",
                        "/v1/parties",
                        "{\"name\":\"" + name + "\",\"country\":\"DE\",\"aliases\":[\"" + alias + "\"]}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> parties(String q) {
        return as("auditor")
                .queryParam("q", q)
                .get("/v1/parties")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @Test
    void kept_parties_are_found_by_name_as_listed_ones_are() throws InterruptedException {
        String first = register("Gartenbau Wunderblume GmbH", "Wonderflower Horticulture");
        String second = register("Wunderblume Handel AG", "Blume Handel");
        // At once, and when the words are written.
        for (int i = 0; i < 2; i++) {
            assertThat(parties("Wunderblume Gartenbau")).contains(first);
            assertThat(parties("Gartenbau Wunderblumme").get(0)).isEqualTo(first);
            // Who looks for a party writes a part of its name.
            assertThat(parties("Wunderblume")).contains(first, second);
            assertThat(parties("Вундерблюме Хандель")).contains(second);
            assertThat(parties("Wonderflower Horticulture Ltd")).contains(first);
            assertThat(parties("Siemens Energy")).doesNotContain(first, second);
            Thread.sleep(2_500);
        }
        as("auditor")
                .queryParam("q", "Wunderblume Handel AG")
                .get("/v1/parties?limit=1")
                .then()
                .body("items[0].match.score", equalTo(1.0f))
                .body("items[0].match.parts.query", hasItem("wunderblume"));
        as("screener")
                .header("If-Match", as("screener").get("/v1/parties/" + second).header("ETag"))
                .contentType("application/json")
                .body("{\"name\":\"Umbenannte Zyxtor AG\",\"country\":\"DE\"}")
                .put("/v1/parties/" + second)
                .then()
                .statusCode(200);
        Thread.sleep(2_500);
        assertThat(parties("Umbenante Zyxtor")).contains(second);
        assertThat(parties("Wunderblume Handel AG")).doesNotContain(second);
        as("auditor").get("/v1/parties?q=!!!").then().statusCode(400);
    }
}
