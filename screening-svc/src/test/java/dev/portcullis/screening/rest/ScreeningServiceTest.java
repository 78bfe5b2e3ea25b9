package dev.portcullis.screening.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.local.testing.Tokens;
import dev.portcullis.screening.Lists;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The service over HTTP, on real PostgreSQL, Kafka and Keycloak. The tests build on each other in the order that a site is set
 * up: no list, the first edition, parties, later editions.
 */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScreeningServiceTest {
    private static final String AUDIENCE = "screening-svc";
    private static final String NEWCOMER = """
            "acme-1","Entity List (EL) - Bureau of Industry and Security","","","","Acme Accelerators Limited","","CN","91 FR 1","","","","","","","","","","","","","","Acme Jiasu","","","","","",""
            """;

    private static String early;
    private static String possible;

    private static RequestSpecification as(String user) {
        return given().auth()
                .oauth2(Tokens.of(user, AUDIENCE))
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static ValidatableResponse importing(RequestSpecification request, String csv) {
        return request.contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/v1/lists/consolidated/imports")
                .then();
    }

    private static Map<String, Object> party(String name, String country) {
        Map<String, Object> party = new HashMap<>();
        party.put("name", name);
        party.put("country", country);
        return party;
    }

    private static ValidatableResponse register(Map<String, Object> party) {
        return as("screener")
                .contentType("application/json")
                .body(party)
                .post("/v1/parties")
                .then();
    }

    private static Map<String, Integer> versions() {
        List<Map<String, Object>> parties =
                as("officer").get("/v1/parties?limit=200").then().extract().path("items");
        Map<String, Integer> versions = new HashMap<>();
        parties.forEach(party -> versions.put((String) party.get("id"), (Integer) party.get("version")));
        return versions;
    }

    private static int parties() {
        return as("officer").get("/v1/parties?limit=200").then().extract().path("items.size()");
    }

    @Test
    @Order(1)
    void without_a_list_the_service_is_ready_and_says_so_and_no_party_is_screened() {
        Awaitility.await()
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body(
                                "checks.find { it.name == 'screening-list' }.data.reason",
                                containsString("no screening list loaded")));
        early = register(party("Acme Accelerators Ltd", "CN"))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("$", not(hasKey("screening")))
                .extract()
                .path("id");
        as("engineer")
                .contentType("application/json")
                .body("{\"subjects\":[{\"name\":\"Huawei\"}]}")
                .post("/v1/screenings")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:portcullis:problem:conflict"));
        try (Events events = new Events()) {
            assertThat(events.await(early, 1)).doesNotContainKey("screening");
        }
    }

    @Test
    @Order(2)
    void the_first_edition_is_taken_in_and_the_waiting_parties_are_screened() {
        importing(as("screener"), Lists.excerptText())
                .statusCode(201)
                .header("Location", startsWith("/v1/lists/consolidated/imports/led-"))
                .body("entries", equalTo(53))
                .body("quarantined", equalTo(0))
                .body("lists.EL", greaterThan(20))
                .body("loadedBy", equalTo("screener"))
                // Nothing was permitted to a party that was never screened: it can wait.
                .body("partiesScreened", equalTo(0))
                .body("partiesPending", equalTo(true));
        Awaitility.await()
                .untilAsserted(() -> as("screener")
                        .get("/v1/parties/" + early)
                        .then()
                        .statusCode(200)
                        .header("ETag", "\"2\"")
                        .body("screening.status", equalTo("CLEAR"))
                        .body("screening.hits", empty())
                        .body("screening.lists.list", hasItems("EL", "SDN", "DPL", "UVL", "MEU")));
        as("auditor")
                .get("/v1/lists")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo("consolidated"))
                .body("items[0].current.entries", equalTo(53));
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'screening-list' }.data.entries", equalTo(53));
    }

    @Test
    @Order(3)
    void a_listed_party_a_transliterated_one_and_a_clean_one_get_their_status_with_its_reasons() {
        register(party("Huawei Technologies Co Ltd", "CN"))
                .statusCode(201)
                .header("Location", containsString("/v1/parties/pty-"))
                .body("screening.status", equalTo("LISTED"))
                .body("screening.hits[0].score", equalTo(1.0f))
                .body("screening.hits[0].country", equalTo("SAME"));
        possible = register(party("Камбрикон Technologies", "CN"))
                .statusCode(201)
                .body("screening.status", equalTo("POSSIBLE_MATCH"))
                .body("screening.hits[0].list", equalTo("EL"))
                .body("screening.hits[0].reference", equalTo("87 FR 77508"))
                .body("screening.hits[0].parts.query", hasItem("kambrikon"))
                .extract()
                .path("id");
        register(party("Лаборатория Касперского", "RU"))
                .statusCode(201)
                .body("screening.status", equalTo("LISTED"))
                .body("screening.hits[0].matchedName", containsString("Laboratoriya Kasperskogo"));
        register(party("Siemens AG", "DE")).statusCode(201).body("screening.status", equalTo("CLEAR"));
        Map<String, Object> alias = party("Harmless Trading Company", "HK");
        alias.put("aliases", List.of("Sugon Information Industry"));
        register(alias)
                .statusCode(201)
                .body("screening.status", equalTo("LISTED"))
                .body("screening.hits[0].queriedName", equalTo("Sugon Information Industry"));
        try (Events events = new Events()) {
            Map<String, Object> state = events.await(possible, 1);
            assertThat(state).containsEntry("name", "Камбрикон Technologies").containsEntry("country", "CN");
            @SuppressWarnings("unchecked")
            Map<String, Object> screening = (Map<String, Object>) state.get("screening");
            assertThat(screening).containsEntry("status", "POSSIBLE_MATCH").doesNotContainKey("profile");
        }
    }

    @Test
    @Order(4)
    void a_party_that_appears_on_a_list_is_listed_when_the_import_answers_and_who_is_not_touched_stays_as_he_is() {
        Map<String, Integer> before = versions();
        importing(as("screener"), Lists.excerptText() + NEWCOMER)
                .statusCode(201)
                .body("entries", equalTo(54))
                .body("partiesScreened", equalTo(1))
                .body("partiesPending", equalTo(false));
        as("officer")
                .get("/v1/parties/" + early)
                .then()
                .body("version", equalTo(3))
                .body("screening.status", equalTo("LISTED"))
                .body("screening.hits[0].entryId", equalTo("acme-1"));
        try (Events events = new Events()) {
            @SuppressWarnings("unchecked")
            Map<String, Object> screening =
                    (Map<String, Object>) events.await(early, 3).get("screening");
            assertThat(screening).containsEntry("status", "LISTED");
        }
        before.put(early, 3);
        assertThat(versions()).isEqualTo(before);
        assertThat(as("officer")
                        .get("/v1/parties?limit=200")
                        .then()
                        .extract()
                        .<List<Boolean>>path("items.screeningHolds"))
                .containsOnly(true);
        as("auditor")
                .get("/v1/lists/consolidated/imports")
                .then()
                .body("items.size()", equalTo(2))
                .body("items[0].entries", equalTo(54))
                .body("items[1].entries", equalTo(53));
    }

    @Test
    @Order(5)
    void a_retry_and_an_unchanged_file_take_nothing_in() {
        String key = UUID.randomUUID().toString();
        String file = Lists.excerptText() + NEWCOMER + NEWCOMER.replace("acme-1", "acme-2");
        String first = importing(
                        given().auth().oauth2(Tokens.of("screener", AUDIENCE)).header("Idempotency-Key", key), file)
                .statusCode(201)
                .extract()
                .path("id");
        importing(given().auth().oauth2(Tokens.of("screener", AUDIENCE)).header("Idempotency-Key", key), file)
                .statusCode(201)
                .body("id", equalTo(first));
        importing(as("screener"), file).statusCode(200).body("id", equalTo(first));
        importing(
                        given().auth().oauth2(Tokens.of("screener", AUDIENCE)).header("Idempotency-Key", key),
                        Lists.excerptText())
                .statusCode(422)
                .body("type", equalTo("urn:portcullis:problem:idempotency-key-reused"));
        importing(given().auth().oauth2(Tokens.of("screener", AUDIENCE)), file).statusCode(400);
    }

    @Test
    @Order(6)
    void a_broken_or_shrunken_edition_is_refused_whole_and_the_present_one_stays() {
        String current = as("screener").get("/v1/lists").then().extract().path("items[0].current.id");
        String[] lines = Lists.excerptText().split("\n");
        String shrunk = String.join("\n", Arrays.copyOf(lines, 30)) + "\n";
        String ragged = Lists.excerptText() + "x,y,z\n".repeat(10);
        for (String bad : List.of(
                "",
                "<html>Service unavailable</html>",
                lines[0] + "\n",
                ragged,
                shrunk,
                Lists.excerptText() + "\"never closed")) {
            importing(as("screener"), bad)
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("detail", not(containsString("Exception")));
        }
        importing(as("screener"), shrunk).statusCode(422).body("detail", containsString("shrank from 55 to 29"));
        as("screener").get("/v1/lists").then().body("items[0].current.id", equalTo(current));
        given().auth()
                .oauth2(Tokens.of("screener", AUDIENCE))
                .header("Idempotency-Key", "k-1")
                .queryParam("acceptShrink", true)
                .contentType("text/csv")
                .body(shrunk)
                .post("/v1/lists/consolidated/imports")
                .then()
                .statusCode(403);
        importing(as("officer").queryParam("acceptShrink", true), shrunk)
                .statusCode(201)
                .body("entries", equalTo(29));
        importing(as("screener"), Lists.excerptText() + NEWCOMER).statusCode(201);
    }

    @Test
    @Order(7)
    void a_changed_party_is_screened_again_and_a_stale_change_is_refused() {
        Map<String, Object> renamed = party("Siemens Energy AG", "DE");
        String etag;
        Response changed;
        int tries = 0;
        do {
            // The lists of the test before may be screening the party again just now: then one reads and changes anew.
            etag = as("screener").get("/v1/parties/" + possible).header("ETag");
            changed = as("screener")
                    .contentType("application/json")
                    .header("If-Match", etag)
                    .body(renamed)
                    .put("/v1/parties/" + possible);
        } while (changed.statusCode() == 412 && ++tries < 5);
        changed.then()
                .statusCode(200)
                .header("ETag", not(equalTo(etag)))
                .body("screening.status", equalTo("CLEAR"))
                .body("$", not(hasKey("headquarters")));
        as("screener")
                .contentType("application/json")
                .header("If-Match", etag)
                .body(renamed)
                .put("/v1/parties/" + possible)
                .then()
                .statusCode(412);
        as("screener")
                .contentType("application/json")
                .body(renamed)
                .put("/v1/parties/" + possible)
                .then()
                .statusCode(428);
        as("screener")
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(renamed)
                .put("/v1/parties/pty-unknown")
                .then()
                .statusCode(404);
    }

    @Test
    @Order(8)
    void names_are_screened_without_being_stored_and_each_hit_explains_itself() {
        int before = parties();
        as("engineer")
                .contentType("application/json")
                .body(
                        "{\"subjects\":[{\"name\":\"Jon Kalashnikov\"},{\"name\":\"Cambrikon Technologies\",\"country\":\"DE\"},"
                                + "{\"name\":\"Toyota Motor Corporation\",\"country\":\"JP\"}]}")
                .post("/v1/screenings")
                .then()
                .statusCode(200)
                .body("results.size()", equalTo(3))
                .body("results[1].screening.status", equalTo("POSSIBLE_MATCH"))
                .body("results[1].screening.hits[0].country", equalTo("DIFFERENT"))
                .body("results[1].screening.hits[0].parts.how", hasItems("EQUAL", "SOUND"))
                .body("profile", notNullValue())
                .body("results[2].screening.status", equalTo("CLEAR"))
                .body("lists.edition", everyItem(startsWith("led-")));
        assertThat(parties()).isEqualTo(before);
    }

    @Test
    @Order(9)
    void bad_input_is_answered_with_the_pointer_of_the_field_and_stores_nothing() {
        int before = parties();
        register(party("Acme", "XX")).statusCode(400).body("errors[0].pointer", equalTo("/country"));
        register(party("Acme", null)).statusCode(400).body("errors[0].pointer", equalTo("/country"));
        register(party("12345", "DE")).statusCode(422).body("errors[0].pointer", equalTo("/name"));
        register(party("", "DE")).statusCode(422).body("errors[0].pointer", equalTo("/name"));
        register(party("x".repeat(513), "DE")).statusCode(422).body("errors[0].pointer", equalTo("/name"));
        register(party("Acme\u0000", "DE")).statusCode(422).body("errors[0].pointer", equalTo("/name"));
        Map<String, Object> alias = party("Acme", "DE");
        alias.put("aliases", List.of("Good", "..."));
        register(alias).statusCode(422).body("errors[0].pointer", equalTo("/aliases/1"));
        Map<String, Object> unknown = party("Acme", "DE");
        unknown.put("colour", "red");
        register(unknown).statusCode(400).body("errors[0].pointer", equalTo("/colour"));
        for (String malformed : List.of("{\"name\": \"Acme\",", "{\"aliases\": " + "[".repeat(5_000))) {
            as("screener")
                    .contentType("application/json")
                    .body(malformed)
                    .post("/v1/parties")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        as("engineer")
                .contentType("application/json")
                .body("{\"subjects\":[{\"name\":\"Good\"},{\"name\":\"!!!\"}]}")
                .post("/v1/screenings")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/subjects/1/name"));
        as("engineer")
                .contentType("application/json")
                .body("{\"subjects\":[]}")
                .post("/v1/screenings")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/subjects"));
        assertThat(parties()).isEqualTo(before);
    }

    @Test
    @Order(10)
    void a_large_body_is_refused_except_where_a_list_is_uploaded() {
        String large = "{\"name\": \"" + "x".repeat(20_000_000) + "\"}";
        as("screener")
                .contentType("application/json")
                .body(large)
                .post("/v1/parties")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
        // Large, and refused for what it holds and not for its size.
        importing(as("screener"), large).statusCode(422);
    }

    @Test
    @Order(11)
    void who_has_no_token_another_audience_or_another_role_is_refused() {
        given().get("/v1/parties").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("screener", "licensing-svc"))
                .get("/v1/parties")
                .then()
                .statusCode(401);
        importing(as("engineer"), Lists.excerptText()).statusCode(403);
        as("auditor")
                .contentType("application/json")
                .body(party("Acme", "DE"))
                .post("/v1/parties")
                .then()
                .statusCode(403);
        as("engineer").get("/v1/parties").then().statusCode(403);
        given().auth()
                .oauth2(Tokens.ofClient("gateway", AUDIENCE))
                .contentType("application/json")
                .body("{\"subjects\":[{\"name\":\"Huawei Technologies\"}]}")
                .post("/v1/screenings")
                .then()
                .statusCode(200);
    }

    @Test
    @Order(12)
    void each_import_and_each_version_of_a_party_stand_in_the_ledger_without_a_name() throws Exception {
        try (Connection database = database();
                ResultSet rows = database.createStatement()
                        .executeQuery("select convert_from(payload, 'UTF8') from ledger_entry order by id")) {
            List<String> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(rows.getString(1));
            }
            assertThat(entries).anyMatch(entry -> entry.contains("dev.portcullis.list.imported"));
            assertThat(entries)
                    .filteredOn(entry -> entry.contains(early))
                    .hasSizeGreaterThanOrEqualTo(3)
                    .anyMatch(entry -> entry.contains("EL/acme-1"));
            assertThat(entries).noneMatch(entry -> entry.contains("Siemens") || entry.contains("Acme Accelerators"));
        }
        given().auth()
                .oauth2(Tokens.of("auditor", AUDIENCE))
                .get("/v1/ledger/checkpoint")
                .then()
                .statusCode(200);
    }

    @Test
    @Order(13)
    void parties_are_listed_page_by_page() {
        String next = as("license-manager")
                .get("/v1/parties?limit=2")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .extract()
                .path("next");
        as("license-manager")
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get("/v1/parties")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2));
    }

    @Test
    @Order(14)
    void an_edition_that_another_replica_took_in_is_followed_and_the_parties_behind_are_screened_again()
            throws Exception {
        // As after a crash between the commit of an import and the switch in memory, or on a replica that took no part
        // in it.
        String first = as("screener")
                .get("/v1/lists/consolidated/imports?limit=200")
                .then()
                .extract()
                .path("items[-1].id");
        assertThat(as("screener").get("/v1/parties/" + early).then().extract().<String>path("screening.status"))
                .isEqualTo("LISTED");
        try (Connection database = database();
                PreparedStatement change = database.prepareStatement(
                        "update screening_list set current_edition = ? where source = 'consolidated'")) {
            change.setString(1, first);
            change.executeUpdate();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> as("officer")
                        .get("/v1/parties/" + early)
                        .then()
                        .body("screening.status", equalTo("CLEAR"))
                        .body("screening.lists[0].edition", equalTo(first)));
        List<String> editions = as("officer")
                .get("/v1/parties?limit=200")
                .then()
                .extract()
                .path("items.screening.lists.flatten().edition");
        assertThat(editions).containsOnly(first);
    }

    @Test
    @Order(15)
    void the_whole_list_is_taken_in_and_a_party_that_stands_on_it_is_listed() throws Exception {
        Optional<Path> file = Lists.wholeList();
        assumeTrue(file.isPresent(), "skipped: shared/data/screening/consolidated-2026-07-31.csv is not at hand");
        long start = System.nanoTime();
        importing(as("screener"), Files.readString(file.get())).statusCode(201).body("entries", equalTo(25_921));
        System.out.printf("whole list: imported in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        register(party("Beijing Biren Technology Development", "CN"))
                .statusCode(201)
                .body("screening.status", equalTo("LISTED"))
                .body("screening.lists.size()", equalTo(12));
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(
                config("quarkus.datasource.jdbc.url"),
                config("quarkus.datasource.username"),
                config("quarkus.datasource.password"));
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
