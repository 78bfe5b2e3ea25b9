package dev.portcullis.screening.signal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.contracts.Topics;
import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.local.testing.Tokens;
import dev.portcullis.screening.Lists;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Signals over HTTP and Kafka, on real PostgreSQL, Kafka and Keycloak, learned from a small Federal Register on this machine. The tests
 * build on each other.
 */
@QuarkusTest
@TestProfile(SignalServiceTest.Profile.class)
@QuarkusTestResource(PortcullisStack.class)
@QuarkusTestResource(value = FederalRegisterServer.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignalServiceTest {
    /** An application of its own: the other service test starts from no list. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("portcullis.signals.most-streams", "2");
        }
    }

    private static final String AUDIENCE = "screening-svc";
    private static final String NEWCOMER = """
            "acme-1","Entity List (EL) - Bureau of Industry and Security","","","","Acme Accelerators Limited","","CN","91 FR 1","","","","","","","","","","","","","","Acme Jiasu","","","","","",""
            """;

    private static String posted;
    private static String acme;

    @BeforeAll
    static void waitLongerOnABusyMachine() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    private static RequestSpecification as(String user) {
        return given().auth()
                .oauth2(Tokens.of(user, AUDIENCE))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    private static String party(String name, String country, String headquarters) {
        Map<String, Object> party = new HashMap<>(Map.of("name", name, "country", country));
        party.put("headquarters", headquarters);
        return as("screener")
                .body(party)
                .post("/v1/parties")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static int signals(String query) {
        return as("officer")
                .get("/v1/signals?limit=200&" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.size()");
    }

    private static String federalRegister(String path) {
        URI source = URI.create(
                ConfigProvider.getConfig().getValue("portcullis.signals.federal-register.url", String.class));
        return "http://" + source.getAuthority() + path;
    }

    @Test
    @Order(1)
    void documents_of_concern_become_signals_once_and_unchanged_ones_are_not_sent_again() {
        acme = party("Acme Accelerators Ltd", "SG", "CN");
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(signals("source=FEDERAL_REGISTER")).isEqualTo(10));
        Awaitility.await()
                .untilAsserted(() -> given().get(federalRegister("/counts"))
                        .then()
                        .body("unchanged", org.hamcrest.Matchers.greaterThan(1)));
        assertThat(signals("source=FEDERAL_REGISTER")).isEqualTo(10);
        as("auditor")
                .get("/v1/signals?eccn=4E091")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].origin", equalTo("federal-register:2025-00636"))
                .body("items[0].citation", equalTo("90 FR 4544"))
                .body("items[0].effective.from", equalTo("2025-01-13"))
                .body("items[0].evidence.find { it.value == '4E091' }.words", equalTo("model weights"));
        assertThat(signals("country=CN&kind=LIST_ADDITION")).isEqualTo(2);
    }

    @Test
    @Order(2)
    void a_source_that_fails_is_asked_again_and_what_was_learned_stays() {
        given().get(federalRegister("/control?down"));
        int asked = given().get(federalRegister("/counts")).path("asked");
        Awaitility.await()
                .untilAsserted(() -> given().get(federalRegister("/counts"))
                        .then()
                        .body("asked", org.hamcrest.Matchers.greaterThan(asked + 1)));
        assertThat(signals("source=FEDERAL_REGISTER")).isEqualTo(10);
        given().get(federalRegister("/control?up"));
    }

    @Test
    @Order(3)
    void the_parties_that_a_rule_touches_are_told_with_what_changes() {
        String rule = as("classifier")
                .body(Map.of(
                        "source", "CONTROL_LIST",
                        "kind", "CONTROL_RULE",
                        "title", "3A090.a is read anew",
                        "countries", List.of("CN", "MO"),
                        "eccns", List.of("3A090")))
                .post("/v1/signals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Awaitility.await()
                .untilAsserted(() -> as("officer")
                        .get("/v1/signals/" + rule)
                        .then()
                        .body("impact.done", equalTo(true))
                        .body("impact.parties", equalTo(1)));
        as("screener")
                .get("/v1/signals/" + rule + "/impact")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].partyId", equalTo(acme))
                .body("items[0].relation", equalTo("HEADQUARTERS"))
                .body("items[0].words", equalTo("CN"))
                .body("items[0].effect", containsString("headquarters"));
    }

    @Test
    @Order(4)
    void what_the_company_posts_is_a_signal_and_a_retry_posts_nothing_more() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of(
                "source", "COMPANY",
                "kind", "COMPANY_NOTICE",
                "title", "No new orders for Kazakhstan",
                "text", "Orders grew ninefold.",
                "countries", List.of("KZ"),
                "parties", List.of("Acme Accelerators Limited"),
                "effectiveFrom", "2026-12-01");
        for (int i = 0; i < 2; i++) {
            posted = given().auth()
                    .oauth2(Tokens.of("officer", AUDIENCE))
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(body)
                    .post("/v1/signals")
                    .then()
                    .statusCode(201)
                    .header("Location", startsWith("/v1/signals/sig-"))
                    .header("ETag", "\"1\"")
                    .body("raisedBy", equalTo("officer"))
                    .extract()
                    .path("id");
        }
        assertThat(signals("source=COMPANY")).isEqualTo(1);
        Awaitility.await()
                .untilAsserted(() -> as("officer")
                        .get("/v1/signals/" + posted + "/impact")
                        .then()
                        .body("items.relation", contains("NAMED"))
                        .body("items[0].words", startsWith("Acme Accelerators Limited (")));
        as("officer")
                .body(Map.of("source", "FEDERAL_REGISTER", "kind", "NOTICE", "title", "made up"))
                .post("/v1/signals")
                .then()
                .statusCode(422);
        as("engineer").body(body).post("/v1/signals").then().statusCode(403);
        given().get("/v1/signals").then().statusCode(401);
    }

    @Test
    @Order(5)
    void a_person_acknowledges_once_and_others_may_too() {
        Map<String, String> reason = Map.of("reason", "Seen with counsel.");
        as("officer")
                .body(reason)
                .post("/v1/signals/" + posted + "/acknowledgments")
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("acknowledgments[0].by", equalTo("officer"))
                .body("acknowledgments[0].reason", equalTo("Seen with counsel."));
        as("officer")
                .body(reason)
                .post("/v1/signals/" + posted + "/acknowledgments")
                .then()
                .statusCode(409);
        as("license-manager")
                .body(reason)
                .post("/v1/signals/" + posted + "/acknowledgments")
                .then()
                .statusCode(201)
                .body("version", equalTo(3))
                .body("acknowledgments", hasSize(2));
        as("screener")
                .body(reason)
                .post("/v1/signals/" + posted + "/acknowledgments")
                .then()
                .statusCode(403);
        as("officer")
                .body(Map.of("reason", " "))
                .post("/v1/signals/" + posted + "/acknowledgments")
                .then()
                .statusCode(422);
        as("officer")
                .body(reason)
                .post("/v1/signals/sig-none/acknowledgments")
                .then()
                .statusCode(404);
        as("officer").get("/v1/signals?acknowledged=true").then().body("items.id", contains(posted));
    }

    @Test
    @Order(6)
    void the_topic_carries_the_signal_and_its_acknowledgment() {
        List<Map<String, Object>> states = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.SIGNALS));
            Instant end = Instant.now().plusSeconds(20);
            while (states.size() < 3 && Instant.now().isBefore(end)) {
                for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(200))) {
                    if (posted.equals(event.key())) {
                        states.add(read(event.value()));
                    }
                }
            }
        }
        assertThat(states).extracting(state -> state.get("version")).containsExactly(1, 2, 3);
        assertThat(states.get(0)).doesNotContainKey("acknowledgedAt").containsEntry("countries", List.of("KZ"));
        assertThat(states.get(1)).containsKey("acknowledgedAt");
    }

    private static Map<String, Object> read(String json) {
        try {
            return new ObjectMapper().readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    @Order(7)
    void editions_of_a_list_are_compared_and_the_first_one_is_no_news() {
        importing(Lists.excerptText());
        assertThat(signals("source=LIST_EDITION")).isZero();
        // The mark of the first edition must be there before another one takes its place.
        Awaitility.await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        importing(Lists.excerptText() + NEWCOMER);
        Awaitility.await()
                .untilAsserted(() -> as("officer")
                        .get("/v1/signals?source=LIST_EDITION")
                        .then()
                        .body("items", hasSize(1))
                        .body("items[0].kind", equalTo("LIST_ADDITION"))
                        .body("items[0].title", equalTo("1 entry added to EL"))
                        .body("items[0].parties", contains("Acme Accelerators Limited"))
                        .body("items[0].countries", contains("CN"))
                        .body("items[0].impact.done", equalTo(true))
                        .body("items[0].impact.parties", equalTo(1)));
        importing(Lists.excerptText());
        Awaitility.await()
                .untilAsserted(() -> as("officer")
                        .get("/v1/signals?source=LIST_EDITION&kind=LIST_REMOVAL")
                        .then()
                        .body("items", hasSize(1))
                        .body("items[0].impact.parties", equalTo(1)));
    }

    private static void importing(String csv) {
        given().auth()
                .oauth2(Tokens.of("screener", AUDIENCE))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/v1/lists/consolidated/imports")
                .then()
                .statusCode(201);
    }

    @Test
    @Order(8)
    void a_stream_is_resumed_where_it_broke_off_and_misses_nothing() throws IOException {
        int all = signals("");
        List<Event> events = stream("0", all, 15);
        assertThat(events).hasSize(all);
        assertThat(events.stream().map(Event::id)).isSorted();
        assertThat(events.stream().map(Event::signal)).doesNotHaveDuplicates();
        List<Event> rest = stream(Long.toString(events.get(all - 3).id()), 2, 15);
        assertThat(rest).isEqualTo(events.subList(all - 2, all));
    }

    @Test
    @Order(9)
    void a_new_stream_gives_what_happens_from_now_on() throws Exception {
        var reading = java.util.concurrent.CompletableFuture.supplyAsync(() -> {
            try {
                return stream(null, 1, 20);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        Thread.sleep(3_000);
        String id = as("officer")
                .body(Map.of("source", "OWNERSHIP", "kind", "OWNERSHIP_CHANGE", "title", "A share was sold"))
                .post("/v1/signals")
                .path("id");
        assertThat(reading.get().stream().map(Event::signal)).containsExactly(id);
    }

    @Test
    @Order(10)
    void more_streams_than_allowed_are_told_to_come_again_and_a_bad_id_is_refused() throws IOException {
        HttpURLConnection one = open(null);
        HttpURLConnection two = open(null);
        assertThat(one.getResponseCode()).isEqualTo(200);
        assertThat(two.getResponseCode()).isEqualTo(200);
        HttpURLConnection three = open(null);
        assertThat(three.getResponseCode()).isEqualTo(503);
        one.disconnect();
        two.disconnect();
        Awaitility.await().untilAsserted(() -> assertThat(stream("0", 1, 5)).hasSize(1));
        assertThat(open("1; drop").getResponseCode()).isEqualTo(400);
    }

    /** An event of the stream. */
    private record Event(long id, String signal) {}

    private static HttpURLConnection open(String lastId) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + RestAssured.port + "/v1/signals/stream")
                        .toURL()
                        .openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + Tokens.of("auditor", AUDIENCE));
        connection.setRequestProperty("Accept", "text/event-stream");
        if (lastId != null) {
            connection.setRequestProperty("Last-Event-ID", lastId);
        }
        connection.setReadTimeout(20_000);
        return connection;
    }

    private static List<Event> stream(String lastId, int count, int seconds) throws IOException {
        HttpURLConnection connection = open(lastId);
        List<Event> events = new ArrayList<>();
        Instant end = Instant.now().plusSeconds(seconds);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            long id = 0;
            String line = reader.readLine();
            while (line != null && Instant.now().isBefore(end)) {
                if (line.startsWith("id:")) {
                    id = Long.parseLong(line.substring(3).strip());
                } else if (line.startsWith("data:")) {
                    events.add(new Event(id, (String) read(line.substring(5)).get("id")));
                }
                if (events.size() == count) {
                    break;
                }
                line = reader.readLine();
            }
        } finally {
            connection.disconnect();
        }
        return events;
    }

    @Test
    @Order(11)
    void the_risk_of_a_country_is_read_by_day_and_what_the_company_says_of_it_is_a_signal() {
        as("engineer")
                .get("/v1/country-risk/KH?asOf=2025-12-01")
                .then()
                .statusCode(200)
                .body("level", equalTo("RESTRICTED"))
                .body("groups", hasItem("D:5"))
                .body("basis", equalTo("ROLLED_BACK"));
        as("engineer").get("/v1/country-risk/kh").then().body("level", equalTo("ELEVATED"));
        as("officer")
                .body(Map.of("level", "RESTRICTED", "from", "2026-01-01", "reason", "Orders grew ninefold."))
                .post("/v1/country-risk/KZ/views")
                .then()
                .statusCode(201)
                .body("madeBy", equalTo("officer"));
        as("engineer")
                .get("/v1/country-risk/KZ?asOf=2026-11-28")
                .then()
                .body("level", equalTo("RESTRICTED"))
                .body("law", equalTo("ELEVATED"))
                .body("company.reason", equalTo("Orders grew ninefold."));
        as("engineer").get("/v1/country-risk/KZ?asOf=2025-12-31").then().body("level", equalTo("ELEVATED"));
        as("officer")
                .get("/v1/signals?country=KZ&source=COMPANY")
                .then()
                .body("items.title", hasItem("Kazakhstan is RESTRICTED for us"));
        as("engineer")
                .body(Map.of("level", "RESTRICTED", "from", "2026-01-01", "reason", "x"))
                .post("/v1/country-risk/KZ/views")
                .then()
                .statusCode(403);
        as("engineer").get("/v1/country-risk/XX").then().statusCode(400);
        as("engineer").get("/v1/country-risk/DE?asOf=2019-01-01").then().statusCode(400);
    }

    @Test
    @Order(12)
    void pages_follow_each_other_to_the_end_and_a_foreign_cursor_is_refused() {
        int all = signals("");
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            var page = as("officer")
                    .get("/v1/signals?limit=4&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            ids.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(ids).hasSize(all).doesNotHaveDuplicates().isSortedAccordingTo(java.util.Comparator.reverseOrder());
        as("officer").get("/v1/signals?cursor=%00").then().statusCode(400);
        as("officer").get("/v1/signals?country=XX").then().statusCode(400);
        as("officer").get("/v1/signals?eccn=nonsense").then().statusCode(400);
        as("officer").get("/v1/signals/sig-none").then().statusCode(404);
        as("officer").get("/v1/signals?kind=OWNERSHIP_CHANGE&country=CN").then().body("items", empty());
    }
}
