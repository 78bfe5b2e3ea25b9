package dev.portcullis.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.contracts.Topics;
import dev.portcullis.local.parts.Part;
import dev.portcullis.local.stack.LocalStack;
import dev.portcullis.local.stack.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} of every service, of Kafka and of PostgreSQL while people work: nothing is lost and nothing happens twice.
 */
class CrashTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MINUTES = 8;
    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = TestStack.started("crash");
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void whatever_is_killed_no_fact_event_or_ledger_entry_is_lost_and_none_is_applied_twice() throws Exception {
        Work work = new Work();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            work.prepare();
            List<Future<Void>> duties = List.of(
                    people.submit(repeated(done, work::registerItem)),
                    people.submit(repeated(done, work::hire)),
                    people.submit(repeated(done, work::registerParty)),
                    people.submit(repeated(done, work::release)));
            List<Part> victims = new ArrayList<>();
            for (Service service : Service.values()) {
                victims.add(stack.service(service));
            }
            victims.add(stack.kafka());
            victims.add(stack.postgreSql());
            for (Part victim : victims) {
                Thread.sleep(1500);
                victim.kill();
                Thread.sleep(500);
                victim.start();
            }
            Thread.sleep(2000);
            done.set(true);
            for (Future<Void> duty : duties) {
                duty.get(MINUTES, TimeUnit.MINUTES);
            }
        } finally {
            done.set(true);
            people.shutdownNow();
        }
        work.verify();
    }

    private static Callable<Void> repeated(AtomicBoolean done, Callable<?> duty) {
        return () -> {
            while (!done.get()) {
                duty.call();
            }
            return null;
        };
    }

    /** What people do meanwhile, and what they were told. */
    private static final class Work {
        private final Caller engineer = user("engineer", Service.CLASSIFICATION);
        private final Caller classifier = user("classifier", Service.CLASSIFICATION);
        private final Caller approver = user("approver", Service.CLASSIFICATION);
        private final Caller screener = user("screener", Service.SCREENING);
        private final Caller hr = client("hr-sync", Service.PERSONNEL);
        private final Caller manager = user("license-manager", Service.LICENSING);
        private final Caller gateway = client("gateway", Service.LICENSING);

        private final List<String> items = new ArrayList<>();
        private final List<String> persons = new ArrayList<>();
        private final List<String> parties = new ArrayList<>();
        private final List<String> permitted = new ArrayList<>();
        private int hired;
        private String item = "";
        private String party = "";
        private String license = "";

        void prepare() throws Exception {
            screener.post(
                    "/v1/lists/consolidated/imports", "text/csv", key(), resource("/main-job/screening-list.csv"));
            item = item("H100 class accelerator");
            party = party("Silver Willow Data (Hangzhou) Co., Ltd.");
            ObjectNode licenseBody = JSON.createObjectNode()
                    .put("number", "D7654321")
                    .put("kind", "BIS_LICENSE")
                    .put("validFrom", "2026-01-01")
                    .put("validUntil", "2035-12-31")
                    .put("conditions", "none");
            licenseBody.putArray("licensees");
            licenseBody.putArray("consignees").add(party);
            licenseBody.putArray("countries").add("CN");
            licenseBody
                    .putArray("lines")
                    .addObject()
                    .put("line", 1)
                    .put("eccn", "3A090")
                    .put("quantity", 1_000_000);
            license = id(created(manager.post("/v1/licenses", "application/json", key(), licenseBody.toString())));
        }

        Void registerItem() throws Exception {
            items.add(item("item " + UUID.randomUUID()));
            return null;
        }

        Void registerParty() throws Exception {
            parties.add(party("Silver Willow Data, branch " + parties.size()));
            return null;
        }

        private String party(String name) {
            ObjectNode body = JSON.createObjectNode()
                    .put("name", name)
                    .put("country", "CN")
                    .put("headquarters", "CN")
                    .put("ultimateParentHeadquarters", "CN");
            return created(screener.post("/v1/parties", "application/json", key(), body.toString()))
                    .required("id")
                    .asText();
        }

        private String item(String name) throws Exception {
            String id = created(engineer.post(
                            "/v1/items",
                            "application/json",
                            key(),
                            JSON.createObjectNode()
                                    .put("name", name)
                                    .put("form", "COMMODITY")
                                    .toString()))
                    .required("id")
                    .asText();
            JsonNode h100 =
                    JSON.readTree(resource("/main-job/items.json")).get(0).required("datasheet");
            created(engineer.post("/v1/items/" + id + "/datasheets", "application/json", key(), h100.toString()));
            String place = "/v1/items/" + id + "/classifications";
            int number = created(classifier.post(place, "application/json", key(), "{}"))
                    .required("number")
                    .asInt();
            created(approver.post(place + "/" + number + "/approvals", "application/json", key(), "{}"));
            return id;
        }

        /** HR has no idempotency keys; the user name tells a retry from a new employee (RFC 7644, section 3.3). */
        Void hire() {
            String userName = "employee." + hired++;
            ObjectNode user = JSON.createObjectNode();
            user.putArray("schemas")
                    .add("urn:ietf:params:scim:schemas:core:2.0:User")
                    .add("urn:portcullis:params:scim:schemas:extension:exportcontrol:2.0:User");
            user.put("userName", userName).put("active", true);
            user.putObject("name").put("givenName", "Given").put("familyName", "Family");
            user.putObject("urn:portcullis:params:scim:schemas:extension:exportcontrol:2.0:User")
                    .put("usPersonBasis", "CITIZEN");
            Caller.Answer answer = hr.post("/scim/v2/Users", "application/scim+json", key(), user.toString());
            assertThat(answer.status()).as(answer.body().toString()).isIn(201, 409);
            JsonNode found = hr.get("/scim/v2/Users?filter=userName%20eq%20%22" + userName + "%22")
                    .body();
            assertThat(found.required("totalResults").asInt()).as(userName).isEqualTo(1);
            persons.add(found.at("/Resources/0/id").asText());
            return null;
        }

        Void release() {
            ObjectNode body = JSON.createObjectNode()
                    .put("activity", "EXPORT")
                    .put("itemId", item)
                    .put("destination", "CN")
                    .put("quantity", 1);
            body.putArray("parties").addObject().put("partyId", party).put("role", "END_USER");
            body.putArray("endUses").add("CIVIL");
            JsonNode release = created(gateway.post("/v1/releases", "application/json", key(), body.toString()))
                    .required("release");
            // While feeds are behind the gate is shut; a wrong yes would show in the license's balance.
            if (release.required("decision").asText().equals("PERMITTED")) {
                permitted.add(release.required("id").asText());
            }
            return null;
        }

        void verify() throws Exception {
            assertThat(items).as("work went on").hasSizeGreaterThan(3).doesNotHaveDuplicates();
            assertThat(persons).hasSizeGreaterThan(3).doesNotHaveDuplicates();
            assertThat(parties).hasSizeGreaterThan(3).doesNotHaveDuplicates();
            assertThat(permitted).hasSizeGreaterThan(3).doesNotHaveDuplicates();

            JsonNode balance = manager.get("/v1/licenses/" + license).body();
            assertThat(text(balance, "quantityDrawn")).isEqualTo(permitted.size());

            Set<String> everyItem = new HashSet<>(items);
            everyItem.add(item);
            assertThat(ledger(Service.CLASSIFICATION, "item")).containsAll(everyItem);
            assertThat(ledger(Service.SCREENING, "party")).containsAll(parties);
            assertThat(ledger(Service.PERSONNEL, "person")).containsAll(persons);
            assertThat(ledger(Service.LICENSING, "release")).containsAll(permitted);

            assertThat(awaitTopic(Topics.ITEMS, everyItem)).isTrue();
            assertThat(awaitTopic(Topics.PARTIES, new HashSet<>(parties))).isTrue();
            assertThat(awaitTopic(Topics.PERSONS, new HashSet<>(persons))).isTrue();
            assertThat(awaitTopic(Topics.RELEASES, new HashSet<>(permitted))).isTrue();
        }

        /** The subjects of a service's ledger; fails where a subject has the same version twice. */
        private Set<String> ledger(Service service, String what) throws Exception {
            Caller auditor = user("auditor", service);
            Set<String> subjects = new HashSet<>();
            Map<String, Set<String>> seen = new HashMap<>();
            String cursor = "";
            long expected = 0;
            do {
                JsonNode page =
                        auditor.get("/v1/ledger/entries?limit=200" + cursor).body();
                for (JsonNode entry : page.required("items")) {
                    assertThat(entry.required("index").asLong()).isEqualTo(expected++);
                    JsonNode payload = JSON.readTree(java.util.Base64.getDecoder()
                            .decode(entry.required("payload").asText()));
                    String subject = payload.required("subject").asText();
                    String change = payload.required("type").asText() + " "
                            + payload.required("version").asText();
                    assertThat(seen.computeIfAbsent(subject, s -> new HashSet<>())
                                    .add(change))
                            .as("%s %s stands once in the ledger of %s: %s", what, subject, service.id(), change)
                            .isTrue();
                    subjects.add(subject);
                }
                cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : "";
            } while (!cursor.isEmpty());
            return subjects;
        }

        private static boolean awaitTopic(String topic, Set<String> keys) throws Exception {
            for (int attempt = 0; attempt < 60; attempt++) {
                if (Topic.versions(stack.kafka().address(), topic).keySet().containsAll(keys)) {
                    return true;
                }
                Thread.sleep(500);
            }
            return false;
        }

        private static int text(JsonNode license, String field) {
            List<JsonNode> found = license.findValues(field);
            return found.isEmpty() ? -1 : found.get(0).decimalValue().intValueExact();
        }

        private static JsonNode created(Caller.Answer answer) {
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
            return answer.body();
        }

        private static String id(JsonNode body) {
            List<JsonNode> ids = body.findValues("id");
            return ids.get(0).asText();
        }

        private static Caller user(String user, Service service) {
            return new Caller(
                    stack.service(service).address(), () -> stack.tokens().ofUser(user, service.id()));
        }

        private static Caller client(String client, Service service) {
            return new Caller(
                    stack.service(service).address(), () -> stack.tokens().ofClient(client, service.id()));
        }

        private static String key() {
            return UUID.randomUUID().toString();
        }

        private static String resource(String name) throws Exception {
            try (var in = Work.class.getResourceAsStream(name)) {
                return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            }
        }
    }
}
