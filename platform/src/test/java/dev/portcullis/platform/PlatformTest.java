package dev.portcullis.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.portcullis.contracts.FeedHeartbeat;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.local.testing.Tokens;
import dev.portcullis.platform.feed.Fact;
import dev.portcullis.platform.feed.FactFeed;
import dev.portcullis.platform.feed.FactFeeds;
import dev.portcullis.platform.ledger.Merkle;
import dev.portcullis.platform.thing.ThingsProfile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** The platform as a service on it shows it, on real PostgreSQL, Kafka and Keycloak. */
@QuarkusTest
@TestProfile(ThingsProfile.class)
@QuarkusTestResource(PortcullisStack.class)
class PlatformTest {
    private static final String TYPE = "urn:portcullis:problem:";

    @Inject
    Pool pool;

    @Inject
    FactFeeds feeds;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Test
    void a_change_its_event_and_its_ledger_entry_are_there_together() throws Exception {
        try (FactFeed<ItemState> feed =
                feeds.start(Topics.ITEMS, ItemState.class, ItemState::version, (key, fact) -> {})) {
            Response created = post(key(), name());
            String id = created.path("id");
            await().atMost(Duration.ofSeconds(10)).until(() -> feed.get(id) != null);
            assertThat(feed.get(id).version()).isEqualTo(1);
            await().atMost(Duration.ofSeconds(10)).until(() -> feed.completeUpTo() != null);

            int entry = created.path("ledgerEntryId");
            Response proof = await().atMost(Duration.ofSeconds(10))
                    .until(
                            () -> as("auditor").get("/v1/ledger/proofs/inclusion?entry=" + entry),
                            response -> response.statusCode() == 200);
            byte[] payload = Base64.getDecoder().decode(proof.<String>path("entry.payload"));
            assertThat(new String(payload, StandardCharsets.UTF_8))
                    .contains(id)
                    .contains("dev.portcullis.thing.changed");
            String checkpoint = as("auditor").get("/v1/ledger/checkpoint").asString();
            assertThat(checkpoint.lines().findFirst()).contains("things-svc");
            int size = proof.path("size");
            int index = proof.path("entry.index");
            List<String> path = proof.path("path");
            byte[] hash = Merkle.leaf(payload);
            List<Merkle.Range> ranges = Merkle.inclusion(index, size);
            for (int i = 0; i < path.size(); i++) {
                byte[] sibling = Base64.getDecoder().decode(path.get(i));
                hash = ranges.get(i).from() > index ? Merkle.parent(hash, sibling) : Merkle.parent(sibling, hash);
            }
            byte[] root = pool.preparedQuery("select root from ledger_checkpoint where size = $1")
                    .execute(io.vertx.mutiny.sqlclient.Tuple.of((long) size))
                    .await()
                    .indefinitely()
                    .iterator()
                    .next()
                    .getBuffer(0)
                    .getBytes();
            assertThat(hash).isEqualTo(root);
        }
    }

    @Test
    void the_same_request_sent_again_acts_once() {
        String key = key();
        String name = name();
        Response first = post(key, name);
        Response second = post(key, name);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(things(name)).isEqualTo(1);
    }

