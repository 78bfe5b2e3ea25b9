package dev.portcullis.classification.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A small model registry that speaks MLflow's REST API: versions are created, read, searched and tagged as there, and webhooks are
 * delivered with MLflow's headers and signature. What a registry does not offer, tests set under {@code /control}.
 */
public final class RegistryServer implements QuarkusTestResourceLifecycleManager {
    public static final String TOKEN = "registry-token";
    public static final String SECRET = "present-secret";
    private static final String API = "/api/2.0/mlflow/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> versions = new LinkedHashMap<>();
    private final Map<String, ObjectNode> runs = new HashMap<>();
    private final List<JsonNode> webhooks = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService deliveries = Executors.newSingleThreadExecutor();
    private String mode = "up";
    private HttpServer server;
    private ExecutorService threads;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads = Executors.newFixedThreadPool(4);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        return Map.of(
                "portcullis.mlflow.url",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "portcullis.mlflow.webhook-secrets", "former-secret," + SECRET,
                "portcullis.mlflow.token", TOKEN,
                "portcullis.mlflow.public-url", "https://portcullis.example",
                "portcullis.mlflow.request-timeout", "PT2S",
                "portcullis.mlflow.every", "0.2s",
                "portcullis.mlflow.poll", "1s",
                "portcullis.mlflow.jitter", "1ms");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
        }
        deliveries.shutdownNow();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            byte[] sent = exchange.getRequestBody().readAllBytes();
            JsonNode body = sent.length == 0 ? JSON.createObjectNode() : JSON.readTree(sent);
            if (path.equals("/control")) {
                mode = query.get("mode");
                answer(exchange, 200, JSON.createObjectNode());
            } else if (path.equals("/control/run")) {
                runs.put(body.path("run_id").asText(), (ObjectNode) body);
                answer(exchange, 200, JSON.createObjectNode());
            } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, JSON.createObjectNode());
            } else {
                api(exchange, exchange.getRequestMethod() + " " + path.substring(API.length()), query, body);
            }
        }
    }

    private void api(HttpExchange exchange, String operation, Map<String, String> query, JsonNode body)
            throws IOException {
        if (mode.equals("down")) {
            answer(exchange, 503, JSON.createObjectNode());
            return;
        }
        switch (operation) {
            case "POST webhooks" -> {
                webhooks.add(body);
                answer(exchange, 200, JSON.createObjectNode());
            }
            case "POST model-versions/create" -> create(exchange, body);
            case "POST model-versions/set-tag" ->
                tag(exchange, body, body.path("value").asText());
            case "DELETE model-versions/delete-tag" -> tag(exchange, body, null);
            case "GET model-versions/get" -> {
                ObjectNode found = versions.get(query.get("name") + "/" + query.get("version"));
                if (found == null) {
                    answer(exchange, 404, JSON.createObjectNode().put("error_code", "RESOURCE_DOES_NOT_EXIST"));
                } else {
                    answer(exchange, 200, JSON.createObjectNode().set("model_version", found));
                }
            }
            case "GET model-versions/search" -> search(exchange, query);
            case "GET runs/get" -> {
                ObjectNode run = runs.get(query.get("run_id"));
                answer(
                        exchange,
                        run == null ? 404 : 200,
                        JSON.createObjectNode().set("run", run == null ? JSON.createObjectNode() : run));
            }
            default -> answer(exchange, 404, JSON.createObjectNode().put("error_code", "ENDPOINT_NOT_FOUND"));
        }
    }

    private void create(HttpExchange exchange, JsonNode body) throws IOException {
        String name = body.path("name").asText();
        long number = versions.values().stream()
                        .filter(version -> version.path("name").asText().equals(name))
                        .count()
                + 1;
        ObjectNode version = JSON.createObjectNode()
                .put("name", name)
                .put("version", Long.toString(number))
                .put("source", body.path("source").asText())
                .put("run_id", body.path("run_id").asText(""))
                .put("status", "READY");
        version.set("tags", body.path("tags").isArray() ? body.path("tags") : JSON.createArrayNode());
        versions.put(name + "/" + number, version);
        answer(exchange, 200, JSON.createObjectNode().set("model_version", version));
        ObjectNode data = version.deepCopy();
        data.remove("status");
        data.set("tags", JSON.createObjectNode());
        deliver("model_version", "created", data);
    }

    private void tag(HttpExchange exchange, JsonNode body, String value) throws IOException {
        ObjectNode version = versions.get(
                body.path("name").asText() + "/" + body.path("version").asText());
        if (version == null) {
            answer(exchange, 404, JSON.createObjectNode().put("error_code", "RESOURCE_DOES_NOT_EXIST"));
            return;
        }
        String key = body.path("key").asText();
        ArrayNode tags = JSON.createArrayNode();
        version.path("tags").forEach(tag -> {
            if (!tag.path("key").asText().equals(key)) {
                tags.add(tag);
            }
        });
        if (value != null) {
            tags.add(JSON.createObjectNode().put("key", key).put("value", value));
        }
        version.set("tags", tags);
        answer(exchange, 200, JSON.createObjectNode());
        deliver("model_version_tag", value == null ? "deleted" : "set", ((ObjectNode) body).deepCopy());
    }

    private void search(HttpExchange exchange, Map<String, String> query) throws IOException {
        if (mode.equals("garbage")) {
            raw(exchange, 200, "[\"".getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (mode.equals("huge")) {
            raw(exchange, 200, new byte[17 << 20]);
            return;
        }
        // Two a page, so that paging is walked.
        int from = query.containsKey("page_token") ? Integer.parseInt(query.get("page_token")) : 0;
        List<ObjectNode> all = new ArrayList<>(versions.values());
        ArrayNode page = JSON.createArrayNode();
        all.subList(Math.min(from, all.size()), Math.min(from + 2, all.size())).forEach(page::add);
        ObjectNode found = JSON.createObjectNode();
        found.set("model_versions", page);
        if (mode.equals("loop")) {
            found.put("next_page_token", "0");
        } else if (from + 2 < all.size()) {
            found.put("next_page_token", Integer.toString(from + 2));
        }
        answer(exchange, 200, found);
    }

    private void deliver(String entity, String action, ObjectNode data) {
        if (mode.equals("deaf")) {
            return;
        }
        ObjectNode event = JSON.createObjectNode()
                .put("entity", entity)
                .put("action", action)
                .put("timestamp", Instant.now().toString());
        event.set("data", data);
        for (JsonNode webhook : webhooks) {
            if (webhook.path("events").toString().contains("\"" + entity + "\"")) {
                deliveries.execute(() -> {
                    try {
                        String id = UUID.randomUUID().toString();
                        String time = Long.toString(Instant.now().getEpochSecond());
                        client.send(
                                HttpRequest.newBuilder(
                                                URI.create(webhook.path("url").asText()))
                                        .header("Content-Type", "application/json")
                                        .header("X-MLflow-Delivery-Id", id)
                                        .header("X-MLflow-Timestamp", time)
                                        .header(
                                                "X-MLflow-Signature",
                                                sign(webhook.path("secret").asText(), id, time, event.toString()))
                                        .POST(BodyPublishers.ofString(event.toString()))
                                        .build(),
                                BodyHandlers.discarding());
                    } catch (IOException lost) {
                        // As there: a delivery that fails is lost.
                        return;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
        }
    }

    /** A signature as MLflow makes it. */
    static String sign(String secret, String id, String time, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "v1,"
                    + Base64.getEncoder()
                            .encodeToString(
                                    mac.doFinal((id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        raw(exchange, status, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void raw(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
