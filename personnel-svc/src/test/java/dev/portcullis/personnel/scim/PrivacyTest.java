package dev.portcullis.personnel.scim;

import static dev.portcullis.personnel.scim.Hr.USERS;
import static dev.portcullis.personnel.scim.Hr.hr;
import static dev.portcullis.personnel.scim.Hr.id;
import static dev.portcullis.personnel.scim.Hr.json;
import static dev.portcullis.personnel.scim.Hr.patch;
import static dev.portcullis.personnel.scim.Hr.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.portcullis.contracts.Topics;
import dev.portcullis.local.parts.Checkout;
import dev.portcullis.local.parts.PostgreSql;
import dev.portcullis.personnel.person.Persons;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** Personal data is where it must be, and nowhere else. */
@QuarkusTest
class PrivacyTest {
    @Inject
    Pool pool;

    @Inject
    Persons persons;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Test
    void no_name_and_no_fact_is_in_the_database_the_topics_or_the_log() throws Exception {
        String canary = "Canary" + UUID.randomUUID().toString().replace("-", "");
        List<String> told = List.of(canary, "1977-07-07", "citizenships", "BRONZE-VISA");
        List<String> log = new CopyOnWriteArrayList<>();
        Handler handler = recorder(log);
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        String id;
        try {
            String body = json("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'" + canary
                    + "@example.com','externalId':'" + canary + "','name':{'familyName':'" + canary + "'},'" + Hr.EXPORT
                    + "':{'usPersonBasis':'NONE','citizenships':[{'country':'KP','acquired':'1977-07-07'}],"
                    + "'visa':{'class':'BRONZE-VISA','validUntil':'2028-01-01'},'employer':'" + canary + "'}}");
            id = hr().body(body).post(USERS).then().statusCode(201).extract().path("id");
            // Each way to fail with the values at hand.
            hr().body(body).post(USERS).then().statusCode(409);
            hr().body(body.replace("KP", "QQ")).post(USERS).then().statusCode(400);
            hr().body(body.replace("}}", "}")).post(USERS).then().statusCode(400);
            patch(id, "{'op':'add','path':'" + canary + "','value':'x'}").then().statusCode(400);
            patch(id, "{'op':'add','path':'" + Hr.EXPORT + ":citizenships','value':'KP'}")
                    .then()
                    .statusCode(400);
            patch(id, "{'op':'replace','path':'title','value':'" + canary + "'}")
                    .then()
                    .statusCode(200);
            hr().queryParam("filter", "name.familyName eq \"" + canary + "\"")
                    .get(USERS)
                    .then()
                    .statusCode(200);
            hr().queryParam("filter", "name.familyName regex \"" + canary + "\"")
                    .get(USERS)
                    .then()
                    .statusCode(400);
            // Refused messages leave a doubt, which a whole record settles.
            user("officer").get("/v1/persons/" + id).then().statusCode(200).body("standing", equalTo("UNDETERMINED"));
            hr().body(body).put(USERS + "/" + id).then().statusCode(200);
            user("officer").get("/v1/persons/" + id).then().statusCode(200).body("deemedExportCountry", equalTo("KP"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> rows("select id from outbox").isEmpty());
        } finally {
            root.removeHandler(handler);
        }
        String database = database();
        assertThat(database).contains(id);
        for (String value : told) {
            assertThat(database)
                    .doesNotContainIgnoringCase(value)
                    .doesNotContainIgnoringCase(HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(database)
                .doesNotContain("\"KP\"", HexFormat.of().formatHex("\"KP\"".getBytes(StandardCharsets.UTF_8)));

        List<String> events = records(id);
        assertThat(events).hasSizeGreaterThanOrEqualTo(2);
        for (String event : events) {
            for (String value : told) {
                assertThat(event).doesNotContainIgnoringCase(value);
            }
            assertThat(event.replaceAll("\"deemedExportCountry\":\"KP\"|\"nationalities\":\\[\"KP\"]", ""))
                    .doesNotContain("KP");
        }

        assertThat(log).isNotEmpty();
        for (String line : log) {
            for (String value : told) {
                assertThat(line.toLowerCase(Locale.ROOT)).doesNotContain(value.toLowerCase(Locale.ROOT));
            }
            assertThat(line).doesNotContain("\"KP\"", "KP,", " KP");
        }
    }

    @Test
    void a_person_whose_key_is_destroyed_is_gone_and_the_ledger_still_stands() throws Throwable {
        String id = id("{'usPersonBasis':'NONE','citizenships':[{'country':'IN'}]}");
        assertThat(VertxContextSupport.subscribeAndAwait(() -> persons.erase(id)))
                .as("who works here is not erased")
                .isFalse();
        hr().delete(USERS + "/" + id).then().statusCode(204);
        assertThat(VertxContextSupport.subscribeAndAwait(() -> persons.erase(id)))
                .isTrue();
        assertThat(rows("select person_id from person_key where person_id = '" + id + "'"))
                .isEmpty();
        assertThat(rows("select id from person where id = '" + id + "' and sealed is null"))
                .hasSize(1);
        user("auditor")
                .get("/v1/persons/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("INACTIVE"))
                .body("standing", equalTo("UNDETERMINED"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> records(id).stream().anyMatch(event -> event.equals("tombstone")));
        assertThat(rows("select payload from ledger_entry where convert_from(payload, 'UTF8') like '%" + id + "%'"))
                .hasSize(3);
    }

    @Test
    void facts_are_read_again_on_the_day_on_which_they_change() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String id = id("{'usPersonBasis':'NONE','citizenships':[{'country':'IN','acquired':'1990-01-01'}],"
                + "'permanentResidencies':[{'country':'CA','from':'" + today + "'}]}");
        pool.preparedQuery("update person set reassess_on = $1 where id = $2")
                .execute(Tuple.of(today, id))
                .await()
                .atMost(Duration.ofSeconds(10));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> user("auditor").get("/v1/persons/" + id).then().body("version", equalTo(2)));
        assertThat(rows("select id from person where id = '" + id + "' and reassess_on is null"))
                .hasSize(1);
        hr().get(USERS + "/" + id).then().statusCode(200).header("ETag", "W/\"2\"");
    }

    @Test
    void after_erasure_nothing_of_the_person_is_anywhere_on_disk() throws Throwable {
        String canary = "Canary" + UUID.randomUUID().toString().replace("-", "");
        String document = "DOC" + UUID.randomUUID().toString().replace("-", "");
        List<String> log = new CopyOnWriteArrayList<>();
        Handler handler = recorder(log);
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        String id;
        try {
            id = hr().body(json("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'" + canary
                            + "@example.com','externalId':'" + canary + "','name':{'familyName':'" + canary + "'},'"
                            + Hr.EXPORT
                            + "':{'usPersonBasis':'NONE','citizenships':[{'country':'TV','acquired':'1977-07-07'}],"
                            + "'visa':{'class':'H-1B','petition':'" + document + "','validUntil':'2028-01-01'}}}"))
                    .post(USERS)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            user("officer")
                    .contentType("application/json")
                    .header("Idempotency-Key", UUID.randomUUID())
                    .body(json("{'fact':'CITIZENSHIP','country':'TV','kind':'FOREIGN_PASSPORT','issuer':'" + document
                            + "','expires':'2031-05-01'}"))
                    .post("/v1/persons/" + id + "/evidence")
                    .then()
                    .statusCode(201);
            user("officer")
                    .contentType("application/json")
                    .header("Idempotency-Key", UUID.randomUUID())
                    .body(json("{'fact':'CITIZENSHIP','country':'TV','kind':'" + document + "','issuer':'" + document
                            + "','expires':'2031-05-01'}"))
                    .post("/v1/persons/" + id + "/evidence")
                    .then()
                    .statusCode(422)
                    .body(not(containsString(document)));
            user("officer")
                    .get("/v1/persons/" + id + "/copy")
                    .then()
                    .statusCode(200)
                    .body(containsString(document));
            hr().delete(USERS + "/" + id).then().statusCode(204);
            assertThat(VertxContextSupport.subscribeAndAwait(() -> persons.erase(id)))
                    .isTrue();
            String metrics = user("auditor").get("/q/metrics").asString();
            assertThat(metrics).doesNotContain(canary, document);
        } finally {
            root.removeHandler(handler);
        }
        assertThat(String.join("\n", log)).doesNotContain(canary, document);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> records(id).stream().anyMatch(event -> event.equals("tombstone")));
        // The stack of this JVM: the database's files with its write-ahead log, and those of the topics.
        Path stack = Checkout.find()
                .built()
                .resolve("test-stacks")
                .resolve(Long.toString(ProcessHandle.current().pid()));
        PostgreSql server = new PostgreSql(
                Checkout.find(),
                new PostgreSql.Settings(
                        stack.resolve("postgresql"), stack.resolve("logs"), stack.resolve("pids"), 0, false));
        List<Path> files = new ArrayList<>(files(stack.resolve("kafka")));
        files.addAll(files(stack.resolve("logs")));
        files.addAll(files(server.data()));
        assertThat(files)
                .as("files of the database")
                .anyMatch(file -> file.toString().contains("pg_wal"));
        assertThat(files)
                .as("files of the topics")
                .anyMatch(file -> file.toString().contains(Topics.PERSONS)
                        && file.toString().endsWith(".log"));
        byte[][] needles = {
            canary.getBytes(StandardCharsets.UTF_8),
            document.getBytes(StandardCharsets.UTF_8),
            id.getBytes(StandardCharsets.UTF_8)
        };
        boolean known = false;
        for (Path file : files) {
            byte[] content = content(file);
            assertThat(holds(content, needles[0])).as("name in %s", file).isFalse();
            assertThat(holds(content, needles[1])).as("document in %s", file).isFalse();
            known |= holds(content, needles[2]);
        }
        assertThat(known).as("the search finds what is there: the opaque id").isTrue();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** What another process takes away meanwhile holds nothing. */
    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static boolean holds(byte[] content, byte[] needle) {
        search:
        for (int i = 0; i <= content.length - needle.length; i++) {
            for (int j = 0; j < needle.length; j++) {
                if (content[i + j] != needle[j]) {
                    continue search;
                }
            }
            return true;
        }
        return false;
    }

    private List<Row> rows(String query) {
        List<Row> rows = new ArrayList<>();
        pool.query(query).execute().await().atMost(Duration.ofSeconds(10)).forEach(rows::add);
        return rows;
    }

    /** All rows of all tables as text; bytes are hexadecimal. */
    private String database() {
        StringBuilder all = new StringBuilder();
        for (Row table : rows("select table_name from information_schema.tables where table_schema = 'public'")) {
            String name = table.getString(0);
            rows("select t::text from \"" + name + "\" t")
                    .forEach(row -> all.append(row.getString(0)).append('\n'));
        }
        return all.toString();
    }

    /** What the topic of persons holds of a key. */
    private List<String> records(String key) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.keySet().retainAll(List.of("bootstrap.servers"));
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.PERSONS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(event.key())) {
                        values.add(
                                event.value() == null
                                        ? "tombstone"
                                        : new String(event.value(), StandardCharsets.UTF_8) + event.headers());
                    }
                }
            }
        }
        return values;
    }

    private static Handler recorder(List<String> log) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                StringBuilder line = new StringBuilder(String.valueOf(record.getMessage()));
                if (record.getParameters() != null) {
                    for (Object parameter : record.getParameters()) {
                        line.append(' ').append(parameter);
                    }
                }
                for (Throwable e = record.getThrown(); e != null; e = e.getCause()) {
                    line.append(' ').append(e);
                }
                log.add(line.toString());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
