package dev.portcullis.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A client that does what a good client does while servers die under it: it sends the very same request again, with the same
 * Idempotency-Key, until it gets an answer that is one.
 */
final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final String address;
    private final Supplier<String> token;

    Caller(String address, Supplier<String> token) {
        this.address = address;
        this.token = token;
    }

    record Answer(int status, JsonNode body) {}

    Answer post(String path, String type, String key, String body) {
        return untilAnswered(request(path)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer get(String path) {
        return untilAnswered(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20));
    }

    private Answer untilAnswered(HttpRequest.Builder request) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "nothing";
        while (System.nanoTime() < end) {
            try {
                HttpRequest authorized = request.copy()
                        .header("Authorization", "Bearer " + token.get())
                        .build();
                HttpResponse<String> response = HTTP.send(authorized, HttpResponse.BodyHandlers.ofString());
                last = response.statusCode() + " " + response.body();
                // 5xx: it may or may not have acted; the same key finds out.
                if (response.statusCode() < 500) {
                    return new Answer(
                            response.statusCode(),
                            response.body().startsWith("{") ? JSON.readTree(response.body()) : JSON.nullNode());
                }
            } catch (IOException | RuntimeException noAnswer) {
                last = String.valueOf(noAnswer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            pause();
        }
        throw new AssertionError("no answer within " + PATIENCE + ", at last: " + last);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
