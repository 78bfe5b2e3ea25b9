package dev.portcullis.licensing.usage;

import static dev.portcullis.licensing.Gate.get;
import static dev.portcullis.licensing.Gate.license;
import static dev.portcullis.licensing.Gate.post;
import static dev.portcullis.licensing.Gate.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.licensing.AtTheGate;
import dev.portcullis.licensing.Gate;
import dev.portcullis.local.testing.PortcullisStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class LicenseUseTest extends AtTheGate {
    @Test
    void a_draw_is_known_by_its_reference_and_comes_back_in_part() {
        String id = record(license("U" + test, chinese, "CN", "3A090", 10));
        String body = use("U" + test, 4);

        Response first = draw("SO:" + test, body);
        Response again = draw("SO:" + test, body);
        Response other = draw("SO:" + test, use("U" + test, 5));

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getList("movements"))
                .isEqualTo(first.jsonPath().getList("movements"));
        assertThat(first.jsonPath().getLong("movements[0].ledgerEntryId")).isPositive();
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(drawn(id)).isEqualTo(4);
        assertThat(get("/v1/license-draws/SO:" + test, Gate.gateway()).statusCode())
                .as("a gateway reads no license")
                .isEqualTo(403);

        String returns = "/v1/license-draws/SO:" + test + "/returns";
        assertThat(back(returns, "RMA-1-" + test, 3).statusCode()).isEqualTo(201);
        assertThat(back(returns, "RMA-2-" + test, 2).statusCode()).isEqualTo(409);
        assertThat(back(returns, "RMA-3-" + test, 1).statusCode()).isEqualTo(201);
        assertThat(drawn(id)).isZero();

        JsonPath history =
                get("/v1/licenses/" + id + "/movements?limit=2", manager()).jsonPath();
        assertThat(history.getList("items.kind")).containsExactly("DRAW", "RETURN");
        assertThat(history.getList("items.quantityDrawnAfter")).containsExactly(4, 1);
        JsonPath rest = get("/v1/licenses/" + id + "/movements?limit=2&cursor=" + history.getString("next"), manager())
                .jsonPath();
        assertThat(rest.getList("items.number")).containsExactly(3);
        assertThat(rest.getString("next")).isNull();
    }

    @Test
    void what_a_license_does_not_cover_is_told_check_by_check_and_draws_nothing() {
        String first = record(license("A" + test, chinese, "CN", "3A090", 10));
        record(license("B" + test, german, "DE", "3A090", 10));
        Response refused = draw("SO-" + test, """
                {"activity": "EXPORT", "itemId": "%s", "eccn": "3A090", "destination": "CN",
                 "parties": [{"partyId": "%s", "role": "ULTIMATE_CONSIGNEE"}],
                 "parts": [{"licenseNumber": "A%s", "quantity": 1}, {"licenseNumber": "B%s", "quantity": 1}]}""".formatted(gpu, chinese, test, test));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.pointer", String.class)).containsOnly("/parts/1");
        assertThat(refused.asString()).contains("parties", "destination");
        assertThat(drawn(first)).isZero();
        assertThat(get("/v1/license-draws/SO-" + test, manager()).statusCode()).isEqualTo(404);

        Response entry = draw("SO2-" + test, use("A" + test, 1).replace("3A090", "4A090"));
        assertThat(entry.statusCode()).isEqualTo(422);
        assertThat(entry.jsonPath().getList("errors.pointer", String.class)).containsExactly("/eccn");
    }

    @Test
    void a_balance_that_is_assigned_is_kept_checked_again_drawn_and_given_free() {
        String id = record(license("R" + test, chinese, "CN", "3A090", 10));
        String place = "/v1/license-assignments/ORDER-" + test;
        Response assigned = put(place, manager(), null, use("R" + test, 7));
        assertThat(assigned.statusCode()).as(assigned.asString()).isEqualTo(201);
        assertThat(put(place, manager(), null, use("R" + test, 7)).statusCode()).isEqualTo(200);
        assertThat(draw("X-" + test, use("R" + test, 4)).statusCode()).isEqualTo(422);

        String own = use("R" + test, 3).replace("\"activity\"", "\"assignment\": \"ORDER-" + test + "\", \"activity\"");
        Response drawn = draw("Y-" + test, own);
        assertThat(drawn.statusCode()).as(drawn.asString()).isEqualTo(201);
        JsonPath open = get(place, manager()).jsonPath();
        assertThat(open.getString("state")).isEqualTo("OPEN");
        assertThat(open.getInt("reserved[0].quantity")).isEqualTo(4);

        JsonPath before = get("/v1/licenses/" + id, manager()).jsonPath();
        assertThat(before.getInt("lines[0].quantityAssigned")).isEqualTo(4);
        assertThat(put("/v1/licenses/" + id + "/suspension", manager(), "*", "{\"reason\": \"Letter\"}")
                        .jsonPath()
                        .getString("status"))
                .isEqualTo("SUSPENDED");
        JsonPath shut = put(place + "/reevaluation", manager(), null, "").jsonPath();
        assertThat(shut.getBoolean("holds")).isFalse();
        assertThat(draw("Z-" + test, own.replace("3,", "1,")).statusCode()).isEqualTo(422);
        put("/v1/licenses/" + id + "/reinstatement", manager(), "*", "{\"reason\": \"Letter\"}");
        assertThat(put(place + "/reevaluation", manager(), null, "").jsonPath().getBoolean("holds"))
                .isTrue();

        Response free = put(place + "/unassignment", manager(), null, "{\"reason\": \"Order canceled\"}");
        assertThat(free.jsonPath().getString("state")).isEqualTo("UNASSIGNED");
        assertThat(draw("X2-" + test, use("R" + test, 7)).statusCode()).isEqualTo(201);
    }

    @Test
    void a_balance_is_corrected_by_two_people_only() {
        String id = record(license("J" + test, chinese, "CN", "3A090", 10));
        String place = "/v1/licenses/" + id + "/adjustments";
        Response proposed =
                post(place, manager(), "{\"line\": 1, \"quantity\": 6, \"lower\": false, \"reason\": \"Old system\"}");
        assertThat(proposed.statusCode()).as(proposed.asString()).isEqualTo(201);
        assertThat(drawn(id)).isZero();
        String one = place + "/" + proposed.jsonPath().getInt("number");
        assertThat(post(one + "/agreements", manager(), "{}").statusCode()).isEqualTo(403);
        Response agreed = post(one + "/agreements", Gate.user("officer"), "{}");
        assertThat(agreed.statusCode()).as(agreed.asString()).isEqualTo(200);
        assertThat(drawn(id)).isEqualTo(6);
        assertThat(post(one + "/agreements", Gate.user("officer"), "{}").statusCode())
                .isEqualTo(409);

        String much = place + "/"
                + post(place, manager(), "{\"line\": 1, \"quantity\": 7, \"lower\": true, \"reason\": \"Too much\"}")
                        .jsonPath()
                        .getInt("number");
        assertThat(post(much + "/agreements", Gate.user("officer"), "{}").statusCode())
                .isEqualTo(409);
        assertThat(get(much, manager()).jsonPath().getString("state")).isEqualTo("PROPOSED");
        assertThat(drawn(id)).isEqualTo(6);
    }

    @Test
    void an_amendment_is_a_version_and_never_leaves_more_drawn_than_authorized() {
        String id = record(license("M" + test, chinese, "CN", "3A090", 10));
        draw("SO-" + test, use("M" + test, 6));
        String tag = get("/v1/licenses/" + id, manager()).header("ETag");
        assertThat(amend(id, tag, 5).statusCode()).isEqualTo(422);
        Response amended = amend(id, tag, 8);
        assertThat(amended.statusCode()).as(amended.asString()).isEqualTo(200);
        assertThat(amended.jsonPath().getInt("amendment")).isEqualTo(2);
        assertThat(amended.jsonPath().getInt("lines[0].quantityDrawn")).isEqualTo(6);
        assertThat(amend(id, tag, 9).statusCode()).isEqualTo(412);
        assertThat(draw("SO2-" + test, use("M" + test, 3)).statusCode()).isEqualTo(422);
        assertThat(draw("SO3-" + test, use("M" + test, 2)).statusCode()).isEqualTo(201);
        JsonPath versions = get("/v1/licenses/" + id + "/amendments", manager()).jsonPath();
        assertThat(versions.getInt("items[0].words.lines[0].quantity")).isEqualTo(10);
        assertThat(versions.getInt("items[1].words.lines[0].quantity")).isEqualTo(8);
        assertThat(versions.getString("items[1].reason")).isEqualTo("BIS letter");
    }

    @Test
    void a_release_may_be_spread_over_several_licenses_and_draws_on_all_or_on_none() {
        String first = record(license("P" + test, chinese, "CN", "3A090", 10));
        String second = record(license("Q" + test, chinese, "CN", "3A090", 3));
        assertThat(decision(split(6, 4))).isEqualTo("DENIED");
        assertThat(drawn(first)).isZero();

        JsonPath release = Gate.release(split(7, 3));
        assertThat(release.getString("release.decision")).isEqualTo("PERMITTED");
        assertThat(release.getString("release.authority")).isEqualTo("P" + test + ", Q" + test);
        assertThat(release.getInt("release.license.alsoDrawn[0].quantity")).isEqualTo(3);
        assertThat(List.of(drawn(first), drawn(second))).containsExactly(7, 3);
        assertThat(post("/v1/releases", Gate.gateway(), split(1, 1).replace("\"quantity\": 2", "\"quantity\": 3"))
                        .statusCode())
                .isEqualTo(400);
    }

    private String split(int first, int second) {
        return """
                {"activity": "EXPORT", "itemId": "%s", "destination": "CN", "quantity": %d, "endUses": ["CIVIL"],
                 "parties": [{"partyId": "%s", "role": "ULTIMATE_CONSIGNEE"}],
                 "split": [{"licenseNumber": "P%s", "quantity": %d}, {"licenseNumber": "Q%s", "quantity": %d}]}""".formatted(gpu, first + second, chinese, test, first, test, second);
    }

    private Response amend(String id, String tag, int quantity) {
        return put("/v1/licenses/" + id + "/words", manager(), tag, """
                {"reason": "BIS letter", "license": %s}""".formatted(
                        license("M" + test, chinese, "CN", "3A090", quantity)));
    }

    private Response back(String place, String reference, int quantity) {
        return post(place, manager(), UUID.randomUUID().toString(), """
                {"reference": "%s", "reason": "Came back", "parts": [{"licenseNumber": "U%s", "quantity": %d}]}""".formatted(reference, test, quantity));
    }

    private static Response draw(String reference, String body) {
        return put("/v1/license-draws/" + reference, manager(), null, body);
    }

    private String use(String number, int quantity) {
        return """
                {"activity": "EXPORT", "itemId": "%s", "eccn": "3A090", "destination": "CN",
                 "parties": [{"partyId": "%s", "role": "ULTIMATE_CONSIGNEE"}],
                 "parts": [{"licenseNumber": "%s", "quantity": %d, "unit": "EA"}]}""".formatted(gpu, chinese, number, quantity);
    }

    private static String manager() {
        return Gate.user("license-manager");
    }
}
