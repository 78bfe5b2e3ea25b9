package dev.portcullis.local.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** One service as one account sees it: its address, and a token for each request. */
final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String JSON_TYPE = "application/json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String address;
    private final Supplier<String> token;

    /** @param token gives a bearer token that is good at the time of the call */
    Api(String address, Supplier<String> token) {
        this.address = address;
        this.token = token;
    }

    /**
     * An answer that the service was glad to give.
     *
     * @param status 200 to 299
     * @param text the body
     * @param etag the version of what was read or made; empty where there is none
     */
    record Answer(int status, String text, String etag) {
        JsonNode json() {
            try {
                return text.isEmpty() ? NullNode.getInstance() : JSON.readTree(text);
            } catch (IOException e) {
                throw new MainJobFailedException("Not JSON: " + text, e);
            }
        }
    }

    Answer get(String path) {
        return require(request(path).GET().build());
    }

    /** Empty where the service answers 404. */
    Optional<Answer> find(String path) {
        HttpResponse<String> response = send(request(path).GET().build());
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(checked("GET " + path, response));
    }

    Answer post(String path, JsonNode body) {
        return post(path, JSON_TYPE, body.toString());
    }

    Answer post(String path, String type, String body) {
        return require(request(path)
                .header("Content-Type", type)
                // A new value a request: a retry would send the same again.
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Answer patch(String path, String type, String body) {
        return require(request(path)
                .header("Content-Type", type)
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.get());
    }

    private static Answer require(HttpRequest request) {
        return checked(request.method() + " " + request.uri(), send(request));
    }

    private static Answer checked(String what, HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new MainJobFailedException(
                    what + " was answered with " + response.statusCode() + ": " + response.body());
        }
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag").orElse(""));
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new MainJobFailedException(
                    request.method() + " " + request.uri() + " got no answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MainJobFailedException("Interrupted", e);
        }
    }
}
