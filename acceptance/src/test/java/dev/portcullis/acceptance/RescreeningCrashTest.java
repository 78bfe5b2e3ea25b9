package dev.portcullis.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.local.stack.LocalStack;
import dev.portcullis.local.stack.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} of screening-svc and of PostgreSQL at random moments while editions of two publishers are taken in: no party is left with what an
 * earlier edition said of it, and no list is left between two editions.
 */
class RescreeningCrashTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROUNDS = 5;
    private static final int PARTIES = 120;
    private static final long SEED = 20261129;

    /** Makers of parties and of entries of the two lists. */
    private static final List<String> NAMES = List.of(
            "Korvandel Optronics",
            "Maristoke Turbines",
            "Belquarra Shipping",
            "Tolvianka Instruments",
            "Osterhage Composites",
            "Wendelmoor Avionics",
            "Zarkhovena Metals",
            "Quillibrane Chemicals");

    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = TestStack.started("rescreening-crash");
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void no_party_is_left_unscreened_by_what_is_killed_while_lists_are_taken_in() throws Exception {
        Random random = new Random(SEED);
        Caller officer = user("officer");
        Caller screener = user("screener");
        send(officer, "consolidated", "text/csv", consolidated(0, random));
        send(officer, "un", "application/xml", un(0, random));
        List<String> parties = new ArrayList<>();
        for (int i = 0; i < PARTIES; i++) {
            parties.add(party(screener, NAMES.get(i % NAMES.size()) + " Branch " + i / NAMES.size()));
        }
        ExecutorService officers = Executors.newFixedThreadPool(3);
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                String csv = consolidated(round, random);
                String xml = un(round, random);
                Future<?> first = officers.submit(() -> send(officer, "consolidated", "text/csv", csv));
                Future<?> second = officers.submit(() -> send(officer, "un", "application/xml", xml));
                // Parties come in while editions are switched and the service dies.
                String name = NAMES.get(random.nextInt(NAMES.size())) + " Late " + round;
                Future<String> late = officers.submit(() -> party(screener, name));
                Thread.sleep(random.nextInt(1_500));
                if (round % 4 == 0) {
                    stack.postgreSql().kill();
                    stack.postgreSql().start();
                }
                stack.service(Service.SCREENING).kill();
                stack.service(Service.SCREENING).start();
                first.get(3, TimeUnit.MINUTES);
                second.get(3, TimeUnit.MINUTES);
                parties.add(late.get(3, TimeUnit.MINUTES));
            }
        } finally {
            officers.shutdownNow();
        }
        verify(officer, screener, parties);
    }

    /** Each party says what the editions that are current say of its name, and that it was held against these. */
    private static void verify(Caller officer, Caller screener, List<String> parties) throws Exception {
        for (JsonNode list : officer.get("/v1/lists").body().required("items")) {
            boolean sent =
                    List.of("consolidated", "un").contains(list.required("id").asText());
            assertThat(list.hasNonNull("current")).isEqualTo(sent);
        }
        int listed = 0;
        for (String id : parties) {
            JsonNode party = held(screener, id);
            JsonNode screening = party.required("screening");
            JsonNode anew = anew(screener, party.required("name").asText());
            assertThat(hits(screening)).as(party.toString()).isEqualTo(hits(anew));
            assertThat(screening.required("status").asText())
                    .isEqualTo(anew.required("status").asText());
            listed += hits(anew).isEmpty() ? 0 : 1;
        }
        assertThat(listed).as("some parties are listed, and some are not").isBetween(1, parties.size() - 1);
    }

    private static JsonNode held(Caller screener, String id) throws Exception {
        JsonNode party = JSON.nullNode();
        for (int attempt = 0; attempt < 120; attempt++) {
            party = screener.get("/v1/parties/" + id).body();
            if (party.required("screeningHolds").asBoolean()) {
                return party;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("is left with an earlier edition: " + party);
    }

    private static List<String> hits(JsonNode screening) {
        List<String> hits = new ArrayList<>();
        for (JsonNode hit : screening.required("hits")) {
            hits.add(hit.required("list").asText() + " "
                    + hit.required("entryId").asText() + " "
                    + hit.required("score").asText());
        }
        return hits;
    }

    private static JsonNode anew(Caller screener, String name) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("subjects").addObject().put("name", name).put("country", "AM");
        return screener.post("/v1/screenings", "application/json", key(), body.toString())
                .body()
                .at("/results/0/screening");
    }

    private static String party(Caller screener, String name) {
        ObjectNode body = JSON.createObjectNode().put("name", name).put("country", "AM");
        Caller.Answer answer = screener.post("/v1/parties", "application/json", key(), body.toString());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().required("id").asText();
    }

    private static void send(Caller officer, String source, String type, String file) {
        Caller.Answer answer = officer.post("/v1/lists/" + source + "/imports?acceptShrink=true", type, key(), file);
        assertThat(answer.status()).as(answer.body().toString()).isIn(200, 201);
    }

    /** Entries that stay, and some of the names, others each time. */
    private static String consolidated(int round, Random random) {
        StringBuilder csv = new StringBuilder("_id,source,entity_number,type,name,addresses,alt_names\n");
        for (int i = 0; i < 30; i++) {
            csv.append(row("stay-" + i, "Plain Entry " + i + " Works"));
        }
        csv.append(row("round-" + round, "Round " + round + " Foundry"));
        for (int i = 0; i < NAMES.size() / 2; i++) {
            if (random.nextBoolean()) {
                csv.append(row("name-" + i, NAMES.get(i)));
            }
        }
        return csv.toString();
    }

    private static String row(String id, String name) {
        return id + ",Entity List (EL) - Bureau of Industry and Security,,Entity," + name + ",AM,\n";
    }

    private static String un(int round, Random random) {
        StringBuilder xml = new StringBuilder("<CONSOLIDATED_LIST dateGenerated='")
                .append(Instant.parse("2026-11-01T00:00:00Z").plusSeconds(round))
                .append("'><INDIVIDUALS/><ENTITIES>");
        for (int i = 0; i < 10; i++) {
            xml.append(entity(1_000 + i, "Standing Organization " + i));
        }
        xml.append(entity(5_000 + round, "Organization of round " + round));
        for (int i = NAMES.size() / 2; i < NAMES.size(); i++) {
            if (random.nextBoolean()) {
                xml.append(entity(9_000 + i, NAMES.get(i)));
            }
        }
        return xml.append("</ENTITIES></CONSOLIDATED_LIST>").toString();
    }

    private static String entity(int id, String name) {
        return "<ENTITY><DATAID>" + id + "</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>" + name
                + "</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe." + id
                + "</REFERENCE_NUMBER><LISTED_ON>2020-01-01</LISTED_ON></ENTITY>";
    }

    private static Caller user(String user) {
        return new Caller(
                stack.service(Service.SCREENING).address(), () -> stack.tokens().ofUser(user, "screening-svc"));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
