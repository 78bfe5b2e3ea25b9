package dev.portcullis.personnel.scim;

import static dev.portcullis.personnel.scim.Hr.USERS;
import static dev.portcullis.personnel.scim.Hr.hr;
import static dev.portcullis.personnel.scim.Hr.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.contracts.PersonState.Standing;
import dev.portcullis.personnel.nationality.DeemedExportNationality;
import dev.portcullis.personnel.person.ExportControlFacts;
import dev.portcullis.personnel.person.ExportControlFacts.InvalidFactException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Messages of real shapes, broken in a thousand ways. Each of the shapes takes something away from the person; broken, it may do less
 * or nothing, but after none may more be released to the person than before.
 */
@QuarkusTest
class MalformedMessagesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final String EXPORT = Schemas.EXPORT_CONTROL;
    private static final String FACTS =
            "{'usPersonBasis':'NONE','citizenships':[{'country':'IN','acquired':'1990-01-01'}],"
                    + "'visa':{'class':'H-1B','validUntil':'2199-09-30'}}";

    /** What vendors send when somebody leaves, or when a fact becomes stricter. */
    private static final List<String> SHAPES = List.of(
            "{'op':'Replace','path':'active','value':'False'}",
            "{'op':'replace','path':'active','value':false}",
            "{'op':'replace','value':{'active':false}}",
            "{'op':'add','path':'" + EXPORT + ":citizenships','value':[{'country':'RU','acquired':'2024-01-01'}]}",
            "{'op':'replace','path':'" + EXPORT + ":usPersonBasis','value':'NONE'}",
            "{'op':'replace','path':'" + EXPORT + ":visa.validUntil','value':'2026-01-01'}",
            "{'op':'remove','path':'" + EXPORT + ":citizenships[country eq \\'IN\\'].acquired'}",
            "{'op':'replace','path':'" + EXPORT + ":citizenships[country eq \\'IN\\'].lost','value':'2020-01-01'}",
            "{'op':'replace','value':{'" + EXPORT + "':{'citizenships':[{'country':'IR'}],'usPersonBasis':'NONE'}}}");

    @Test
    void a_thousand_broken_messages_widen_nobodys_access() throws Exception {
        Random random = new Random(1000);
        ObjectNode before = Canonical.resource(ResourceKind.USER, JSON.readTree(Hr.body("a@example.com", FACTS)));
        int refusals = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] message = broken(random);
            Dialect dialect = random.nextBoolean() ? Dialect.STRICT : Dialect.ENTRA;
            ObjectNode after;
            try {
                after = Patch.apply(
                        ResourceKind.USER,
                        before,
                        PatchRequest.read(ResourceKind.USER, ScimJson.read(message), dialect));
                ExportControlFacts.requireHappened(ExportControlFacts.read(after), TODAY);
            } catch (ScimException | InvalidFactException refused) {
                refusals++;
                continue;
            }
            assertThat(power(after))
                    .as(new String(message, StandardCharsets.UTF_8))
                    .isLessThanOrEqualTo(power(before));
        }
        assertThat(refusals).isGreaterThan(700);
    }

    @Test
    void a_broken_message_over_http_is_refused_and_closes_the_gate() {
        Random random = new Random(1001);
        String id = id(FACTS);
        int refusals = 0;
        for (int i = 0; i < 60; i++) {
            Response answer = hr().body(broken(random)).patch(USERS + "/" + id);
            assertThat(answer.statusCode()).isIn(200, 400, 409);
            refusals += answer.statusCode() == 200 ? 0 : 1;
            String standing = Hr.user("officer")
                    .get("/v1/persons/" + id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("standing");
            assertThat(standing).isNotEqualTo("US_PERSON");
            if (refusals > 0) {
                assertThat(standing).isEqualTo("UNDETERMINED");
            }
        }
        assertThat(refusals).isGreaterThan(30);
        String alarm = Hr.user("officer")
                .contentType("application/json")
                .queryParam("open", true)
                .queryParam("limit", 200)
                .get("/v1/refused-messages")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.personId == '" + id + "' }.id");
        assertThat(alarm).isNotNull();
        Hr.user("auditor")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"settlement\":\"RECORD_HOLDS\"}")
                .post("/v1/refused-messages/" + alarm + "/settlements")
                .then()
                .statusCode(403);
        Hr.user("officer")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"settlement\":\"RECORD_HOLDS\"}")
                .post("/v1/refused-messages/" + alarm + "/settlements")
                .then()
                .statusCode(200);
        // The whole record settles the rest.
        hr().body(Hr.body(Hr.name(), FACTS)).put(USERS + "/" + id).then().statusCode(200);
        assertThat(Hr.user("officer").get("/v1/persons/" + id).<String>path("standing"))
                .isEqualTo("FOREIGN_PERSON");
    }

    /** 2 where nothing is asked of a release, 1 where a license may permit it, 0 where nothing permits. */
    private static int power(ObjectNode attributes) {
        if (!attributes.path("active").asBoolean(false)) {
            return 0;
        }
        Standing standing = DeemedExportNationality.assess(ExportControlFacts.read(attributes), TODAY)
                .standing();
        return switch (standing) {
            case US_PERSON -> 2;
            case FOREIGN_PERSON -> 1;
            case UNDETERMINED -> 0;
        };
    }

    private static byte[] broken(Random random) {
        String message = Hr.patchBody(SHAPES.get(random.nextInt(SHAPES.size())));
        String broken = switch (random.nextInt(10)) {
            case 0 -> message.substring(0, random.nextInt(message.length()));
            case 1 -> message.replace("\"op\"", "\"operation\"");
            case 2 -> message.replace("\"Operations\"", "\"operations\",\"x\"");
            case 3 -> message.replaceFirst("(?i)replace|add|remove", "mov");
            case 4 -> message.replace("active", "aktive").replace("citizenships", "citizenship");
            case 5 -> message.replaceAll("\"value\":(false|\"[^\"]*\")", "\"value\":[7]");
            case 6 -> message.replace("[country eq", "[land eq").replace("\"country\"", "\"land\"");
            case 7 -> message.replace("PatchOp", "PatchOps");
            case 8 -> {
                int at = random.nextInt(message.length());
                yield message.substring(0, at) + "\u0000{[".charAt(random.nextInt(3)) + message.substring(at);
            }
            default -> {
                int at = random.nextInt(message.length() - 1);
                yield message.substring(0, at) + message.substring(at + 1);
            }
        };
        return broken.getBytes(StandardCharsets.UTF_8);
    }
}
