package dev.portcullis.licensing.moving;

import static dev.portcullis.licensing.Gate.get;
import static dev.portcullis.licensing.Gate.post;
import static dev.portcullis.licensing.Gate.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portcullis.licensing.Gate;
import dev.portcullis.local.testing.PortcullisStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Registers that move in; and what is told of the licenses then: conditions and alerts. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class LicenseImportTest {
    private static final String HEADER = "LICENSE_NUMBER,EFFECTIVE_DATE,EXPIRATION_DATE,ULTIMATE_CONSIGNEE_GID,"
            + "DESTINATION_COUNTRY_GID,LINE_NUMBER,ECCN,AUTHORIZED_QUANTITY,QUANTITY_UOM,AUTHORIZED_VALUE,CURRENCY_GID,"
            + "USED_QUANTITY,USED_VALUE\n";

    private final String test = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_register_moves_in_license_by_license_with_what_was_drawn_and_can_be_sent_again() {
        String file = HEADER
                + row("A", "1", "3A090", "100", "1,000", "85", "900")
                + row("A", "2", "4A090", "10", "", "", "")
                + row("B", "1", "3A090", "5", "", "", "");
        Response sent = send(file, "");
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(201);
        JsonPath done = done(sent);
        assertThat(done.getInt("applied")).isEqualTo(2);
        JsonPath items = get("/v1/license-imports/" + done.getString("id") + "/licenses", manager())
                .jsonPath();
        String id = items.getString("items[0].licenseId");
        JsonPath license = get("/v1/licenses/" + id, manager()).jsonPath();
        assertThat(license.getInt("lines[0].quantityDrawn")).isEqualTo(85);
        assertThat(license.getString("lines[0].valueDrawn.amount")).isEqualTo("900");
        assertThat(license.getList("lines")).hasSize(2);
        assertThat(get("/v1/licenses/" + id + "/movements", manager())
                        .jsonPath()
                        .getString("items[0].reason"))
                .contains(done.getString("id"));

        JsonPath again = done(send(file.replace("\"1,000\"", "1000"), ""));
        assertThat(again.getInt("unchanged")).isEqualTo(2);
        assertThat(again.getInt("applied")).isZero();
        JsonPath other = done(send(HEADER + row("B", "1", "3A090", "6", "", "", ""), ""));
        assertThat(other.getInt("failed")).isEqualTo(1);

        await().atMost(Duration.ofSeconds(30)).until(() -> alerts(id).contains("BALANCE"));
        JsonPath alert = get("/v1/license-alerts?licenseId=" + id, manager()).jsonPath();
        assertThat(alert.getList("items.threshold")).containsExactly(90);
        String place = "/v1/license-alerts/" + alert.getString("items[0].id") + "/acknowledgments";
        assertThat(post(place, manager(), "{}").statusCode()).isEqualTo(200);
        assertThat(post(place, manager(), "{}").statusCode()).isEqualTo(409);
        assertThat(alerts(id)).isEmpty();
    }

    @Test
    void a_file_with_one_license_that_is_not_in_order_records_nothing_and_tells_the_line() {
        String file = HEADER
                + row("C", "1", "3A090", "5", "", "", "")
                + row("D", "1", "3A090", "5", "", "6", "")
                + row("E", "1", "XX", "5", "", "", "");
        JsonPath refused = send(file, "").jsonPath();
        assertThat(refused.getString("state")).isEqualTo("REFUSED");
        assertThat(refused.getInt("invalid")).isEqualTo(2);
        JsonPath wrong = get("/v1/license-imports/" + refused.getString("id") + "/licenses?state=INVALID", manager())
                .jsonPath();
        assertThat(wrong.getList("items.errors.line", List.class)).containsExactly(List.of(3), List.of(4));
        assertThat(wrong.getString("items[0].errors[0].detail")).contains("more drawn");

        assertThat(send(file, "&dryRun=true&skipInvalid=true").jsonPath().getString("state"))
                .isEqualTo("CHECKED");
        JsonPath skipped = done(send(file, "&skipInvalid=true"));
        assertThat(skipped.getInt("applied")).isEqualTo(1);
        assertThat(send("nonsense\n1\n", "").statusCode()).isEqualTo(422);
    }

    @Test
    void a_license_is_shut_until_its_condition_is_acknowledged_and_an_overdue_one_is_told() {
        JsonPath done = done(send(HEADER + row("F", "1", "3A090", "5", "", "", ""), ""));
        String id = get("/v1/license-imports/" + done.getString("id") + "/licenses", manager())
                .jsonPath()
                .getString("items[0].licenseId");
        Response condition = post("/v1/licenses/" + id + "/conditions", manager(), """
                {"kind": "PROVISO", "words": "No retransfer.", "owner": "trade compliance", "dueOn": "2026-01-01",
                 "beforeDrawing": true}""");
        assertThat(condition.statusCode()).as(condition.asString()).isEqualTo(201);
        String use = """
                {"activity": "EXPORT", "itemId": "itm-none", "eccn": "3A090", "destination": "CN",
                 "parties": [{"partyId": "pty-1", "role": "ULTIMATE_CONSIGNEE"}],
                 "parts": [{"licenseNumber": "F%s", "quantity": 1}]}""".formatted(test);
        Response shut = put("/v1/license-draws/F1-" + test, manager(), null, use);
        assertThat(shut.statusCode()).isEqualTo(422);
        assertThat(shut.asString()).contains("conditions");

        String place = "/v1/licenses/" + id + "/conditions/1";
        String proof = "{\"evidence\": [{\"name\": \"letter\", \"sha256\": \"" + "ab".repeat(32) + "\"}]}";
        assertThat(put(place + "/acknowledgment", manager(), null, proof).statusCode())
                .isEqualTo(428);
        Response acknowledged = put(place + "/acknowledgment", manager(), "\"1\"", proof);
        assertThat(acknowledged.statusCode()).as(acknowledged.asString()).isEqualTo(200);
        assertThat(put("/v1/license-draws/F1-" + test, manager(), null, use).statusCode())
                .isEqualTo(201);
        await().atMost(Duration.ofSeconds(30)).until(() -> alerts(id).contains("CONDITION_OVERDUE"));
        assertThat(put(place + "/fulfillment", manager(), "\"2\"", proof)
                        .jsonPath()
                        .getList("evidence"))
                .hasSize(2);
    }

    private List<String> alerts(String licenseId) {
        return get("/v1/license-alerts?licenseId=" + licenseId, manager())
                .jsonPath()
                .getList("items.kind");
    }

    private String row(
            String license, String line, String eccn, String quantity, String value, String drawn, String worth) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String amount = value.contains(",") ? "\"" + value + "\"" : value;
        return String.join(
                        ",",
                        license + test,
                        today.minusDays(1).toString(),
                        today.plusYears(1).toString(),
                        "pty-1",
                        "CN",
                        line,
                        eccn,
                        quantity,
                        "EA",
                        amount,
                        value.isEmpty() ? "" : "USD",
                        drawn,
                        worth)
                + "\n";
    }

    private static Response send(String file, String options) {
        return given().auth()
                .oauth2(manager())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv; charset=UTF-8")
                .body(file)
                .post("/v1/license-imports?mapping=oracle-gtm" + options);
    }

    private static JsonPath done(Response sent) {
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(201);
        String place = "/v1/license-imports/" + sent.jsonPath().getString("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get(place, manager()).jsonPath().getString("state").equals("DONE"));
        return get(place, manager()).jsonPath();
    }

    private static String manager() {
        return Gate.user("license-manager");
    }
}
