package dev.portcullis.screening.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.portcullis.local.testing.PortcullisStack;
import dev.portcullis.screening.rest.Apis;
import dev.portcullis.screening.rest.ApisProfile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Parties that come or move after a signal, over HTTP and on a real database. */
@QuarkusTest
@TestProfile(ApisProfile.class)
@QuarkusTestResource(PortcullisStack.class)
class LaterPartiesTest {
    @BeforeAll
    static void waitLongerOnABusyMachine() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    private static String party(String name, String country, String headquarters) {
        return as("screener")
                .body(Map.of("name", name, "country", country, "headquarters", headquarters))
                .post("/v1/parties")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification as(String user) {
        return Apis.as(user).contentType("application/json");
    }

    private static String post(Map<String, Object> signal) {
        String id = as("officer")
                .body(signal)
                .post("/v1/signals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Awaitility.await()
                .untilAsserted(
                        () -> as("officer").get("/v1/signals/" + id).then().body("impact.done", equalTo(true)));
        return id;
    }

    private static List<String> tied(String signal) {
        List<Map<String, Object>> items = as("officer")
                .get("/v1/signals/" + signal + "/impact?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.stream()
                .map(item -> item.get("partyId") + " " + item.get("relation"))
                .toList();
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class),
                ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class),
                ConfigProvider.getConfig().getValue("quarkus.datasource.password", String.class));
    }

    private static void execute(String statement) throws SQLException {
        try (Connection database = database()) {
            database.createStatement().executeUpdate(statement);
        }
    }

    private static int waitingParties() throws SQLException {
        try (Connection database = database();
                ResultSet rows = database.createStatement().executeQuery("select count(*) from signal_party_due")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void who_comes_or_moves_later_is_tied_once_to_signals_that_still_matter_and_to_no_others() throws SQLException {
        String open = post(Map.of(
                "source",
                "COMPANY",
                "kind",
                "COUNTRY_RULE",
                "title",
                "Rules for Uzbekistan",
                "countries",
                List.of("UZ")));
        String inForce = post(Map.of(
                "source", "COMPANY",
                "kind", "COUNTRY_RULE",
                "title", "More rules for Uzbekistan",
                "countries", List.of("UZ"),
                "effectiveFrom", "2020-01-01"));
        String over = post(Map.of(
                "source", "COMPANY",
                "kind", "COUNTRY_RULE",
                "title", "What was for Uzbekistan",
                "countries", List.of("UZ"),
                "effectiveFrom", "2020-01-01",
                "effectiveUntil", "2020-12-31"));
        String naming = post(Map.of(
                "source", "COMPANY",
                "kind", "COMPANY_NOTICE",
                "title", "About somebody",
                "parties", List.of("Vermilion Plimsoll Works")));
        for (String acknowledged : List.of(inForce, over)) {
            as("officer")
                    .body(Map.of("reason", "Read."))
                    .post("/v1/signals/" + acknowledged + "/acknowledgments")
                    .then()
                    .statusCode(201);
        }

        String comes = party("Tashkent Tea House", "UZ", "DE");
        String moves = party("Vermillion Plimsoll Works Ltd", "DE", "DE");
        Awaitility.await().untilAsserted(() -> {
            assertThat(tied(open)).containsExactly(comes + " COUNTRY");
            assertThat(tied(naming)).containsExactly(moves + " NAMED");
            assertThat(waitingParties()).isZero();
        });
        Map<String, Object> details =
                new HashMap<>(Map.of("name", "Vermillion Plimsoll Works Ltd", "country", "DE", "headquarters", "UZ"));
        String etag = as("officer").get("/v1/parties/" + moves).header("ETag");
        etag = as("screener")
                .header("If-Match", etag)
                .body(details)
                .put("/v1/parties/" + moves)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        Awaitility.await().untilAsserted(() -> {
            for (String signal : List.of(open, inForce)) {
                assertThat(tied(signal)).containsExactlyInAnyOrder(comes + " COUNTRY", moves + " HEADQUARTERS");
                as("officer").get("/v1/signals/" + signal).then().body("impact.parties", equalTo(2));
            }
            assertThat(waitingParties()).isZero();
        });
        // It moves on: one more tie, and no party more.
        details.put("country", "UZ");
        as("screener")
                .header("If-Match", etag)
                .body(details)
                .put("/v1/parties/" + moves)
                .then()
                .statusCode(200);
        Awaitility.await().untilAsserted(() -> {
            assertThat(tied(open))
                    .containsExactlyInAnyOrder(comes + " COUNTRY", moves + " HEADQUARTERS", moves + " COUNTRY");
            as("officer").get("/v1/signals/" + open).then().body("impact.parties", equalTo(2));
            assertThat(waitingParties()).isZero();
        });
        assertThat(tied(over)).isEmpty();
        // Looked at once more from the first party on, as after an update of the service, nobody is tied or counted
        // twice.
        execute("update signal set impact_done = false, impact_after = null where id = '" + open + "'");
        Awaitility.await()
                .untilAsserted(() -> as("officer")
                        .get("/v1/signals/" + open)
                        .then()
                        .body("impact.done", equalTo(true))
                        .body("impact.parties", equalTo(2)));
        assertThat(tied(open)).hasSize(3);
        as("officer")
                .get("/v1/signals/" + naming)
                .then()
                .body("impact.parties", equalTo(1))
                .body("version", equalTo(1));
        as("officer")
                .get("/v1/signals/" + naming + "/impact")
                .then()
                .body("items[0].foundAt", startsWith("20"))
                .body("items[0].words", startsWith("Vermilion Plimsoll Works ("));
    }
}