    @Test
    void the_same_request_sent_at_the_same_time_acts_once() throws Exception {
        String key = key();
        String name = name();
        String token = Tokens.of("engineer", "classification-svc");
        List<CompletableFuture<Response>> sent = new java.util.ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body(Map.of("name", name))
                    .post("/v1/things")));
        }
        Set<String> answers = new HashSet<>();
        for (CompletableFuture<Response> answer : sent) {
            assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
            answers.add(answer.get().asString());
        }
        assertThat(answers).hasSize(1);
        assertThat(things(name)).isEqualTo(1);
    }

    @Test
    void a_key_used_for_another_body_is_refused() {
        String key = key();
        post(key, name());
        write("engineer", key)
                .body(Map.of("name", name()))
                .post("/v1/things")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo(TYPE + "idempotency-key-reused"));
    }

    @Test
    void a_post_without_a_key_is_refused() {
        as("engineer")
                .contentType("application/json")
                .body(Map.of("name", name()))
                .post("/v1/things")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("Idempotency-Key"));
    }

    @Test
    void bad_fields_are_named_by_pointer_and_nothing_is_stored() {
        refused(
                "{\"name\":\"\",\"parts\":[{\"label\":\"x\",\"weight\":1},{\"label\":\"y\",\"weight\":-2}]}",
                400,
                "invalid-field",
                "/name",
                "/parts/1/weight");
        refused("{\"name\":\"a\",\"country\":\"XX\"}", 400, "invalid-field", "/country");
        refused("{\"name\":\"a\",\"colour\":\"red\"}", 400, "invalid-field", "/colour");
        refused("{\"name\":\"a\",\"parts\":\"none\"}", 400, "invalid-field", "/parts");
        refused(
                "{\"name\":\"a\",\"parts\":[{\"label\":\"x\",\"weight\":\"heavy\"}]}",
                400,
                "invalid-field",
                "/parts/0/weight");
        refused("{\"name\":", 400, "malformed-body");
        refused("not json", 400, "malformed-body");
        refused("", 400, "invalid-field");
    }

    @Test
    void a_body_that_passes_a_limit_of_json_is_refused() {
        String deep = "[".repeat(300) + "]".repeat(300);
        refused("[".repeat(1000), 400, "invalid-field");
        refused("{\"name\":\"a\",\"parts\":" + deep + "}", 400, "invalid-field", "/parts/0");
        refused("{\"name\":\"a\",\"anything\":" + deep + "}", 400, "malformed-body");
        refused(
                "{\"name\":\"a\",\"parts\":[{\"label\":\"x\",\"weight\":1" + "0".repeat(5000) + "}]}",
                400,
                "invalid-field",
                "/parts/0");
        refused("{\"name\":\"" + "a".repeat(300_000) + "\"}", 400, "invalid-field", "/name");
        refused("{\"" + "a".repeat(20_000) + "\":1}", 400, "malformed-body");
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        write("engineer", key())
                .body("{\"name\":\"" + "a".repeat(20 << 20) + "\"}")
                .post("/v1/things")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo(TYPE + "body-too-large"));
    }

    @Test
    void no_token_a_wrong_audience_a_forged_token_and_a_missing_role_are_told_apart() {
        given().get("/v1/things")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", equalTo(TYPE + "unauthorized"));
        given().auth()
                .oauth2(Tokens.of("engineer", "licensing-svc"))
                .get("/v1/things")
                .then()
                .statusCode(401)
                .body("type", equalTo(TYPE + "unauthorized"));
        String token = Tokens.of("engineer", "classification-svc");
        given().auth()
                .oauth2(token.substring(0, token.length() - 8) + "AAAAAAAA")
                .get("/v1/things")
                .then()
                .statusCode(401);
        write("auditor", key())
                .body(Map.of("name", name()))
                .post("/v1/things")
                .then()
                .statusCode(403)
                .body("type", equalTo(TYPE + "forbidden"));
    }

    @Test
    void a_change_needs_the_version_that_it_starts_from() {
        String id = post(key(), name()).path("id");
        RequestSpecification change =
                as("engineer").contentType("application/json").body(Map.of("name", name()));
        change.put("/v1/things/" + id).then().statusCode(428).body("type", equalTo(TYPE + "version-required"));
        change.header("If-Match", "\"7\"")
                .put("/v1/things/" + id)
                .then()
                .statusCode(412)
                .body("type", equalTo(TYPE + "stale-version"))
                .body("detail", containsString("\"1\""));
        as("engineer")
                .contentType("application/json")
                .body(Map.of("name", name()))
                .header("If-Match", "\"1\"")
                .put("/v1/things/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    @Test
    void what_is_not_there_and_what_does_not_fit_is_a_problem_document() {
        as("engineer")
                .contentType("application/json")
                .body(Map.of("name", "x"))
                .header("If-Match", "\"1\"")
                .put("/v1/things/thg-none")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        as("engineer").delete("/v1/things").then().statusCode(405).contentType("application/problem+json");
        as("engineer")
                .contentType("text/plain")
                .header("Idempotency-Key", key())
                .body("x")
                .post("/v1/things")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void a_fault_of_ours_leaks_nothing_but_a_trace_id() {
        as("engineer")
                .get("/v1/things/fault")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("traceId", notNullValue())
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap() {
        for (int i = 0; i < 5; i++) {
            post(key(), name());
        }
        Set<String> seen = new HashSet<>();
        String cursor = null;
        int pages = 0;
        do {
            Response page = as("auditor").get("/v1/things?limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            for (String id : page.<List<String>>path("items.id")) {
                assertThat(seen.add(id)).isTrue();
            }
            cursor = page.path("next");
            pages++;
        } while (cursor != null);
        assertThat(pages).isGreaterThanOrEqualTo(3);
        as("auditor").get("/v1/things?limit=0").then().statusCode(400).body("errors.parameter", hasItem("limit"));
        as("auditor").get("/v1/things?cursor=%25%25").then().statusCode(400);
    }

    @Test
    void an_older_version_a_repeated_one_and_an_unreadable_one_never_widen_what_is_known() throws Exception {
        String id = "itm-" + UUID.randomUUID();
        try (FactFeed<ItemState> feed =
                        feeds.start(Topics.ITEMS, ItemState.class, ItemState::version, (key, fact) -> {});
                KafkaProducer<String, byte[]> kafka = producer()) {
            send(kafka, id, item(id, 3));
            await().atMost(Duration.ofSeconds(10)).until(() -> feed.get(id) != null);
            send(kafka, id, item(id, 2));
            send(kafka, id, item(id, 3));
            String marker = "itm-" + UUID.randomUUID();
            send(kafka, marker, item(marker, 1), partition(id));
            await().atMost(Duration.ofSeconds(10)).until(() -> feed.get(marker) != null);
            assertThat(feed.get(id)).extracting(Fact::version).isEqualTo(3L);

            send(kafka, id, "{\"id\":\"".getBytes(StandardCharsets.UTF_8));
            await().atMost(Duration.ofSeconds(10)).until(() -> feed.get(id).value() == null);
            send(kafka, id, item(id, 3));
            send(kafka, marker, item(marker, 2), partition(id));
            await().atMost(Duration.ofSeconds(10)).until(() -> feed.get(marker).version() == 2);
            assertThat(feed.get(id).value())
                    .as("the version that was known before is not believed again")
                    .isNull();
            send(kafka, id, item(id, 4));
            await().atMost(Duration.ofSeconds(10)).until(() -> feed.get(id).value() != null);
            assertThat(feed.unreadable()).isPositive();
        }
    }

    @Test
    void an_event_that_nests_too_deep_makes_its_fact_unknown_and_the_feed_goes_on() throws Exception {
        String id = "itm-" + UUID.randomUUID();
        try (FactFeed<ItemState> feed =
                        feeds.start(Topics.ITEMS, ItemState.class, ItemState::version, (key, fact) -> {});
                KafkaProducer<String, byte[]> kafka = producer()) {
            send(kafka, id, item(id, 1));
            await().atMost(Duration.ofSeconds(10)).until(() -> feed.get(id) != null);
            String deep = "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000);
            send(
                    kafka,
                    id,
                    ("{\"unknown\":" + deep + ",\"id\":\"" + id + "\",\"version\":2}")
                            .getBytes(StandardCharsets.UTF_8));
            await().atMost(Duration.ofSeconds(10)).until(() -> feed.get(id).value() == null);
            send(kafka, id, item(id, 2));
            await().atMost(Duration.ofSeconds(10)).until(() -> feed.get(id).value() != null);
        }
    }

    @Test
    void a_heartbeat_from_the_future_does_not_make_a_feed_complete() throws Exception {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        pool.preparedQuery("insert into feed_position (topic, part, complete_up_to) values ($1, 0, $2)")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(Topics.RELEASES, tomorrow.atOffset(ZoneOffset.UTC)))
                .await()
                .indefinitely();
        try (FactFeed<ItemState> feed =
                        feeds.start(Topics.RELEASES, ItemState.class, ItemState::version, (key, fact) -> {});
                KafkaProducer<String, byte[]> kafka = producer()) {
            int partitions = kafka.partitionsFor(Topics.RELEASES).size();
            Instant yesterday = Instant.now().minus(Duration.ofDays(1));
            Instant now = Instant.now();
            for (int partition = 0; partition < partitions; partition++) {
                heartbeat(kafka, partition, tomorrow, now);
                // Read a day late, this claim is in the past; when it was written it was not.
                heartbeat(kafka, partition, now, yesterday);
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> feed.unreadable() == 2L * partitions);
            assertThat(feed.completeUpTo()).isNull();
            for (int partition = 0; partition < partitions; partition++) {
                heartbeat(kafka, partition, now, now);
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> now.equals(feed.completeUpTo()));
        }
    }

    @Test
    void a_ledger_entry_cannot_be_changed_or_deleted() {
        int entry = post(key(), name()).path("ledgerEntryId");
        for (String attack : List.of(
                "update ledger_entry set payload = 'x' where id = " + entry,
                "delete from ledger_entry where id = " + entry)) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> pool.query(attack).execute().await().indefinitely())
                    .hasMessageContaining("never");
        }
    }

    @Test
    void readiness_names_each_dependency_and_liveness_needs_none() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("checks.name", hasItem("postgresql"))
                        .body("checks.name", hasItem("kafka"))
                        .body("checks.name", hasItem("production-settings")));
        given().get("/q/health/live").then().statusCode(200);
    }

    private void refused(String body, int status, String type, String... pointers) {
        long before = count();
        var answer = write("engineer", key())
                .body(body)
                .post("/v1/things")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo(TYPE + type));
        for (String pointer : pointers) {
            answer.body("errors.pointer", hasItem(pointer));
        }
        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        return pool.query(
                        "select (select count(*) from thing) + (select count(*) from ledger_entry) + (select count(*) from idempotency)")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private long things(String name) {
        return pool.preparedQuery("select count(*) from thing where name = $1")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(name))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private static Response post(String key, String name) {
        Response response = write("engineer", key).body(Map.of("name", name)).post("/v1/things");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response;
    }

    private static RequestSpecification as(String user) {
        return given().auth().oauth2(Tokens.of(user, "classification-svc"));
    }

    private static RequestSpecification write(String user, String key) {
        return as(user).contentType("application/json").header("Idempotency-Key", key);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String name() {
        return "thing " + UUID.randomUUID();
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(new HashMap<>(broker), new StringSerializer(), new ByteArraySerializer());
    }

    private static int partition(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return org.apache.kafka.common.utils.Utils.toPositive(org.apache.kafka.common.utils.Utils.murmur2(bytes)) % 3;
    }

    private static void send(KafkaProducer<String, byte[]> kafka, String key, byte[] value) throws Exception {
        send(kafka, key, value, partition(key));
    }

    private static void send(KafkaProducer<String, byte[]> kafka, String key, byte[] value, int partition)
            throws Exception {
        kafka.send(new ProducerRecord<>(Topics.ITEMS, partition, key, value)).get(10, TimeUnit.SECONDS);
    }

    private static void heartbeat(
            KafkaProducer<String, byte[]> kafka, int partition, Instant completeUpTo, Instant writtenAt)
            throws Exception {
        byte[] json =
                ("{\"source\":\"test\",\"completeUpTo\":\"" + completeUpTo + "\"}").getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(
                Topics.RELEASES, partition, writtenAt.toEpochMilli(), FeedHeartbeat.KEY_PREFIX + "test", json);
        event.headers().add("ce_type", FeedHeartbeat.TYPE.getBytes(StandardCharsets.UTF_8));
        kafka.send(event).get(10, TimeUnit.SECONDS);
    }

    private static byte[] item(String id, long version) {
        return ("{\"id\":\"" + id + "\",\"version\":" + version
                        + ",\"name\":\"n\",\"form\":\"COMMODITY\",\"changedAt\":\"" + Instant.EPOCH + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
