package dev.portcullis.licensing.redflag;

import static dev.portcullis.licensing.Gate.export;
import static dev.portcullis.licensing.Gate.get;
import static dev.portcullis.licensing.Gate.post;
import static dev.portcullis.licensing.Gate.release;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.licensing.AtTheGate;
import dev.portcullis.licensing.Gate;
import dev.portcullis.local.testing.PortcullisStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class RedFlagTest extends AtTheGate {
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Test
    void a_flag_on_a_party_closes_the_gate_at_once_until_somebody_else_closes_the_flag() {
        String flag = raise("screener", "9", "PARTY", german);

        JsonPath held = release(export(h20, german, "DE"));
        assertThat(held.getString("release.decision")).isEqualTo("REVIEW");
        assertThat(held.getString("release.reasons"))
                .contains("Red flag 9", flag, "a forwarder's warehouse", "Supp. No. 3 to 15 CFR Part 732");
        assertThat(held.getList("release.determination.redFlags", String.class)).contains(flag);
        assertThat(decision(export(h20, emirati, "AE"))).isEqualTo("PERMITTED");

        assertThat(close(flag, "officer", "\"1\"").statusCode()).isEqualTo(200);
        JsonPath open = release(export(h20, german, "DE"));
        assertThat(open.getString("release.decision")).isEqualTo("PERMITTED");
        assertThat(open.getString("release.determination.steps")).contains("was closed on", "The lease was seen.");

        String anew = raise("classifier", "9", "PARTY", german);
        assertThat(decision(export(h20, german, "DE"))).isEqualTo("REVIEW");
        assertThat(flags("kind=PARTY&subject=" + german)).containsExactly(flag, anew);
        assertThat(flags("state=OPEN&subject=" + german)).containsExactly(anew);
        assertThat(flags("state=CLOSED&kind=PARTY&subject=" + german)).containsExactly(flag);
        assertThat(flags("kind=ITEM&subject=" + german)).isEmpty();
        assertThat(get("/v1/red-flags?state=NONE", Gate.user("auditor")).statusCode())
                .isIn(400, 404);
        assertThat(replay(held)).isEqualTo("IDENTICAL");
        assertThat(replay(open)).isEqualTo("IDENTICAL");
    }

    @Test
    void flags_on_item_destination_and_reference_reach_what_names_them() {
        raise("license-manager", "28", "ITEM", h20);
        assertThat(decision(export(h20, german, "DE"))).isEqualTo("REVIEW");

        String other = "po-" + test;
        services.item(Gate.accessible(h20 + "-b", 1));
        until(() -> decision(export(h20 + "-b", german, "DE")).equals("PERMITTED"));
        raise("engineer", "OTHER", "REFERENCE", other);
        assertThat(decision(referring(other.toUpperCase(java.util.Locale.ROOT))))
                .isEqualTo("REVIEW");
        assertThat(decision(referring("another-" + test))).isEqualTo("PERMITTED");

        String flag = raise("screener", "10", "DESTINATION", "de");
        try {
            assertThat(decision(export(h20 + "-b", german, "DE"))).isEqualTo("REVIEW");
        } finally {
            assertThat(close(flag, "officer", "\"1\"").statusCode()).isEqualTo(200);
        }
        assertThat(decision(export(h20 + "-b", german, "DE"))).isEqualTo("PERMITTED");
    }

    @Test
    void nobody_closes_what_he_has_raised_and_nobody_closes_unseen_or_twice() {
        String own = raise("officer", "1", "PARTY", "pty-own-" + test);
        String flag = raise("screener", "1", "PARTY", "pty-x-" + test);

        Response refused = close(own, "officer", "\"1\"");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString()).contains("Somebody else");
        assertThat(close(flag, "screener", "\"1\"").statusCode()).isEqualTo(403);
        assertThat(close(flag, "officer", null).statusCode()).isEqualTo(428);
        assertThat(close(flag, "officer", "\"7\"").statusCode()).isEqualTo(412);
        String key = UUID.randomUUID().toString();
        assertThat(close(flag, "officer", "\"1\"", key).statusCode()).isEqualTo(200);
        Response again = close(flag, "officer", "\"1\"", key);
        assertThat(again.statusCode()).as("a retry has the same answer").isEqualTo(200);
        assertThat(again.jsonPath().getString("state")).isEqualTo("CLOSED");
        assertThat(close(flag, "officer", "\"2\"").statusCode()).isEqualTo(409);
        JsonPath closed = get("/v1/red-flags/" + flag, Gate.user("auditor")).jsonPath();
        assertThat(closed.getList("resolution.evidence", String.class)).containsExactly(DIGEST);
        assertThat(closed.getString("resolution.by")).isNotEqualTo(closed.getString("raisedBy"));
    }

    @Test
    void a_flag_must_be_one_of_the_list_on_something_that_can_be() {
        assertThat(post("/v1/red-flags", Gate.user("screener"), body("30", "PARTY", "pty-1"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/v1/red-flags", Gate.user("screener"), body("1", "DESTINATION", "ZZ"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/v1/red-flags", Gate.user("auditor"), body("1", "PARTY", "pty-1"))
                        .statusCode())
                .isEqualTo(403);
        String flag = raise("screener", "1", "PARTY", "pty-y-" + test);
        assertThat(given().auth()
                        .oauth2(Gate.user("officer"))
                        .contentType("application/json")
                        .header("If-Match", "\"1\"")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body("{\"reason\": \"fine\", \"evidence\": []}")
                        .put("/v1/red-flags/" + flag + "/resolution")
                        .statusCode())
                .as("without evidence")
                .isEqualTo(400);
        assertThat(get("/v1/red-flags/guidance", Gate.user("engineer"))
                        .jsonPath()
                        .getList("flags"))
                .hasSize(30);
        assertThat(get("/v1/red-flags/rfl-none", Gate.user("auditor")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_database_refuses_to_forget_or_rewrite_a_flag() throws SQLException {
        String flag = raise("screener", "2", "PARTY", "pty-w-" + test);
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                Statement sql = connection.createStatement()) {
            for (String statement : new String[] {
                "delete from red_flag where id = '" + flag + "'",
                "update red_flag set seen = 'nothing' where id = '" + flag + "'",
                "update red_flag set subject = 'pty-nobody' where id = '" + flag + "'"
            }) {
                assertThatThrownBy(() -> sql.executeUpdate(statement))
                        .as(statement)
                        .hasMessageContaining("a red flag is closed once and otherwise never changed");
            }
        }
    }

    @Test
    void open_flags_and_their_age_are_counted() {
        raise("screener", "4", "PARTY", "pty-z-" + test);

        until(() -> figure("portcullis_red_flags_open") >= 1 && figure("portcullis_red_flags_age_seconds") > 0);
    }

    private static List<String> flags(String query) {
        Response answer = get("/v1/red-flags?" + query, Gate.user("auditor"));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().getList("items.id", String.class);
    }

    private static double figure(String name) {
        return get("/q/metrics", Gate.user("auditor"))
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String referring(String reference) {
        return export(h20 + "-b", german, "DE")
                .replace("\"quantity\"", "\"reference\": \"" + reference + "\", \"quantity\"");
    }

    private static String raise(String user, String number, String kind, String subject) {
        Response answer = post("/v1/red-flags", Gate.user(user), body(number, kind, subject));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getString("id");
    }

    private static String body(String number, String kind, String subject) {
        return """
                {"number": "%s", "kind": "%s", "subject": "%s", "seen": "The delivery address is a forwarder's warehouse."}""".formatted(number, kind, subject);
    }

    private static Response close(String id, String user, @Nullable String ifMatch) {
        return close(id, user, ifMatch, UUID.randomUUID().toString());
    }

    private static Response close(String id, String user, @Nullable String ifMatch, String key) {
        var request = given().auth()
                .oauth2(Gate.user(user))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"reason\": \"The lease was seen.\", \"evidence\": [\"" + DIGEST + "\"]}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/red-flags/" + id + "/resolution");
    }

    private static String replay(JsonPath release) {
        return post(
                        "/v1/determinations/" + release.getString("release.determination.id") + "/replay",
                        Gate.user("auditor"),
                        "")
                .jsonPath()
                .getString("result");
    }
}
