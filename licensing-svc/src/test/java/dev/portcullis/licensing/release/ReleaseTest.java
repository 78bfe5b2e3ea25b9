package dev.portcullis.licensing.release;

import static dev.portcullis.licensing.Gate.deemedExport;
import static dev.portcullis.licensing.Gate.export;
import static dev.portcullis.licensing.Gate.get;
import static dev.portcullis.licensing.Gate.license;
import static dev.portcullis.licensing.Gate.party;
import static dev.portcullis.licensing.Gate.person;
import static dev.portcullis.licensing.Gate.post;
import static dev.portcullis.licensing.Gate.put;
import static dev.portcullis.licensing.Gate.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.Topics;
import dev.portcullis.licensing.AtTheGate;
import dev.portcullis.licensing.Gate;
import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.local.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class ReleaseTest extends AtTheGate {
    @Test
    void what_needs_no_license_is_permitted_with_the_facts_and_the_provisions_that_decided() {
        JsonPath answer = release(export(h20, german, "DE"));

        assertThat(answer.getString("release.decision")).isEqualTo("PERMITTED");
        assertThat(answer.getString("release.authority")).isEqualTo("NLR");
        assertThat(answer.getList("release.determination.citations")).isNotEmpty();
        assertThat(answer.getList("release.determination.steps")).isNotEmpty();
        assertThat(answer.getList("release.determination.facts.version", Integer.class))
                .containsExactly(1, 1);
        assertThat(answer.getList("release.determination.facts.fresh", Boolean.class))
                .containsOnly(true);
        assertThat(answer.getLong("ledgerEntryIds.release")).isPositive();
        String id = answer.getString("release.id");
        assertThat(get("/v1/releases/" + id, Gate.gateway()).jsonPath().getString("sha256"))
                .isEqualTo(answer.getString("sha256"));
        assertThat(get("/v1/releases?partyId=" + german, Gate.user("auditor"))
                        .jsonPath()
                        .getList("items.release.id", String.class))
                .contains(id);
        assertThat(get("/v1/determinations/" + answer.getString("release.determination.id"), Gate.user("auditor"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_needs_a_license_is_denied_until_one_is_recorded_and_then_drawn() {
        String request = export(gpu, chinese, "CN", 8);
        assertThat(release(request).getString("release.decision")).isEqualTo("DENIED");
        String licenseId = record(license("D" + gpu.substring(8), chinese, "CN", "3A090", 10));

        JsonPath permitted = release(request);
        JsonPath denied = release(request);

        assertThat(permitted.getString("release.decision")).isEqualTo("PERMITTED");
        assertThat(permitted.getString("release.authority")).isEqualTo("D" + gpu.substring(8));
        assertThat(permitted.getInt("release.license.drawn.quantityLeft")).isEqualTo(2);
        assertThat(permitted.getLong("ledgerEntryIds.license")).isPositive();
        assertThat(denied.getString("release.decision")).isEqualTo("DENIED");
        assertThat(denied.getString("release.reasons")).contains("8 wanted, 2 of 10 left");
        JsonPath license =
                get("/v1/licenses/" + licenseId, Gate.user("license-manager")).jsonPath();
        assertThat(license.getInt("lines[0].quantityDrawn")).isEqualTo(8);
        assertThat(license.getInt("version")).isEqualTo(2);
    }

    @Test
    void a_license_for_others_covers_nothing() {
        record(license("X" + gpu.substring(8), german, "CN", "3A090", 10));

        JsonPath answer = release(export(gpu, chinese, "CN"));

        assertThat(answer.getString("release.decision")).isEqualTo("DENIED");
        assertThat(answer.getString("release.reasons")).contains("the license does not name " + chinese);
    }

    @Test
    void a_revoked_license_opens_nothing_and_a_stale_revocation_is_refused() {
        String id = record(license("R" + gpu.substring(8), chinese, "CN", "3A090", 10));
        String path = "/v1/licenses/" + id + "/revocation";
        String manager = Gate.user("license-manager");
        String body = "{\"reason\": \"letter\"}";

        assertThat(put(path, manager, null, body).statusCode()).isEqualTo(428);
        assertThat(put(path, manager, "\"7\"", body).statusCode()).isEqualTo(412);
        assertThat(put(path, manager, "\"1\"", body).statusCode()).isEqualTo(200);
        assertThat(decision(export(gpu, chinese, "CN"))).isEqualTo("DENIED");
    }

    @Test
    void a_fact_that_never_arrived_is_reviewed() {
        JsonPath answer = release(export("itm-unheard-of", german, "DE"));

        assertThat(answer.getString("release.decision")).isEqualTo("REVIEW");
        assertThat(answer.getString("release.reasons")).contains("itm-unheard-of is not known here");
        assertThat(decision(export(h20, "pty-unheard-of", "DE"))).isEqualTo("REVIEW");
        assertThat(decision(deemedExport(tech, "prs-unheard-of"))).isEqualTo("REVIEW");
    }

    @Test
    void a_feed_older_than_its_limit_never_permits() {
        String person = "prs-" + german;
        services.person(person(person, 1, PersonState.Status.ACTIVE, null));
        until(() -> decision(deemedExport(tech, person)).equals("PERMITTED"));
        services.silence(Topics.PERSONS);
        try {
            until(() -> decision(deemedExport(tech, person)).equals("REVIEW"));
            assertThat(release(deemedExport(tech, person)).getString("release.reasons"))
                    .contains("its feed is older than its limit");
            assertThat(decision(export(h20, german, "DE")))
                    .as("a transaction without a person")
                    .isEqualTo("PERMITTED");
        } finally {
            services.resume(Topics.PERSONS);
        }
        until(() -> decision(deemedExport(tech, person)).equals("PERMITTED"));
    }

    @Test
    void an_event_that_cannot_be_read_makes_its_fact_unknown_until_a_newer_one_can() {
        services.send(Topics.PARTIES, german, 2, "{\"id\": 7, \"nonsense".getBytes(StandardCharsets.UTF_8));
        until(() -> decision(export(h20, german, "DE")).equals("REVIEW"));

        services.party(party(german, 3, "DE", PartyState.Status.CLEAR));
        until(() -> decision(export(h20, german, "DE")).equals("PERMITTED"));
    }

    @Test
    void a_version_that_goes_back_is_ignored() {
        services.party(party(german, 5, "DE", PartyState.Status.LISTED));
        until(() -> decision(export(h20, german, "DE")).equals("DENIED"));

        services.party(party(german, 4, "DE", PartyState.Status.CLEAR));
        services.party(party(emirati, 2, "AE", PartyState.Status.LISTED));
        until(() -> decision(export(h20, emirati, "AE")).equals("DENIED"));

        assertThat(decision(export(h20, german, "DE"))).isEqualTo("DENIED");
    }

    @Test
    void a_party_that_is_listed_and_a_leaver_are_stopped_within_a_second() {
        String person = "prs-" + german;
        services.person(person(person, 1, PersonState.Status.ACTIVE, null));
        until(() -> decision(deemedExport(tech, person)).equals("PERMITTED"));

        services.person(person(person, 2, PersonState.Status.INACTIVE, null));
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !decision(deemedExport(tech, person)).equals("PERMITTED"));

        services.party(party(german, 2, "DE", PartyState.Status.LISTED));
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> decision(export(h20, german, "DE")).equals("DENIED"));
    }

    @Test
    void an_is_informed_letter_binds_the_next_release_and_its_withdrawal_frees_the_one_after() {
        assertThat(decision(export(h20, emirati, "AE"))).isEqualTo("PERMITTED");
        Response held = post("/v1/holds", Gate.user("officer"), """
                {"letterReference": "BIS letter", "letterDate": "2025-04-09", "effectiveFrom": "2025-04-09",
                 "itemIds": ["%s"], "countries": ["AE"], "note": "A license is required.",
                 "outcome": "LICENSE_REQUIRED", "citation": "15 CFR 744.23(b)"}""".formatted(h20));
        assertThat(held.statusCode()).as(held.asString()).isEqualTo(201);

        JsonPath denied = release(export(h20, emirati, "AE"));
        assertThat(denied.getString("release.decision")).isEqualTo("DENIED");
        assertThat(denied.getString("release.determination.citations")).contains("744.23(b)");
        assertThat(decision(export(h20, german, "DE"))).isEqualTo("PERMITTED");

        String path = "/v1/holds/" + held.jsonPath().getString("id") + "/withdrawal";
        String body = "{\"reason\": \"a later rule\"}";
        assertThat(put(path, Gate.user("officer"), "\"9\"", body).statusCode()).isEqualTo(412);
        assertThat(put(path, Gate.user("officer"), "\"1\"", body).statusCode()).isEqualTo(200);
        assertThat(decision(export(h20, emirati, "AE"))).isEqualTo("PERMITTED");
    }

    @Test
    void bad_input_is_told_by_json_pointer_and_leaves_nothing() {
        refused(export(h20, german, "DE", 0), 400, "/quantity");
        refused(export(h20, german, "XX"), 400, "/destination");
        refused(export(h20, german, "DE").replace("EXPORT", "EXPORTATION"), 400, "/activity");
        refused(export(h20, "", "DE"), 400, "/parties/0/partyId");
        refused("{\"activity\": \"EXPORT\", \"itemId\": \"i\", \"quantity\": 1}", 400, "/destination");
        refused("{\"activity\": \"DEEMED_EXPORT\", \"itemId\": \"i\", \"quantity\": 1}", 400, "/personId");
        refused(export(h20, german, "DE").replace("\"quantity\"", "\"amount\": 1, \"quantity\""), 400, "/amount");
        refused("{\"activity\": \"EXPORT\", \"itemId\": ", 400, null);
        refused("{\"parties\": " + "[".repeat(5_000), 400, "/parties/0");
        refused("{\"activity\": " + "{\"a\": ".repeat(5_000), 400, null);
        refused(export(h20, german, "DE").replace("\"quantity\": 1", "\"quantity\": 1e13"), 400, "/quantity");
        StringBuilder parties = new StringBuilder();
        for (int i = 0; i < 51; i++) {
            parties.append(i == 0 ? "" : ",")
                    .append("{\"partyId\": \"p")
                    .append(i)
                    .append("\", \"role\": \"END_USER\"}");
        }
        refused(
                "{\"activity\": \"EXPORT\", \"itemId\": \"i\", \"quantity\": 1, \"destination\": \"DE\", \"parties\": ["
                        + parties + "]}",
                400,
                "/parties");
        assertThat(get("/v1/releases?itemId=i", Gate.user("auditor")).jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void only_those_may_who_have_the_role_and_a_token_for_this_service() {
        String request = export(h20, german, "DE");

        assertThat(post("/v1/releases", Gate.user("engineer"), request).statusCode())
                .isEqualTo(403);
        assertThat(post("/v1/releases", Gate.user("auditor"), request).statusCode())
                .isEqualTo(403);
        assertThat(post("/v1/releases", Tokens.ofClient("gateway", "screening-svc"), request)
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("/v1/releases", "not-a-token", request).statusCode()).isEqualTo(401);
        assertThat(post("/v1/licenses", Gate.gateway(), license("Z1", german, "DE", "3A090", 1))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/v1/holds", Gate.user("license-manager"), "{}").statusCode())
                .isEqualTo(403);
        assertThat(post("/v1/releases", Gate.gateway(), "", request).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_determination_keeps_every_step_and_opens_nothing() {
        String question = """
                {"activity": "EXPORT", "itemId": "%s", "destination": "DE", "endUses": ["CIVIL"], "asOf": "2026-11-23",
                 "parties": [{"partyId": "%s", "role": "ULTIMATE_CONSIGNEE"}]}""".formatted(gpu, german);
        Response made = post("/v1/determinations", Gate.user("engineer"), question);

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.jsonPath().getList("determination.steps")).isNotEmpty();
        assertThat(made.jsonPath().getString("determination.asOf")).isEqualTo("2026-11-23");
        String path = made.header("Location");
        assertThat(get(path.substring(path.indexOf("/v1/")), Gate.user("auditor"))
                        .asString())
                .isEqualTo(made.asString());
    }

    private void refused(String body, int status, String pointer) {
        Response response = post("/v1/releases", Gate.gateway(), body);
        assertThat(response.statusCode()).as(body + " " + response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        if (pointer != null) {
            assertThat(response.jsonPath().getString("errors.pointer"))
                    .as(response.asString())
                    .contains(pointer);
        }
    }
}
