package dev.portcullis.local.tokens;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Fetches bearer tokens of the development realm and keeps each until a minute before it expires. A token is good for the
 * services that are named, and for no other. Safe for use by several threads.
 */
public final class TokenSource {
    private static final Duration SPARE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI endpoint;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, Token> kept = new ConcurrentHashMap<>();

    private record Token(String value, Instant useUntil) {}

    /** @param realmUrl the realm's address, such as {@code http://127.0.0.1:8180/realms/portcullis} */
    public TokenSource(String realmUrl) {
        this.endpoint = URI.create(realmUrl + "/protocol/openid-connect/token");
    }

    /**
     * A token of a development user.
     *
     * @throws IllegalStateException if Keycloak gives none
     */
    public String ofUser(String user, String... services) {
        return token(Map.of(
                "grant_type",
                "password",
                "client_id",
                "portcullis-cli",
                "username",
                user,
                "password",
                user + "-dev",
                "scope",
                scope(services)));
    }

    /**
     * A token of a machine client's own account.
     *
     * @throws IllegalStateException if Keycloak gives none
     */
    public String ofClient(String client, String... services) {
        return token(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client,
                "client_secret",
                client + "-dev-secret",
                "scope",
                scope(services)));
    }

    private static String scope(String... services) {
        return "openid " + String.join(" ", List.of(services));
    }

    private String token(Map<String, String> form) {
        String body = new TreeMap<>(form)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return kept.compute(
                        body,
                        (asked, known) ->
                                known != null && Instant.now().isBefore(known.useUntil()) ? known : fetch(asked))
                .value();
    }

    private Token fetch(String body) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            Instant asked = Instant.now();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "Keycloak gave no token (" + response.statusCode() + "): " + response.body());
            }
            JsonNode answer = JSON.readTree(response.body());
            Duration life = Duration.ofSeconds(answer.required("expires_in").asLong());
            return new Token(
                    answer.required("access_token").asText(), asked.plus(life).minus(SPARE));
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer at " + endpoint + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a token", e);
        }
    }
}
