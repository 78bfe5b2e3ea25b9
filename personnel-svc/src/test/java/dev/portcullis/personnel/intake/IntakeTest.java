package dev.portcullis.personnel.intake;

import static dev.portcullis.personnel.scim.Hr.hr;
import static dev.portcullis.personnel.scim.Hr.user;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.portcullis.local.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IntakeTest {
    private static final String HEADER =
            "Employee ID,User Name,Legal First Name,Legal Last Name,Worker Status,Business Title,Cost Center,"
                    + "Citizenship Country,Citizenship Date,Additional Citizenship Country,Additional Citizenship Date,US Person Basis,Visa Type,"
                    + "Visa Expiration Date,Worker Type,Hire Date\r\n";

    @Test
    void a_delta_file_creates_changes_and_refuses_and_acts_once() {
        String a = key();
        String b = key();
        file(HEADER + line(a, "Active", "IND", "None") + line(b, "Active", "", "Citizen"), false)
                .body("state", equalTo("DONE"))
                .body("created", equalTo(2));
        String change = HEADER + line(a, "Active", "GBR", "None") + line(b, "Active", "Atlantis", "Citizen");
        file(change, true).body("changed", equalTo(1)).body("refused", equalTo(1));
        person(a).body("deemedExportCountry", equalTo("IN"));
        person(b).body("standing", equalTo("US_PERSON"));

        String id = file(change, false)
                .body("changed", equalTo(1))
                .body("refused", equalTo(1))
                .extract()
                .path("id");
        person(a).body("deemedExportCountry", equalTo("GB"));
        person(b).body("standing", equalTo("UNDETERMINED")).body("status", equalTo("ACTIVE"));
        file(change, false).body("id", equalTo(id)).body("doneLines", equalTo(2));
        hr().get("/v1/intake-files/" + id + "/lines")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[1].reason", equalTo("NOT_A_USER"));

        file(HEADER + line(b, "Active", "", "Citizen"), false).body("changed", equalTo(1));
        person(b).body("standing", equalTo("US_PERSON"));
        file(HEADER + line(b, "Terminated", "Atlantis", "Citizen"), false).body("refused", equalTo(1));
        person(b).body("status", equalTo("INACTIVE"));
    }

    @Test
    void a_file_that_cannot_be_read_as_a_whole_changes_nothing() {
        String a = key();
        send(HEADER + line(a, "Active", "IND", "None") + "\"open", "workday", false)
                .statusCode(422);
        send(HEADER.replace("Hire Date", "Birthday") + line(a, "Active", "IND", "None"), "workday", false)
                .statusCode(422);
        send(HEADER, "nobody", false).statusCode(404);
        assertThat(ids(a)).isEmpty();
    }

    @Test
    void no_malformed_line_widens_what_somebody_may_see_in_the_whole_service() {
        Random random = new Random(6);
        String foreign = key();
        String gone = key();
        file(HEADER + line(foreign, "Active", "IRN", "None") + line(gone, "Terminated", "", "Citizen"), false);
        String[] noise = {
            "Citizen\u0000",
            "citizen",
            "US",
            "USA,",
            "true",
            "1",
            "Aktiv",
            "\u202eCitizen",
            "NULL",
            "#REF!",
            "=1+1",
            "Ａctive"
        };
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 100; i++) {
            List<String> cells = new java.util.ArrayList<>(
                    List.of(line(random.nextBoolean() ? foreign : gone, "Active", "USA", "Citizen")
                            .strip()
                            .split(",", -1)));
            // Somewhere that matters: status, country, dates or basis.
            int[] where = {4, 7, 8, 11, 13, 15};
            cells.set(where[random.nextInt(where.length)], noise[random.nextInt(noise.length)].replace(",", ";"));
            file.append(String.join(",", cells)).append("\r\n");
        }
        file(file.toString(), false).body("changed", equalTo(0)).body("refused", equalTo(100));
        person(gone).body("status", equalTo("INACTIVE"));
        person(foreign).body("standing", equalTo("UNDETERMINED"));
    }

    @Test
    void a_delivery_of_bamboohr_is_applied_exactly_or_closes_the_gate() {
        String key = key();
        String body =
                "{\"employees\":[{\"id\":\"9\",\"action\":\"Created\",\"changedFields\":[],\"fields\":{\"Employee #\":{\"value\":\""
                        + key
                        + "\"},\"Work Email\":{\"value\":\"" + key
                        + "@example.com\"},\"Status\":{\"value\":\"Active\"},\"US Person Basis\":{\"value\":\"CITIZEN\"}}}]}";
        String now = Long.toString(Instant.now().getEpochSecond());
        deliver(body, now, "0".repeat(64)).statusCode(401);
        deliver(body, "1700000000", sign(body, "1700000000")).statusCode(401);
        assertThat(ids(key)).isEmpty();
        deliver(body, now, sign(body, now)).statusCode(200).body("applied", equalTo(1));
        person(key).body("standing", equalTo("US_PERSON"));
        deliver(body, now, sign(body, now)).statusCode(200).body("applied", equalTo(0));

        String event =
                "{\"type\":\"employee.updated\",\"timestamp\":\"2026-01-31T18:42:00+0000\",\"data\":{\"companyId\":\"1\",\"employeeId\":\""
                        + key + "\",\"changedFields\":[\"Citizenship\"]}}";
        deliver(event, now, sign(event, now)).statusCode(200).body("refused", equalTo(1));
        person(key).body("standing", equalTo("UNDETERMINED")).body("status", equalTo("INACTIVE"));
        String whole = body.replace("Created", "Updated");
        deliver(whole, now, sign(whole, now)).statusCode(200).body("applied", equalTo(1));
        person(key).body("standing", equalTo("US_PERSON")).body("status", equalTo("ACTIVE"));

        String left = "{\"employees\":[{\"id\":\"" + key + "\",\"action\":\"Deleted\"}]}";
        deliver(left, now, sign(left, now)).statusCode(200).body("applied", equalTo(1));
        person(key).body("status", equalTo("INACTIVE"));
    }

    private static String line(String key, String status, String country, String basis) {
        return key + "," + key + "@example.com,Asha,Rao," + status + ",Engineer,R&D," + country + ","
                + (country.isEmpty() ? "" : "01/31/1990") + ",,," + basis + ",,,Regular,03/01/2024\r\n";
    }

    private static ValidatableResponse file(String csv, boolean dryRun) {
        return send(csv, "workday", dryRun).statusCode(200);
    }

    private static ValidatableResponse send(String csv, String feed, boolean dryRun) {
        return given().auth()
                .oauth2(Tokens.ofClient("hr-sync", "personnel-svc"))
                .contentType("text/csv")
                .queryParam("feed", feed)
                .queryParam("dryRun", dryRun)
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/v1/intake-files")
                .then();
    }

    private static ValidatableResponse deliver(String body, String timestamp, String signature) {
        return given().contentType("application/json")
                .header("X-BambooHR-Timestamp", timestamp)
                .header("X-BambooHR-Signature", signature)
                .body(body)
                .post("/v1/intake/bamboohr/bamboo")
                .then();
    }

    private static String sign(String body, String timestamp) {
        return HexFormat.of()
                .formatHex(BambooSignature.mac(
                        "development-webhook-key", timestamp, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> ids(String key) {
        return hr().queryParam("filter", "externalId eq \"" + key + "\"")
                .get("/scim/v2/Users")
                .then()
                .statusCode(200)
                .extract()
                .path("Resources.id");
    }

    private static ValidatableResponse person(String key) {
        return user("officer").get("/v1/persons/" + ids(key).get(0)).then().statusCode(200);
    }

    private static String key() {
        return "k" + UUID.randomUUID().toString().replace("-", "");
    }
}
