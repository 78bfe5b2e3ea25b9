package dev.portcullis.benchmarks.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/** Sends messages of SCIM. */
final class HrClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final Supplier<String> token;

    /** @param base such as {@code http://127.0.0.1:8083/scim/v2} */
    HrClient(String base, Supplier<String> token) {
        this.base = base;
        this.token = token;
    }

    /** @throws IOException where the answer is no success, or there is none */
    JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(120))
                        .header("Content-Type", "application/scim+json")
                        .header("Authorization", "Bearer " + token.get())
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }

    JsonNode search(String filter) throws IOException, InterruptedException {
        return send("GET", "/Users?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8), "");
    }
}
