package dev.portcullis.licensing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.local.testing.PortcullisStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who integrates reads the description of the API: each operation in it shows what to send and what comes back. */
@QuarkusTest
@QuarkusTestResource(PortcullisStack.class)
class PublishedOperationsTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    @Test
    void every_operation_shows_an_example_of_what_it_takes_and_of_what_it_answers() throws IOException {
        JsonNode paths = new ObjectMapper()
                .readTree(given().accept("application/json")
                        .get("/q/openapi?format=json")
                        .asString())
                .path("paths");
        List<String> without = new ArrayList<>();
        int seen = 0;
        for (var path : paths.properties()) {
            for (var operation : path.getValue().properties()) {
                if (!METHODS.contains(operation.getKey())) {
                    continue;
                }
                seen++;
                String name = operation.getKey() + " " + path.getKey();
                JsonNode body = operation.getValue().path("requestBody");
                if (body.isObject() && body.findValue("examples") == null) {
                    without.add(name + " takes");
                }
                for (var answer : operation.getValue().path("responses").properties()) {
                    JsonNode json = answer.getValue().path("content").path("application/json");
                    if (answer.getKey().startsWith("20") && json.isObject() && !json.has("examples")) {
                        without.add(name + " answers " + answer.getKey());
                    }
                }
            }
        }

        assertThat(without).isEmpty();
        assertThat(seen).isGreaterThan(60);
    }
}
