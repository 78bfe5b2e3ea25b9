package dev.portcullis.benchmarks.draws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.local.stack.LocalStack;
import dev.portcullis.local.stack.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Speaks to licensing-svc. */
final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalStack stack;

    Client(LocalStack stack) {
        this.stack = stack;
    }

    /** Records a license of one line. */
    void record(String number, long units, long value, int valueExcess) throws IOException, InterruptedException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String limit = value == 0
                ? ""
                : String.format(
                        ", \"value\": {\"amount\": \"%d\", \"currency\": \"USD\"}, \"tolerance\": {\"valueExcess\": %d}",
                        value, valueExcess);
        String body = String.format(
                "{\"number\": \"%s\", \"kind\": \"BIS_LICENSE\", \"validFrom\": \"%s\", \"validUntil\": \"%s\","
                        + " \"consignees\": [\"pty-1\"], \"countries\": [\"CN\"],"
                        + " \"lines\": [{\"line\": 1, \"eccn\": \"3A090\", \"quantity\": %d%s}]}",
                number, today.minusDays(1), today.plusYears(1), units, limit);
        HttpResponse<String> answer = http.send(
                request("/v1/licenses", "license-manager")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    /** What a draw uses; a part for each license. */
    static String use(int quantity, int value, String... licenses) {
        StringBuilder use = new StringBuilder("{\"activity\": \"EXPORT\", \"itemId\": \"itm-1\", \"eccn\": \"3A090\","
                + " \"destination\": \"CN\", \"parties\": [{\"partyId\": \"pty-1\", \"role\": \"ULTIMATE_CONSIGNEE\"}],"
                + " \"parts\": [");
        for (int i = 0; i < licenses.length; i++) {
            use.append(i == 0 ? "" : ", ")
                    .append("{\"licenseNumber\": \"")
                    .append(licenses[i])
                    .append("\", \"quantity\": ")
                    .append(quantity);
            if (value > 0) {
                use.append(", \"value\": {\"amount\": \"").append(value).append("\", \"currency\": \"USD\"}");
            }
            use.append('}');
        }
        return use.append("]}").toString();
    }

    /** Draws once; the status of the answer. */
    CompletableFuture<Integer> draw(String reference, String use) {
        return http.sendAsync(
                        request("/v1/license-draws/" + reference, "license-manager")
                                .PUT(HttpRequest.BodyPublishers.ofString(use))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    /** Sends many draws as often as it takes until each has a result that is one; the results. */
    JsonNode persist(String draws) throws InterruptedException, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "nothing";
        while (System.nanoTime() < end) {
            try {
                HttpResponse<String> answer = http.send(
                        request("/v1/license-draws", "license-manager")
                                .POST(HttpRequest.BodyPublishers.ofString(draws))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                last = answer.statusCode() + " " + answer.body();
                if (answer.statusCode() == 200) {
                    JsonNode results = JSON.readTree(answer.body()).path("results");
                    if (results.findValues("status").stream().noneMatch(status -> status.asInt() == 503)) {
                        return results;
                    }
                } else if (answer.statusCode() < 500) {
                    break;
                }
            } catch (IOException | IllegalStateException gone) {
                // The server was killed: the same draws are sent again.
                last = String.valueOf(gone);
            }
            Thread.sleep(100);
        }
        throw new IOException("no answer that is one: " + last.substring(0, Math.min(500, last.length())));
    }

    private HttpRequest.Builder request(String path, String user) {
        return HttpRequest.newBuilder(
                        URI.create(stack.service(Service.LICENSING).address() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + stack.tokens().ofUser(user, Service.LICENSING.id()));
    }
}
