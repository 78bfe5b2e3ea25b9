package dev.portcullis.screening.party;

import static dev.portcullis.screening.rest.Apis.as;
import static dev.portcullis.screening.rest.Apis.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.screening.Lists;
import dev.portcullis.screening.rest.Apis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kept parties of whom more is known than names, over HTTP, on real PostgreSQL, Kafka and Keycloak. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
@TestProfile(KeptIdentityServiceTest.Profile.class)
class KeptIdentityServiceTest {
    /** A service and a database of their own. */
    public static class Profile implements QuarkusTestProfile {}

    private static final String PERSON = person(Map.of(
            Apis.ADDRESSES, "Somewhere Street 5, Moscow, RU",
            Apis.ALIASES, "Quentin Wolf",
            Apis.BIRTHS, "1960-05-12",
            Apis.NATIONALITIES, "RU",
            Apis.IDENTIFIERS, "Passport, AB1234567, RU"));

    private static String person(Map<Integer, String> known) {
        return Apis.row("det-1", Apis.SDN, "Individual", "ZYXWOLF, Quentin Barnaby", known);
    }

    @BeforeEach
    void load() {
        Apis.loadList(Lists.excerptText() + PERSON);
    }

    private static JsonPath register(String body) {
        return json("screener", "/v1/parties", body).statusCode(201).extract().jsonPath();
    }

    private static JsonPath party(String id) {
        return as("auditor")
                .get("/v1/parties/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath change(String id, String body) {
        Response changed;
        int tries = 0;
        do {
            // A list of the test before may be screening the party again just now: then one reads and changes anew.
            changed = as("screener")
                    .contentType("application/json")
                    .header("If-Match", "\"" + party(id).getInt("version") + "\"")
                    .body(body)
                    .put("/v1/parties/" + id);
        } while (changed.statusCode() == 412 && ++tries < 5);
        return changed.then().statusCode(200).extract().jsonPath();
    }

    @Test
    void a_party_is_found_as_a_subject_is_of_whom_the_same_is_told() {
        for (String told : List.of(
                "\"name\":\"Quentin Barnabi Zyxwolf\",\"country\":\"DE\"",
                "\"name\":\"Quentin Barnabi Zyxwolf\",\"country\":\"DE\",\"birthDate\":\"1960\",\"countries\":[\"RU\"]",
                "\"name\":\"Quentin Barnabi Zyxwolf\",\"country\":\"RU\",\"birthDate\":\"1985-01-01\"",
                "\"name\":\"Nobody At All\",\"country\":\"DE\",\"identifiers\":[{\"type\":\"Passport\",\"number\":\"AB 1234567\"}]",
                "\"name\":\"Nobody At All\",\"country\":\"DE\",\"aliases\":[\"Quentin Barnaby Zyxwolf\"],"
                        + "\"addresses\":[\"5 Somewhere Street, Moscow\"]",
                "\"name\":\"Quentin Barnaby Zyxwolf\",\"country\":\"DE\",\"type\":\"VESSEL\"",
                "\"nameParts\":{\"family\":\"Zyxwolf\",\"given\":\"Quentin\",\"patronymic\":\"Barnaby\"},\"country\":\"DE\"",
                "\"nameParts\":{\"family\":\"Quentin Barnaby\",\"given\":\"Zyxwolf\"},\"country\":\"DE\"",
                "\"name\":\"Huawei Technologies Co Ltd\",\"country\":\"CN\",\"type\":\"ENTITY\"")) {
            JsonPath asked = json("screener", "/v1/screenings", "{\"subjects\":[{" + told + "}]}")
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            JsonPath kept = register("{" + told + "}");
            assertThat(kept.getString("screening.status"))
                    .as(told)
                    .isEqualTo(asked.getString("results[0].screening.status"));
            assertThat(kept.getList("screening.hits")).as(told).isEqualTo(asked.getList("results[0].screening.hits"));
            assertThat(kept.getString("name")).isEqualTo(asked.getString("results[0].name"));
        }
    }

    @Test
    void what_is_told_comes_back_and_a_change_of_it_is_screened_at_once() {
        String stranger = "\"name\":\"Somebody Unrelated\",\"country\":\"DE\"";
        JsonPath first = register("{" + stranger + "}");
        String id = first.getString("id");
        assertThat(first.getString("screening.status")).isEqualTo("CLEAR");
        assertThat(first.getList("identifiers")).isEmpty();

        JsonPath told = change(
                id,
                "{" + stranger + ",\"type\":\"INDIVIDUAL\",\"birthDate\":\"1960\",\"countries\":[\"RU\"],"
                        + "\"identifiers\":[{\"type\":\"Passport\",\"number\":\"ab-1234567\"}]}");
        assertThat(told.getString("screening.status")).isEqualTo("POSSIBLE_MATCH");
        assertThat(told.getList("screening.hits.entryId")).contains("det-1");
        assertThat(party(id).getString("birthDate")).isEqualTo("1960");
        assertThat(party(id).getString("type")).isEqualTo("INDIVIDUAL");
        assertThat(party(id).getString("identifiers[0].number")).isEqualTo("ab-1234567");

        JsonPath withdrawn = change(id, "{" + stranger + "}");
        assertThat(withdrawn.getString("screening.status")).isEqualTo("CLEAR");
        assertThat(withdrawn.getList("identifiers")).isEmpty();
    }

    @Test
    void an_entry_that_gains_a_partys_number_holds_it_when_the_import_answers_and_lets_go_when_it_loses_it() {
        String entry = Apis.row("gain-1", Apis.SDN, "Individual", "Wholly Otherwise Named", Map.of());
        Apis.loadList(Lists.excerptText() + PERSON + entry);
        String touched = register("{\"name\":\"Gartenbau Blume\",\"country\":\"DE\","
                        + "\"identifiers\":[{\"type\":\"Tax ID\",\"number\":\"DE 998877\"}]}")
                .getString("id");
        JsonPath other = register("{\"name\":\"Gartenbau Blume\",\"country\":\"DE\","
                + "\"identifiers\":[{\"type\":\"Tax ID\",\"number\":\"DE 998878\"}]}");
        assertThat(party(touched).getString("screening.status")).isEqualTo("CLEAR");

        Apis.loadList(Lists.excerptText()
                + PERSON
                + Apis.row(
                        "gain-1",
                        Apis.SDN,
                        "Individual",
                        "Wholly Otherwise Named",
                        Map.of(Apis.IDENTIFIERS, "Tax ID No., DE998877")));
        JsonPath held = party(touched);
        assertThat(held.getString("screening.status")).isEqualTo("POSSIBLE_MATCH");
        assertThat(held.getList("screening.hits.entryId")).contains("gain-1");
        assertThat(party(other.getString("id")).getInt("version")).isEqualTo(other.getInt("version"));
        assertThat(party(other.getString("id")).getBoolean("screeningHolds")).isTrue();

        Apis.loadList(Lists.excerptText() + PERSON + entry);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(party(touched).getString("screening.status")).isEqualTo("CLEAR"));
    }

