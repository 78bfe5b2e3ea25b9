package dev.portcullis.classification.mlflow;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.platform.http.BoundedBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The registry's REST API (MLflow 3, {@code /api/2.0/mlflow}). Calls block; answers are bounded; redirects are not followed. */
@ApplicationScoped
public class MlflowClient {
    private static final int LARGEST_ANSWER = 16 << 20;
    private static final int PAGE = 500;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final MlflowSettings settings;
    private final ObjectMapper json;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    @Inject
    MlflowClient(MlflowSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /** A version; empty where the registry has none, or has it no more. */
    Optional<ModelVersion> version(VersionKey key) throws RegistryFaultException {
        return get("model-versions/get", Map.of("name", key.name(), "version", key.version()))
                .map(found -> found.path("model_version"))
                .map(MlflowClient::version);
    }

    /** What a run says of its export by parameters and by tags; a tag goes before a parameter of the same name. */
    Map<String, String> run(String runId) throws RegistryFaultException {
        Map<String, String> said = new HashMap<>();
        Optional<JsonNode> found = get("runs/get", Map.of("run_id", runId));
        if (found.isPresent()) {
            JsonNode data = found.get().path("run").path("data");
            said.putAll(pairs(data.path("params")));
            said.putAll(pairs(data.path("tags")));
        }
        return said;
    }

    /**
     * Hands on all versions that the registry has.
     *
     * @throws RegistryFaultException where it has more than are followed, or leads in a circle
     */
    void all(Consumer<List<ModelVersion>> pages) throws RegistryFaultException {
        Set<String> seen = new HashSet<>();
        String token = "";
        int versions = 0;
        do {
            if (!seen.add(token)) {
                throw new RegistryFaultException("leads from one page of versions back to it");
            }
            Map<String, String> query = new HashMap<>(Map.of("max_results", Integer.toString(PAGE)));
            if (!token.isEmpty()) {
                query.put("page_token", token);
            }
            JsonNode page = get("model-versions/search", query)
                    .orElseThrow(() -> new RegistryFaultException("does not know the search for model versions"));
            List<ModelVersion> found = new ArrayList<>();
            for (JsonNode version : page.path("model_versions")) {
                try {
                    found.add(version(version));
                } catch (IllegalArgumentException unusable) {
                    // Nothing that we could ask for again: it stays unclassified, which permits nothing.
                    continue;
                }
            }
            versions += page.path("model_versions").size();
            if (versions > settings.mostVersions() || seen.size() > settings.mostVersions()) {
                throw new RegistryFaultException("has more versions than portcullis.mlflow.most-versions");
            }
            pages.accept(found);
            token = page.path("next_page_token").asText("");
        } while (!token.isEmpty());
    }

    /** Sets a tag of a version. */
    void setTag(VersionKey key, String tag, String value) throws RegistryFaultException {
        String body;
        try {
            body = json.writeValueAsString(
                    Map.of("name", key.name(), "version", key.version(), "key", tag, "value", value));
        } catch (JacksonException e) {
            throw new IllegalStateException("texts cannot be written as JSON", e);
        }
        HttpRequest request = request("model-versions/set-tag", Map.of())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        if (send(request).isEmpty()) {
            throw new RegistryFaultException("has the version no more");
        }
    }

    private Optional<JsonNode> get(String operation, Map<String, String> query) throws RegistryFaultException {
        return send(request(operation, query).GET().build());
    }

    private HttpRequest.Builder request(String operation, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String base = settings.url().orElseThrow().replaceAll("/+$", "");
        URI uri = URI.create(base + "/api/2.0/mlflow/" + operation + (parameters.isEmpty() ? "" : "?" + parameters));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(settings.requestTimeout()).header("Accept", "application/json");
        settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        settings.username()
                .ifPresent(user -> request.header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((user + ":"
                                                        + settings.password().orElse(""))
                                                .getBytes(StandardCharsets.UTF_8))));
        return request;
    }

    /** The answer; empty where it says that there is no such thing. */
    private Optional<JsonNode> send(HttpRequest request) throws RegistryFaultException {
        // The timeout of a request ends with the head of its answer; this one is for the body too.
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request, head -> new BoundedBody(LARGEST_ANSWER));
        try {
            HttpResponse<byte[]> answer = sent.get(settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() == 404) {
                return Optional.empty();
            }
            if (answer.statusCode() != 200) {
                throw new RegistryFaultException("answers with the status " + answer.statusCode());
            }
            JsonNode read = json.readTree(answer.body());
            if (read == null || !read.isObject()) {
                throw new RegistryFaultException("answers with something that is no JSON object");
            }
            return Optional.of(read);
        } catch (IOException e) {
            throw new RegistryFaultException("answers with something that is no JSON");
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new RegistryFaultException("takes too long to answer");
        } catch (ExecutionException e) {
            throw new RegistryFaultException("cannot be reached, or breaks off");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryFaultException("was not waited for");
        }
    }

    private static ModelVersion version(JsonNode version) {
        return new ModelVersion(
                new VersionKey(
                        version.path("name").asText(), version.path("version").asText()),
                text(version.path("source")),
                text(version.path("run_id")),
                version.path("status").asText("READY").equals("READY"),
                pairs(version.path("tags")));
    }

    private static Map<String, String> pairs(JsonNode list) {
        Map<String, String> pairs = new HashMap<>();
        for (JsonNode pair : list) {
            if (pair.path("key").asText().startsWith(ExportTags.PREFIX)) {
                pairs.put(pair.path("key").asText(), pair.path("value").asText());
            }
        }
        return pairs;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isEmpty() ? node.textValue() : null;
    }
}
