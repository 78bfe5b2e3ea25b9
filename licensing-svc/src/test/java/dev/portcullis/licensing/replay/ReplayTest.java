package dev.portcullis.licensing.replay;

import static dev.portcullis.licensing.Gate.deemedExport;
import static dev.portcullis.licensing.Gate.export;
import static dev.portcullis.licensing.Gate.get;
import static dev.portcullis.licensing.Gate.party;
import static dev.portcullis.licensing.Gate.person;
import static dev.portcullis.licensing.Gate.post;
import static dev.portcullis.licensing.Gate.put;
import static dev.portcullis.licensing.Gate.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.licensing.AtTheGate;
import dev.portcullis.licensing.Gate;
import dev.portcullis.local.testing.PortcullisStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class ReplayTest extends AtTheGate {
    @Test
    void a_determination_replays_to_identical_bytes_when_its_facts_have_long_changed() {
        String id = determined(export(gpu, chinese, "CN"));
        String sha256 =
                get("/v1/determinations/" + id, Gate.user("auditor")).jsonPath().getString("sha256");
        services.party(party(chinese, 2, "DE", PartyState.Status.LISTED));
        until(() -> release(export(gpu, chinese, "CN"))
                .getString("release.determination.steps")
                .contains("version 2"));

        JsonPath replay = replay(id);

        assertThat(replay.getString("result")).as(replay.prettify()).isEqualTo("IDENTICAL");
        assertThat(replay.getString("storedSha256")).isEqualTo(sha256);
        assertThat(replay.getString("computedSha256")).isEqualTo(sha256);
        assertThat(replay.getList("remarks")).isEmpty();
        assertThat(replay.getList("parts")).isEmpty();
    }

    @Test
    void what_was_not_known_is_not_known_in_the_replay_either() {
        services.party(party("pty-later-" + test, 1, "DE", PartyState.Status.CLEAR));
        String id = determined(export("itm-never-" + test, german, "DE"));
        String person = determined(deemedExport(tech, "prs-never-" + test));

        assertThat(replay(id).getString("result")).isEqualTo("IDENTICAL");
        assertThat(replay(person).getString("result")).isEqualTo("IDENTICAL");
    }

    @Test
    void a_letter_that_was_withdrawn_since_is_read_as_it_stood() {
        String letter = post("/v1/holds", Gate.user("officer"), """
                        {"letterReference": "letter %s", "letterDate": "2025-04-09", "effectiveFrom": "2025-04-09",
                         "itemIds": ["%s"], "note": "A license is required.", "outcome": "LICENSE_REQUIRED",
                         "citation": "15 CFR 744.23(b)"}""".formatted(test, h20))
                .jsonPath()
                .getString("id");
        String id = determined(export(h20, german, "DE"));
        put("/v1/holds/" + letter + "/withdrawal", Gate.user("officer"), "\"1\"", "{\"reason\": \"replaced\"}");

        assertThat(get("/v1/determinations/" + id, Gate.user("auditor"))
                        .jsonPath()
                        .getString("determination.outcome"))
                .isEqualTo("LICENSE_REQUIRED");
        assertThat(replay(id).getString("result")).isEqualTo("IDENTICAL");
    }

    @Test
    void inputs_that_were_tampered_with_are_told_with_the_steps_that_differ() throws SQLException {
        String id = determined(export(gpu, chinese, "CN"));

        Tampering.with("determination_input", """
                update determination_input set content = convert_to(replace(convert_from(content, 'UTF8'), '"CN"', '"DE"'), 'UTF8')
                where determination_id = '%s'""".formatted(id));
        JsonPath replay = replay(id);

        assertThat(replay.getString("result")).isEqualTo("DIFFERENT");
        assertThat(replay.getList("remarks", String.class)).containsExactly("INPUTS_ALTERED");
        assertThat(replay.getList("parts", String.class)).contains("destination", "steps", "transaction");
        assertThat(replay.getList("onlyStored")).isNotEmpty();
        assertThat(replay.getList("onlyComputed")).isNotEmpty();
        assertThat(replay.getString("onlyStored")).contains("CN");
    }

    @Test
    void an_answer_and_its_inputs_that_were_altered_together_contradict_the_ledger() throws SQLException {
        String id = determined(export(h20, german, "DE"));

        for (String[] table : new String[][] {
            {"determination", "answer", "id"}, {"determination_input", "content", "determination_id"}
        }) {
            Tampering.with(table[0], """
                    update %1$s set %2$s = convert_to(replace(convert_from(%2$s, 'UTF8'), '"END_USER"', '"PURCHASER"'), 'UTF8')
                    where %3$s = '%4$s'""".formatted(table[0], table[1], table[2], id));
        }
        JsonPath replay = replay(id);

        assertThat(replay.getString("storedSha256")).isEqualTo(replay.getString("computedSha256"));
        assertThat(replay.getString("result")).isEqualTo("DIFFERENT");
        assertThat(replay.getList("remarks", String.class)).containsExactly("ANSWER_ALTERED", "INPUTS_ALTERED");
    }

    @Test
    void inputs_that_were_removed_are_no_excuse_and_those_of_another_law_are_told() throws SQLException {
        String removed = determined(export(h20, german, "DE"));
        String other = determined(export(h20, german, "DE"));
        Tampering.with(
                "determination_input", "delete from determination_input where determination_id = '" + removed + "'");
        Tampering.with("determination_input", """
                update determination_input set content = convert_to(
                    regexp_replace(convert_from(content, 'UTF8'), '"law":"[0-9a-f]+"', '"law":"older"'), 'UTF8')
                where determination_id = '%s'""".formatted(other));

        assertThat(replay(removed).getString("result")).isEqualTo("DIFFERENT");
        assertThat(replay(removed).getList("remarks", String.class)).containsExactly("INPUTS_ALTERED");
        assertThat(replay(other).getList("remarks", String.class)).containsExactly("INPUTS_ALTERED", "LAW_CHANGED");
    }

    @Test
    void nobody_sees_a_nationality_through_a_replay_who_may_not_see_it() {
        String person = "prs-replay" + test;
        services.person(person(person, 1, PersonState.Status.ACTIVE, "CN"));
        until(() -> !decision(deemedExport(tech, person)).equals("REVIEW"));
        String id = determined(deemedExport(tech, person));

        for (String user : new String[] {"engineer", "license-manager", "gateway"}) {
            String token = user.equals("gateway") ? Gate.gateway() : Gate.user(user);
            Response refused = post("/v1/determinations/" + id + "/replay", token, "");
            assertThat(refused.statusCode()).as(user).isEqualTo(403);
            assertThat(refused.asString()).doesNotContain("CN");
        }
        assertThat(replay(id).getString("result")).isEqualTo("IDENTICAL");
        assertThat(get("/v1/determinations/" + id, Gate.user("engineer")).asString())
                .doesNotContain("\"CN\"", "(CN)");
        assertThat(post("/v1/determinations/det-none/replay", Gate.user("auditor"), "")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String determined(String request) {
        return release(request).getString("release.determination.id");
    }

    private static JsonPath replay(String id) {
        Response answer = post("/v1/determinations/" + id + "/replay", Gate.user("auditor"), "");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }
}