    @Test
    void an_owner_who_is_known_by_a_document_may_be_listed_and_what_it_owns_follows_when_it_is_told() {
        String owner =
                register("{\"name\":\"Plain Holder\",\"country\":\"DE\"}").getString("id");
        String owned = register("{\"name\":\"Plain Works\",\"country\":\"DE\"}").getString("id");
        as("officer")
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"stakes\":[{\"owner\":\"party:" + owner + "\",\"share\":\"60\"}]}")
                .put("/v1/parties/" + owned + "/owners")
                .then()
                .statusCode(200);
        assertThat(party(owned).getString("ownership.findings.find { it.rule == 'OFAC-50' }.degree"))
                .isEqualTo("NONE");
        change(
                owner,
                "{\"name\":\"Plain Holder\",\"country\":\"DE\",\"identifiers\":[{\"type\":\"Passport\",\"number\":\"AB1234567\"}]}");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                party(owned).getString("ownership.findings.find { it.rule == 'OFAC-50' }.degree"))
                        .isEqualTo("POSSIBLE"));
    }

    @Test
    void faults_are_told_by_their_place_and_never_with_what_was_sent() {
        json(
                        "screener",
                        "/v1/parties",
                        "{\"name\":\"Good\",\"country\":\"DE\",\"birthDate\":\"1960-13-77\",\"identifiers\":[{\"type\":\"Passport\"},"
                                + "{\"type\":\"Passport\",\"number\":\"" + "S3CRET".repeat(20) + "\"}]}")
                .statusCode(422)
                .body("errors.pointer", hasItems("/birthDate", "/identifiers/0", "/identifiers/1"))
                .body("detail", not(containsString("1960-13")))
                .body("errors.detail.toString()", not(containsString("S3CRET")))
                .body("errors.detail.toString()", not(containsString("1960-13-77")));
        json("screener", "/v1/parties", "{\"country\":\"DE\"}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/name"));
        json("screener", "/v1/parties", "{\"name\":\"Good\",\"country\":\"DE\",\"type\":\"TOASTER\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/type"));
    }

    @Test
    void births_and_numbers_leave_the_service_in_no_event_and_stand_in_no_ledger_entry() throws SQLException {
        String number = "ZZ" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        // A hit, so that a case is opened and told as well.
        String id = register("{\"name\":\"Quentin Barnaby Zyxwolf\",\"country\":\"DE\",\"birthDate\":\"1947-03-09\","
                        + "\"identifiers\":[{\"type\":\"Passport\",\"number\":\"" + number + "\"}]}")
                .getString("id");
        List<String> written = new ArrayList<>();
        for (String sql : List.of(
                "select convert_from(payload, 'UTF8') from ledger_entry",
                "select convert_from(payload, 'UTF8') from outbox")) {
            try (Connection database = DriverManager.getConnection(
                            config("quarkus.datasource.jdbc.url"),
                            config("quarkus.datasource.username"),
                            config("quarkus.datasource.password"));
                    ResultSet rows = database.createStatement().executeQuery(sql)) {
                while (rows.next()) {
                    written.add(String.valueOf(rows.getString(1)));
                }
            }
        }
        assertThat(written).anyMatch(text -> text.contains(id));
        assertThat(written).noneMatch(text -> text.contains(number) || text.contains("1947-03-09"));
        for (String topic : List.of("portcullis.parties", "portcullis.cases")) {
            assertThat(topicOf(topic, id))
                    .isNotEmpty()
                    .noneMatch(text -> text.contains(number) || text.contains("1947-03-09"));
        }
    }

    /** The records of a topic that tell of a party, as soon as there is one. */
    private static List<String> topicOf(String topic, String party) {
        Map<String, Object> consumer = Map.of(
                "bootstrap.servers",
                config("kafka.bootstrap.servers"),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
        List<String> found = new ArrayList<>();
        try (var records = new KafkaConsumer<>(consumer, new StringDeserializer(), new StringDeserializer())) {
            records.subscribe(List.of(topic));
            for (int i = 0; i < 100 && found.isEmpty(); i++) {
                records.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.value() != null && record.value().contains(party)) {
                        found.add(record.value());
                    }
                });
            }
        }
        return found;
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
