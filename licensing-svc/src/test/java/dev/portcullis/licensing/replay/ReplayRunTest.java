package dev.portcullis.licensing.replay;

import static dev.portcullis.licensing.Gate.export;
import static dev.portcullis.licensing.Gate.get;
import static dev.portcullis.licensing.Gate.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.licensing.AtTheGate;
import dev.portcullis.licensing.Gate;
import dev.portcullis.local.testing.PortcullisStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class ReplayRunTest extends AtTheGate {
    private static final int MANY = 300;

    @Test
    void all_determinations_are_replayed_and_one_that_was_tampered_with_is_named() throws Exception {
        List<String> made = determined(MANY);
        JsonPath before = ended(start());
        Tampering.with("determination_input", """
                update determination_input set content = convert_to(replace(convert_from(content, 'UTF8'), '"DE"', '"CU"'), 'UTF8')
                where determination_id = '%s'""".formatted(made.get(150)));

        JsonPath after = ended(start());

        assertThat(before.getLong("identical")).isGreaterThanOrEqualTo(MANY);
        assertThat(before.getLong("replayed"))
                .isEqualTo(before.getLong("identical") + before.getLong("different") + before.getLong("notReplayable"))
                .isEqualTo(count("select count(*) from determination"));
        assertThat(count("select max(octet_length(content)) from determination_input"))
                .as("bytes that an ordinary determination keeps")
                .isBetween(1_000L, 16_384L);
        assertThat(after.getLong("different")).isEqualTo(before.getLong("different") + 1);
        assertThat(after.getLong("identical")).isEqualTo(before.getLong("identical") - 1);
        assertThat(after.getString("digest")).isNotEqualTo(before.getString("digest"));
        assertThat(after.getList("differences.determinationId", String.class)).contains(made.get(150));
        assertThat(after.getList("differences.remarks")).contains(List.of("INPUTS_ALTERED"));

        assertThat(payload(after.getLong("ledgerEntryId")))
                .contains(
                        after.getString("id"),
                        after.getString("digest"),
                        "\"different\":" + after.getLong("different"));
    }

    @Test
    void a_run_goes_on_where_a_killed_process_left_it() throws Exception {
        List<String> made = determined(60);
        JsonPath whole = ended(start());
        String left = "rpl-left-" + test;
        // As a killed process leaves it: everything up to one of ours is counted.
        Tampering.with("replay_run", """
                insert into replay_run (id, state, program_version, law, after, up_to, identical, started_by, started_at)
                select '%s', 'RUNNING', 'v', 'l', '%s', 'det-z', count(*), 'somebody', now()
                from determination where id <= '%2$s'""".formatted(left, made.get(29)));

        JsonPath rest = ended(left);

        assertThat(rest.getLong("replayed")).isEqualTo(whole.getLong("replayed"));
        assertThat(rest.getLong("different")).isZero();
    }

    @Test
    void only_one_run_goes_on_at_a_time() throws Exception {
        determined(1);
        String running;
        try (Tampering.Lock lock = Tampering.inputs()) {
            running = start();
            Response refused = post("/v1/determinations/replays", Gate.user("officer"), "");
            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
        }
        ended(running);
        ended(start());
    }

    @Test
    void runs_are_for_officers_and_auditors() {
        for (String user : new String[] {"engineer", "license-manager", "classifier"}) {
            assertThat(post("/v1/determinations/replays", Gate.user(user), "").statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(get("/v1/determinations/replays/rpl-none", Gate.user("auditor"))
                        .statusCode())
                .isEqualTo(404);
    }

    private List<String> determined(int count) throws Exception {
        String request = export(h20, german, "DE").replace("\"quantity\": 1, ", "");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                answers.add(threads.submit(() -> {
                    Response answer = post("/v1/determinations", Gate.user("engineer"), request);
                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
                    return answer.jsonPath().getString("determination.id");
                }));
            }
            List<String> ids = new ArrayList<>();
            for (Future<String> answer : answers) {
                ids.add(answer.get());
            }
            return ids.stream().sorted().toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static String start() {
        Response answer = post("/v1/determinations/replays", Gate.user("auditor"), "");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .endsWith("/v1/determinations/replays/" + answer.jsonPath().getString("id"));
        return answer.jsonPath().getString("id");
    }

    private static JsonPath ended(String id) {
        String path = "/v1/determinations/replays/" + id;
        until(() ->
                get(path, Gate.user("auditor")).jsonPath().getString("state").equals("DONE"));
        return get(path, Gate.user("auditor")).jsonPath();
    }

    private static long count(String query) throws SQLException {
        return Tampering.number(query);
    }

    private static String payload(long ledgerEntry) {
        until(() -> get("/v1/ledger/proofs/inclusion?entry=" + ledgerEntry, Gate.user("auditor"))
                        .statusCode()
                == 200);
        String payload = get("/v1/ledger/proofs/inclusion?entry=" + ledgerEntry, Gate.user("auditor"))
                .jsonPath()
                .getString("entry.payload");
        return new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
    }
}
