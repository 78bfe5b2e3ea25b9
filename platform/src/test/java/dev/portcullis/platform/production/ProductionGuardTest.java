package dev.portcullis.platform.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductionGuardTest {
    @Test
    void an_address_in_the_clear_and_a_short_secret_are_found_and_not_told() {
        String found = findings(Map.of(
                "portcullis.registry-of-models.url", "http://models.example",
                "portcullis.registry-of-models.webhook-secrets", "0123456789abcdef,tooshort"));
        assertThat(found)
                .contains("portcullis.registry-of-models.url must begin with https://")
                .contains("portcullis.registry-of-models.webhook-secrets holds a secret of less than 16 characters")
                .doesNotContain("tooshort", "models.example");
    }

    @Test
    void what_is_in_order_is_not() {
        assertThat(findings(Map.of(
                        "portcullis.registry-of-models.url", "https://models.example",
                        "portcullis.registry-of-models.webhook-secrets", "0123456789abcdef,fedcba9876543210")))
                .doesNotContain("registry-of-models");
    }

    private static String findings(Map<String, String> settings) {
        ProductionGuard guard = new ProductionGuard();
        guard.config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 1))
                .build();
        return String.join("\n", guard.findings());
    }
}
