package dev.portcullis.screening.download;

import static dev.portcullis.screening.rest.Apis.as;
import static dev.portcullis.screening.rest.Apis.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.portcullis.local.testing.PortcullisStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** From a publisher's address to a party that is held, on a service and a database of their own. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
@TestProfile(ListDownloadServiceTest.Publishers.class)
class ListDownloadServiceTest {
    /** A service that downloads, from publishers of the test's. */
    public static final class Publishers implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PublisherServer.class));
        }
    }

    @ConfigProperty(name = "test.publisher")
    String publisher;

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(200));
    }

    private static ValidatableResponse reading(String path) {
        return as("officer").get(path).then();
    }

    private static String list() throws IOException {
        try (InputStream in = Objects.requireNonNull(PublisherServer.class.getResourceAsStream("/lists/un.xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void publish(String file) {
        given().contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .put(publisher + "/un.xml")
                .then()
                .statusCode(204);
    }

    private int unchanged() {
        return Integer.parseInt(given().get(publisher + "/unchanged").asString());
    }

    @Test
    void what_a_publisher_puts_out_holds_parties_within_seconds_while_others_are_down() throws IOException {
        soon().untilAsserted(() -> reading("/v1/lists")
                .body("items.find { it.id == 'un' }.current.entries", equalTo(6))
                .body("items.find { it.id == 'un' }.current.loadedBy", equalTo("download")));
        String party = json("screener", "/v1/parties", "{\"name\":\"Brandelhof Reactor Works\",\"country\":\"AM\"}")
                .statusCode(201)
                .body("screening.status", equalTo("CLEAR"))
                .extract()
                .path("id");

        // What did not change is asked for and not sent, and is no other edition.
        int before = unchanged();
        soon().until(() -> unchanged() > before + 1);
        reading("/v1/lists/un/imports").body("items.size()", equalTo(1));

        // Neither who is down nor who never ends stops the others, and each is counted.
        soon().untilAsserted(() -> given().get("/q/metrics")
                .then()
                .body(containsString("portcullis_screening_list_download_failures_total{source=\"eu\"}"))
                .body(containsString("portcullis_screening_list_download_failures_total{source=\"ofac-sdn\"}")));

        publish(list().replace("2025-04-19T", "2025-04-20T")
                .replace("EGYPTIAN ISLAMIC JIHAD", "BRANDELHOF REACTOR WORKS"));
        soon().untilAsserted(() -> reading("/v1/parties/" + party)
                .body("screening.status", equalTo("LISTED"))
                .body("screening.hits.list", hasItem("UN")));

        // A page that says sorry with status 200 is refused once, and the edition stays.
        publish("<!DOCTYPE html><html><body>Sorry</body></html>");
        soon().untilAsserted(() -> reading("/v1/lists/un/refusals")
                .body("items[0].reason", containsString("HTML"))
                .body("items[0].sentBy", equalTo("download")));
        int refused = unchanged();
        soon().until(() -> unchanged() > refused);
        reading("/v1/lists/un/refusals").body("items.size()", equalTo(1));
        reading("/v1/lists").body("items.find { it.id == 'un' }.current.published", equalTo("2025-04-20"));
        assertThat((List<?>) reading("/v1/lists/un/imports").extract().path("items"))
                .hasSize(2);
    }
}
