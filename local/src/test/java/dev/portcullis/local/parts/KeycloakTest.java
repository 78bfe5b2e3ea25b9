package dev.portcullis.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.local.tokens.TokenSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakTest {
    @TempDir
    Path folder;

    @Test
    void tokens_carry_roles_and_the_audience_asked_for_and_live_five_minutes_and_tell_no_citizenship()
            throws IOException {
        try (Keycloak keycloak = new Keycloak(
                Checkout.find(),
                new Keycloak.Settings(
                        folder.resolve("data"), folder.resolve("logs"), folder.resolve("pids"), Ports.any()))) {
            keycloak.start();
            TokenSource tokens = new TokenSource(keycloak.realmUrl());

            JsonNode engineer = claims(tokens.ofUser("engineer", "classification-svc", "licensing-svc"));
            assertThat(texts(engineer.get("aud"))).containsExactlyInAnyOrder("classification-svc", "licensing-svc");
            assertThat(texts(engineer.at("/realm_access/roles"))).containsExactly("engineer");
            assertThat(engineer.get("iss").asText()).isEqualTo(keycloak.realmUrl());
            assertThat(engineer.get("exp").asLong() - engineer.get("iat").asLong())
                    .isEqualTo(300);
            assertThat(engineer.get("sub").asText()).isNotEmpty();
            assertThat(engineer.get("preferred_username").asText()).isEqualTo("engineer");
            assertThat(engineer.toString())
                    .doesNotContainIgnoringCase("citizen")
                    .doesNotContain("@");

            JsonNode gateway = claims(tokens.ofClient("gateway", "licensing-svc"));
            assertThat(texts(gateway.get("aud"))).containsExactly("licensing-svc");
            assertThat(texts(gateway.at("/realm_access/roles")))
                    .contains("gateway")
                    .doesNotContain("hr-sync");

            assertThat(claims(tokens.ofUser("engineer")).has("aud")).isFalse();
            assertThat(tokens.ofClient("gateway", "licensing-svc"))
                    .as("kept until shortly before it expires")
                    .isEqualTo(tokens.ofClient("gateway", "licensing-svc"));
        }
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }
}
