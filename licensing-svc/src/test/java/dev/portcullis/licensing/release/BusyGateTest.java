package dev.portcullis.licensing.release;

import static dev.portcullis.licensing.Gate.export;
import static dev.portcullis.licensing.Gate.get;
import static dev.portcullis.licensing.Gate.license;
import static dev.portcullis.licensing.Gate.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.licensing.AtTheGate;
import dev.portcullis.licensing.Gate;
import dev.portcullis.local.testing.PortcullisStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class BusyGateTest extends AtTheGate {
    @Test
    void a_license_is_never_overdrawn_by_concurrent_releases() throws Exception {
        String licenseId = record(license("C" + gpu.substring(8), chinese, "CN", "3A090", 60));
        String request = export(gpu, chinese, "CN", 3);
        String token = Gate.gateway();
        List<String> decisions = atOnce(Collections.nCopies(50, () -> {
            Response answer = persist("/v1/releases", token, UUID.randomUUID().toString(), request);
            String decision = answer.jsonPath().getString("release.decision");
            // What is neither opened nor shut shows itself whole where this fails.
            return "PERMITTED".equals(decision) || "DENIED".equals(decision)
                    ? decision
                    : answer.statusCode() + " " + answer.asString();
        }));

        assertThat(decisions).containsOnly("PERMITTED", "DENIED");
        assertThat(decisions).filteredOn("PERMITTED"::equals).hasSize(20);
        assertThat(drawn(licenseId)).isEqualTo(60);
        JsonPath license =
                get("/v1/licenses/" + licenseId, Gate.user("license-manager")).jsonPath();
        assertThat(license.getString("status")).isEqualTo("EXHAUSTED");
        assertThat(license.getInt("version")).isEqualTo(21);
    }

    @Test
    void a_retry_gets_the_same_answer_and_draws_once() {
        String licenseId = record(license("I" + gpu.substring(8), chinese, "CN", "3A090", 10));
        String key = UUID.randomUUID().toString();
        String request = export(gpu, chinese, "CN", 4);

        Response first = post("/v1/releases", Gate.gateway(), key, request);
        Response again = post("/v1/releases", Gate.gateway(), key, request);
        Response other = post("/v1/releases", Gate.gateway(), key, export(gpu, chinese, "CN", 5));

        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(drawn(licenseId)).isEqualTo(4);
    }

    @Test
    void requests_with_one_key_at_the_same_time_act_once_and_get_one_answer() throws Exception {
        String licenseId = record(license("K" + test, chinese, "CN", "3A090", 10));
        String key = UUID.randomUUID().toString();
        String request = export(gpu, chinese, "CN", 4);
        String token = Gate.gateway();

        List<Response> answers = atOnce(Collections.nCopies(12, () -> persist("/v1/releases", token, key, request)));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.get(0).asString());
        assertThat(drawn(licenseId)).isEqualTo(4);
    }

    @Test
    void who_waits_too_long_is_told_to_come_again_and_then_gets_the_one_answer() throws Exception {
        String licenseId = record(license("W" + test, chinese, "CN", "3A090", 100));
        String request = export(gpu, chinese, "CN", 1);
        String token = Gate.gateway();
        // More than the pool has connections for, twice over: some wait for the license, some for their turn to wait.
        List<String> keys =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(40).toList();

        List<Response> refused;
        try (Connection somebodyElse = connection()) {
            hold(somebodyElse, licenseId);
            refused = atOnce(keys, key -> post("/v1/releases", token, key, request));
        }
        int drawnMeanwhile = drawn(licenseId);
        List<Response> answers = atOnce(keys, key -> persist("/v1/releases", token, key, request));

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.jsonPath().getString("type")).endsWith("busy");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        });
        assertThat(drawnMeanwhile).isZero();
        assertThat(answers)
                .extracting(answer -> answer.jsonPath().getString("release.decision"))
                .containsOnly("PERMITTED");
        assertThat(drawn(licenseId)).isEqualTo(keys.size());
        assertThat(get("/v1/releases?limit=200&decision=PERMITTED&itemId=" + gpu, Gate.user("auditor"))
                        .jsonPath()
                        .getList("items"))
                .hasSize(keys.size());
    }

    @Test
    void licenses_determinations_and_holds_act_once_for_requests_with_one_key_at_the_same_time() throws Exception {
        String manager = Gate.user("license-manager");
        String officer = Gate.user("officer");
        onceFor("/v1/licenses", manager, license("O" + test, chinese, "CN", "3A090", 10), "id");
        onceFor("/v1/determinations", officer, """
                {"activity": "EXPORT", "itemId": "%s", "destination": "DE", "endUses": ["CIVIL"]}""".formatted(h20), "determination.id");
        onceFor("/v1/holds", officer, """
                {"letterReference": "letter %s", "letterDate": "2025-04-09", "effectiveFrom": "2025-04-09",
                 "itemIds": ["itm-of-nobody"], "note": "A license is required.",
                 "outcome": "LICENSE_REQUIRED", "citation": "15 CFR 744.23(b)"}""".formatted(test), "id");
    }

    private static void onceFor(String path, String token, String body, String id) throws Exception {
        String key = UUID.randomUUID().toString();
        List<Response> answers = atOnce(Collections.nCopies(6, () -> persist(path, token, key, body)));
        assertThat(answers).as(path).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream()
                        .map(answer -> answer.jsonPath().getString(id))
                        .distinct())
                .as(path)
                .hasSize(1);
    }

    /** Sends until there is an answer, as a gateway does: with the same key, when it was told to come again. */
    private static Response persist(String path, String token, String key, String body) throws InterruptedException {
        Response answer = post(path, token, key, body);
        for (int attempt = 0; answer.statusCode() == 503 && attempt < 20; attempt++) {
            Thread.sleep(1000L * Integer.parseInt(answer.header("Retry-After")));
            answer = post(path, token, key, body);
        }
        return answer;
    }

    private static Connection connection() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    private static void hold(Connection connection, String licenseId) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement("select id from license where id = ? for update")) {
            lock.setString(1, licenseId);
            assertThat(lock.executeQuery().next()).isTrue();
        }
    }

    private static <K, T> List<T> atOnce(List<K> keys, Request<K, T> request) throws Exception {
        return atOnce(
                keys.stream().<Callable<T>>map(key -> () -> request.send(key)).toList());
    }

    private interface Request<K, T> {
        T send(K key) throws Exception;
    }

    private static <T> List<T> atOnce(List<Callable<T>> requests) throws Exception {
        ExecutorService gateways = Executors.newFixedThreadPool(requests.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : gateways.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            gateways.shutdownNow();
        }
    }
}
