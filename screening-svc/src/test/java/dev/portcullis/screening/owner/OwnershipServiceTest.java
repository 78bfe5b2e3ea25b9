package dev.portcullis.screening.owner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.local.testing.Tokens;
import dev.portcullis.screening.Lists;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Owners over HTTP, on real PostgreSQL, Kafka and Keycloak. The tests build on each other. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
@TestProfile(OwnersProfile.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnershipServiceTest {
    private static final String AUDIENCE = "screening-svc";
    private static final String OFAC = "findings.find { it.rule == 'OFAC-50' }";
    private static final String BIS = "findings.find { it.rule == 'BIS-AFFILIATES' }";
    private static final String PARTY_OFAC = "ownership." + OFAC;

    /** A list of two owners to be, in the layout of trade.gov. */
    private static final String LISTED = """
            "own-el","Entity List (EL) - Bureau of Industry and Security","","","","Quixotic Semiconductor Foundry Limited","","CN","91 FR 1","","","","","","","","","","","","","","","","","","","",""
            "own-sdn","Specially Designated Nationals (SDN) - Treasury Department","","Entity","RUSSIA-EO14024","Zyxwolf Zagorodny Trading","","RU","","","","","","","","","","","","","","","","","","","","",""
            """;

    private static final String LATER = """
            "own-new","Specially Designated Nationals (SDN) - Treasury Department","","Entity","RUSSIA-EO14024","Plimsoll Vantage Partners","","CY","","","","","","","","","","","","","","","","","","","","",""
            """;

    private static String target;
    private static String middle;
    private static String daughter;
    private static Instant beforeTheSecondFile;

    private static RequestSpecification as(String user) {
        return given().auth()
                .oauth2(Tokens.of(user, AUDIENCE))
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static String register(String name, String country) {
        Map<String, Object> party = new HashMap<>();
        party.put("name", name);
        party.put("country", country);
        return as("screener")
                .contentType("application/json")
                .body(party)
                .post("/v1/parties")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse lists(String csv) {
        return as("screener")
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/v1/lists/consolidated/imports")
                .then();
    }

    private static ValidatableResponse stakes(String source, String type, String file) {
        return as("screener")
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .contentType(type)
                .queryParam("source", source)
                .body(file)
                .post("/v1/ownership/imports")
                .then();
    }

    private static ValidatableResponse tell(String party, String... stakes) {
        String etag = as("screener").get("/v1/parties/" + party).header("ETag");
        return as("officer")
                .contentType("application/json")
                .header("If-Match", etag)
                .body("{\"stakes\": [" + String.join(",", stakes) + "]}")
                .put("/v1/parties/" + party + "/owners")
                .then();
    }

    private static ValidatableResponse owners(String party) {
        return as("auditor").get("/v1/parties/" + party + "/owners").then();
    }

    private static void await(String party, String path, Object value) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> as("auditor").get("/v1/parties/" + party).then().body(path, equalTo(value)));
    }

    @Test
    @Order(1)
    void without_a_list_nobody_is_known_to_be_listed_and_owners_can_be_told_already() {
        target = register("Target Robotics GmbH", "DE");
        middle = register("Middle Holding BV", "NL");
        daughter = register("Daughter Instruments SARL", "FR");
        owners(target).statusCode(409);
        stakes("registry", "text/csv", "owner,owned,share\nparty:" + middle + ",party:" + daughter + ",60\n")
                .statusCode(201)
                .header("Location", startsWith("/v1/ownership/imports/own-"))
                .body("stakes", equalTo(1))
                .body("added", equalTo(1))
                .body("parties", equalTo(1));
        lists(Lists.excerptText() + LISTED).statusCode(201);
        await(daughter, PARTY_OFAC + ".degree", "NONE");
        as("auditor").get("/v1/parties/" + target).then().body("$", not(hasKey("ownership")));
    }

    @Test
    @Order(2)
    void a_file_of_stakes_is_followed_down_to_the_daughter_s_daughter() {
        beforeTheSecondFile = Instant.now();
        stakes("owners-db", "application/x-ndjson", """
                {"id":"c-1","schema":"Company","properties":{"name":["Nondescript Shell Corp"],"country":["cy"]}}
                {"id":"o-1","schema":"Ownership","properties":{"owner":["c-1"],"asset":["%s"],"percentage":["50"]}}
                """.formatted(middle))
                .statusCode(201)
                .body("format", equalTo("FTM"))
                .body("parties", equalTo(2));
        await(middle, PARTY_OFAC + ".degree", "NONE");
        tell(middle, "{\"owner\": \"entry:SDN/own-sdn\", \"share\": \"50\", \"from\": \"2020-01-01\"}")
                .statusCode(200)
                .body(OFAC + ".degree", equalTo("CERTAIN"))
                .body(OFAC + ".low", equalTo(50))
                .body(BIS + ".degree", equalTo("CERTAIN"))
                .body(BIS + ".standing", equalTo("IN_FORCE_VERIFY"))
                .body("names.'entry:SDN/own-sdn'", equalTo("Zyxwolf Zagorodny Trading"));
        await(daughter, PARTY_OFAC + ".degree", "CERTAIN");
        owners(daughter)
                .statusCode(200)
                .body(OFAC + ".chain.size()", equalTo(2))
                .body(OFAC + ".chain[0].owner", equalTo("entry:SDN/own-sdn"))
                .body(OFAC + ".chain[0].owned", equalTo("party:" + middle))
                .body(OFAC + ".chain[0].told[0].from", equalTo("2020-01-01"))
                .body(OFAC + ".chain[1].owned", equalTo("party:" + daughter))
                .body(OFAC + ".chain[1].told[0].source", equalTo("registry"))
                .body("names.'party:%s'".formatted(middle), equalTo("Middle Holding BV"));
    }

    @Test
    @Order(3)
    void the_clearance_of_a_party_carries_it_to_the_other_services() {
        Map<String, Object> state = latestEvent(daughter, "CERTAIN");
        assertThat(state.get("ownership").toString())
                .contains("OFAC-50")
                .contains("degree=CERTAIN")
                .contains("lists=[SDN]")
                .contains("entry:SDN/own-sdn owns 50 % of party:" + middle + " (listed: SDN/own-sdn)");
    }

    private static Map<String, Object> latestEvent(String party, String text) {
        try (dev.portcullis.screening.rest.Events events = new dev.portcullis.screening.rest.Events()) {
            return events.awaitContaining(party, text);
        }
    }

    @Test
    @Order(4)
    void the_affiliates_rule_is_told_by_date_and_a_stake_counts_by_date() {
        for (Map.Entry<String, String> day : Map.of(
                        "2025-09-28", "NOT_MADE",
                        "2025-09-29", "IN_FORCE",
                        "2025-11-09", "IN_FORCE",
                        "2025-11-10", "SUSPENDED",
                        "2026-11-09", "SUSPENDED",
                        "2026-11-10", "IN_FORCE_VERIFY")
                .entrySet()) {
            as("auditor")
                    .queryParam("asOf", day.getKey())
                    .get("/v1/parties/" + daughter + "/owners")
                    .then()
                    .statusCode(200)
                    .body(BIS + ".standing", equalTo(day.getValue()))
                    .body(BIS + ".degree", equalTo("CERTAIN"))
                    .body(OFAC + ".standing", equalTo("IN_FORCE"));
        }
        as("auditor")
                .queryParam("asOf", "2019-12-31")
                .get("/v1/parties/" + daughter + "/owners")
                .then()
                .body(OFAC + ".degree", equalTo("NONE"));
        as("auditor")
                .queryParam("knownAt", beforeTheSecondFile.toString())
                .get("/v1/parties/" + middle + "/owners")
                .then()
                .statusCode(200)
                .body("stakes", empty())
                .body(OFAC + ".degree", equalTo("NONE"));
        as("auditor")
                .queryParam("asOf", "x")
                .get("/v1/parties/" + middle + "/owners")
                .then()
                .statusCode(400);
        as("auditor")
                .queryParam("knownAt", "x")
                .get("/v1/parties/" + middle + "/owners")
                .then()
                .statusCode(400);
        owners("pty-unknown").statusCode(404);
    }

    @Test
    @Order(5)
    void an_unknown_share_and_a_name_like_a_listed_one_are_red_flags_and_no_pass() {
        tell(target, "{\"owner\": \"entry:EL/own-el\"}")
                .statusCode(200)
                .body(BIS + ".degree", equalTo("POSSIBLE"))
                .body(BIS + ".redFlags.code", hasItem("UNKNOWN_SHARE"))
                .body(BIS + ".redFlags.citation", hasItem(containsString("Red Flag 29")))
                .body(OFAC + ".degree", equalTo("NONE"));
        tell(target, "{\"name\": \"Zyxwolf Zagorodny Trading\", \"country\": \"RU\", \"share\": \"75\"}")
                .statusCode(200)
                .body(OFAC + ".degree", equalTo("POSSIBLE"))
                .body(OFAC + ".redFlags.code", hasItem("UNDECIDED_OWNER"));
        tell(target, "{\"owner\": \"entry:EL/own-el\", \"kind\": \"CONTROL\"}")
                .statusCode(200)
                .body(BIS + ".degree", equalTo("NONE"))
                .body(BIS + ".redFlags.code", hasItem("LISTED_CONTROL"));
    }

    @Test
    @Order(6)
    void a_new_edition_of_the_lists_assesses_the_parties_that_its_entries_own() {
        tell(target, "{\"name\": \"Plimsoll Vantage Partners\", \"share\": \"51\"}")
                .statusCode(200)
                .body(OFAC + ".degree", equalTo("NONE"));
        lists(Lists.excerptText() + LISTED + LATER).statusCode(201);
        await(target, PARTY_OFAC + ".degree", "POSSIBLE");
        as("auditor").get("/v1/parties/" + target).then().body("ownership.edition", startsWith("les-"));
        // A kept party of the listed name is taken for the listed one, as it is at the gate.
        String owner = register("Plimsoll Vantage Partners", "CY");
        tell(target, "{\"owner\": \"party:" + owner + "\", \"share\": \"51\"}")
                .statusCode(200)
                .body(OFAC + ".degree", equalTo("CERTAIN"));
        // It goes by another name, and what it owns is looked at again.
        String etag = as("screener").get("/v1/parties/" + owner).header("ETag");
        as("screener")
                .contentType("application/json")
                .header("If-Match", etag)
                .body("{\"name\": \"Harmless Bakery\", \"country\": \"CY\"}")
                .put("/v1/parties/" + owner)
                .then()
                .statusCode(200);
        await(target, PARTY_OFAC + ".degree", "NONE");
    }

    @Test
    @Order(7)
    void a_stake_that_begins_tomorrow_is_marked_for_tomorrow() throws SQLException {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        tell(target, "{\"owner\": \"entry:SDN/own-sdn\", \"share\": \"100\", \"from\": \"" + tomorrow + "\"}")
                .statusCode(200)
                .body(OFAC + ".degree", equalTo("NONE"));
        assertThat(texts("select due_on::text from ownership_due where party = '" + target + "' order by 1"))
                .contains(tomorrow.toString());
        // The day comes: the mark is taken up by itself.
        execute("update stake set valid_from = current_date - 1 where owned = 'party:" + target
                + "' and superseded_at is null");
        execute("update ownership_due set due_on = current_date - 1 where party = '" + target + "'");
        await(target, PARTY_OFAC + ".degree", "CERTAIN");
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(texts("select id::text from ownership_due where due_on <= current_date"))
                                .isEmpty());
    }

    @Test
    @Order(8)
    void what_a_source_tells_no_longer_has_ended_and_stays_for_the_past() throws SQLException {
        Instant before = Instant.now();
        stakes("registry", "text/csv", "owner,owned,share\nparty:" + middle + ",party:" + daughter + ",40\n")
                .statusCode(201)
                .body("added", equalTo(1))
                .body("ended", equalTo(1));
        await(daughter, PARTY_OFAC + ".degree", "BELOW");
        as("auditor")
                .queryParam("knownAt", before.toString())
                .get("/v1/parties/" + daughter + "/owners")
                .then()
                .body(OFAC + ".degree", equalTo("CERTAIN"));
        assertThat(texts("select low::text from stake where source = 'registry' order by id"))
                .containsExactly("60.000000000", "40.000000000");
        // The same file again changes nothing.
        stakes("registry", "text/csv", "owner,owned,share\nparty:" + middle + ",party:" + daughter + ",40\n")
                .statusCode(200);
    }

    @Test
    @Order(9)
    void a_file_with_a_fault_changes_nothing_at_all() throws SQLException {
        List<String> before =
                texts("select owner || owned || low || coalesce(superseded_by, '') from stake order by id");
        String good = "party:" + middle + ",party:" + daughter + ",70\n";
        for (String bad : List.of(
                "",
                "owner,owned,share\n" + good + "party:pty-nobody,party:" + daughter + ",10\n",
                "owner,owned,share\n" + good + "entry:SDN/own-sdn,party:" + daughter + ",lots\n",
                "owner,owned,share\n" + good + "\"never closed",
                "<html>no</html>")) {
            stakes("registry", "text/csv", bad)
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("detail", containsString("nothing of it was kept"))
                    .body("detail", not(containsString("Exception")));
        }
        stakes("registry", "application/x-ndjson", "{\"id\": \"x\"").statusCode(422);
        stakes("person:" + target, "text/csv", "owner,owned,share\n" + good).statusCode(400);
        assertThat(texts("select owner || owned || low || coalesce(superseded_by, '') from stake order by id"))
                .isEqualTo(before);
    }

    @Test
    @Order(10)
    void what_a_person_tells_is_checked() {
        for (String bad : List.of(
                "{\"share\": \"10\"}",
                "{\"owner\": \"entry:SDN/1\", \"name\": \"Both\"}",
                "{\"owner\": \"party:pty-nobody\"}",
                "{\"owner\": \"other:nobody\"}",
                "{\"owner\": \"somebody\"}",
                "{\"owner\": \"party:" + target + "\"}",
                "{\"owner\": \"entry:SDN/1\", \"share\": \"110\"}",
                "{\"owner\": \"entry:SDN/1\", \"kind\": \"CONTROL\", \"share\": \"10\"}",
                "{\"name\": \"12345\"}",
                "{\"owner\": \"entry:SDN/1\", \"from\": \"2021-01-01\", \"to\": \"2020-01-01\"}")) {
            tell(target, bad).statusCode(422).body("errors[0].pointer", startsWith("/stakes/0"));
        }
        tell(target, "{\"owner\": \"entry:SDN/1\", \"colour\": \"red\"}").statusCode(400);
        as("officer")
                .contentType("application/json")
                .body("{\"stakes\": []}")
                .put("/v1/parties/" + target + "/owners")
                .then()
                .statusCode(428);
        as("officer")
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"stakes\": []}")
                .put("/v1/parties/" + target + "/owners")
                .then()
                .statusCode(412);
        as("auditor")
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"stakes\": []}")
                .put("/v1/parties/" + target + "/owners")
                .then()
                .statusCode(403);
        as("engineer").get("/v1/parties/" + target + "/owners").then().statusCode(403);
        tell(target).statusCode(200).body("stakes", empty());
        as("auditor").get("/v1/parties/" + target).then().body("$", not(hasKey("ownership")));
    }

    @Test
    @Order(11)
    void each_import_and_each_telling_stands_in_the_ledger_without_a_name() throws SQLException {
        as("auditor")
                .get("/v1/ownership/imports?limit=200")
                .then()
                .statusCode(200)
                .body("items", hasSize(greaterThan(5)))
                .body("items.format", hasItem("PERSON"))
                .body("items.loadedBy", hasItem("officer"));
        List<String> entries = texts("select convert_from(payload, 'UTF8') from ledger_entry order by id");
        assertThat(entries)
                .anyMatch(entry -> entry.contains("dev.portcullis.ownership.imported") && entry.contains("\"CSV\""))
                .anyMatch(entry -> entry.contains("dev.portcullis.ownership.imported") && entry.contains("\"PERSON\""))
                .anyMatch(entry -> entry.contains("OFAC-50 CERTAIN") && entry.contains("\"OWNERSHIP\""))
                .noneMatch(entry -> entry.contains("Nondescript") || entry.contains("Plimsoll"));
    }

    /** The signals that touch a party by who owns it, the oldest first. */
    private static List<Map<String, Object>> signalsOf(String party) {
        List<Map<String, Object>> signals = as("officer")
                .get("/v1/signals?source=OWNERSHIP&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        List<Map<String, Object>> touching = new ArrayList<>();
        for (Map<String, Object> signal : signals) {
            List<String> touched = as("officer")
                    .get("/v1/signals/" + signal.get("id") + "/impact?limit=200")
                    .then()
                    .statusCode(200)
                    .body("items.findAll { it.relation != 'OWNED' }", empty())
                    .extract()
                    .path("items.partyId");
            if (touched.contains(party)) {
                touching.add(0, signal);
            }
        }
        return touching;
    }

    private static void awaitSignals(String party, String... directions) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(signalsOf(party))
                        .extracting(signal -> signal.get("direction"))
                        .containsExactly((Object[]) directions));
    }

    @Test
    @Order(12)
    void who_stands_otherwise_by_listed_owners_raises_one_signal_in_the_same_transaction() throws SQLException {
        String owned = register("Signal Works", "DE");
        String daughter = register("Signal Works Daughter", "DE");
        stakes("signals", "text/csv", "owner,owned,share\nparty:" + owned + ",party:" + daughter + ",100\n")
                .statusCode(201);
        tell(owned, "{\"owner\": \"entry:SDN/own-sdn\", \"share\": \"50\"}")
                .statusCode(200)
                .body(OFAC + ".degree", equalTo("CERTAIN"));
        // It is there with the answer; the daughter's comes with her assessment.
        assertThat(signalsOf(owned)).singleElement().satisfies(signal -> {
            assertThat(signal).containsEntry("kind", "OWNERSHIP_CHANGE").containsEntry("direction", "TIGHTENS");
            assertThat(signal.toString()).contains(owned, "SDN/own-sdn").doesNotContain("Signal Works");
            assertThat(signal).doesNotContainKey("raisedBy");
            assertThat((Map<?, ?>) signal.get("impact"))
                    .isEqualTo(Map.of("done", true, "parties", 1, "at", ((Map<?, ?>) signal.get("impact")).get("at")));
        });
        awaitSignals(daughter, "TIGHTENS");

        // More of the same changes no standing.
        tell(owned, "{\"owner\": \"entry:SDN/own-sdn\", \"share\": \"70\"}").statusCode(200);
        awaitSignals(owned, "TIGHTENS");
        tell(owned, "{\"owner\": \"entry:SDN/own-sdn\", \"share\": \"10\"}").statusCode(200);
        assertThat(signalsOf(owned))
                .extracting(signal -> signal.get("direction"))
                .containsExactly("TIGHTENS", "EASES");
        awaitSignals(daughter, "TIGHTENS", "EASES");

        // By a file: the signal comes with the assessment that the file marks.
        stakes("more", "text/csv", "owner,owned,share\nentry:SDN/own-sdn,party:" + owned + ",80\n")
                .statusCode(201);
        awaitSignals(owned, "TIGHTENS", "EASES", "TIGHTENS");

        // What is refused raises nothing, and no signal is there twice.
        tell(owned, "{\"owner\": \"party:pty-none\", \"share\": \"90\"}").statusCode(422);
        assertThat(signalsOf(owned)).hasSize(3);
        assertThat(texts("select origin from signal where source = 'OWNERSHIP'"))
                .doesNotHaveDuplicates()
                .allMatch(origin -> origin.startsWith("ownership:"));
    }

    @Test
    @Order(13)
    void an_owner_who_comes_on_a_list_raises_a_signal_for_what_it_owns() {
        String owner = register("Harbinger Quayside Trading", "CY");
        String owned = register("Quayside Bakery", "DE");
        tell(owned, "{\"owner\": \"party:" + owner + "\", \"share\": \"60\"}").statusCode(200);
        assertThat(signalsOf(owned)).isEmpty();
        lists(Lists.excerptText()
                        + LISTED
                        + LATER
                        + LATER.replace("own-new", "own-quay")
                                .replace("Plimsoll Vantage Partners", "Harbinger Quayside Trading"))
                .statusCode(201);
        awaitSignals(owned, "TIGHTENS");
        await(owned, PARTY_OFAC + ".degree", "CERTAIN");
    }

    private static List<String> texts(String query) throws SQLException {
        try (Connection database = database();
                ResultSet rows = database.createStatement().executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static void execute(String statement) throws SQLException {
        try (Connection database = database()) {
            database.createStatement().executeUpdate(statement);
        }
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
