package dev.portcullis.platform.production;

import dev.portcullis.platform.identity.DevelopmentRealm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Keeps a production start out of service while it runs with settings of a developer's machine. It names the setting and what to
 * do, and never its value.
 */
@Readiness
@ApplicationScoped
public class ProductionGuard implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(ProductionGuard.class);
    private static final Set<String> DEFAULT_PASSWORDS =
            Set.of("", "postgres", "password", "changeit", "changeme", "secret", "admin", "quarkus", "portcullis");

    private static final int SHORTEST_SECRET = 16;

    @Inject
    Config config;

    private volatile boolean told;

    @Override
    public HealthCheckResponse call() {
        List<String> findings = DevelopmentRealm.isProduction() ? findings() : List.of();
        HealthCheckResponseBuilder health =
                HealthCheckResponse.named("production-settings").status(findings.isEmpty());
        for (int i = 0; i < findings.size(); i++) {
            health.withData("finding-" + (i + 1), findings.get(i));
        }
        if (!findings.isEmpty() && !told) {
            told = true;
            findings.forEach(finding -> LOG.errorf("not fit for production: %s", finding));
        }
        return health.build();
    }

    List<String> findings() {
        List<String> findings = new ArrayList<>();
        String issuer = value("quarkus.oidc.auth-server-url").toLowerCase(Locale.ROOT);
        if (!issuer.startsWith("https://")) {
            findings.add("quarkus.oidc.auth-server-url must begin with https://: tokens and keys travel in the clear");
        }
        String verification = value("quarkus.oidc.tls.verification").toLowerCase(Locale.ROOT);
        if (verification.equals("none") || value("quarkus.tls.trust-all").equals("true")) {
            findings.add(
                    "TLS towards Keycloak is not verified: remove quarkus.oidc.tls.verification and quarkus.tls.trust-all");
        }
        if (value("quarkus.oidc.credentials.secret").endsWith("-dev-secret")) {
            findings.add("quarkus.oidc.credentials.secret is that of the development realm: make a new one");
        }
        if (value("quarkus.keycloak.admin-client.client-secret").endsWith("-dev-secret")) {
            findings.add(
                    "quarkus.keycloak.admin-client.client-secret is that of the development realm: make a new one");
        }
        String password = value("quarkus.datasource.password");
        if (DEFAULT_PASSWORDS.contains(password.toLowerCase(Locale.ROOT))
                || password.equals(value("quarkus.datasource.username"))
                || password.endsWith("-dev")) {
            findings.add("quarkus.datasource.password is a default: set one of your own");
        }
        String origins = value("quarkus.http.cors.origins");
        if (origins.equals("*") || origins.equals("/.*/")) {
            findings.add("quarkus.http.cors.origins lets every site in: name those that may call");
        }
        for (String key : config.getPropertyNames()) {
            if (key.startsWith("portcullis.")
                    && key.endsWith("-key")
                    && value(key).startsWith("development-")) {
                findings.add(key + " is a development key: make a new one");
            }
            if (key.startsWith("portcullis.")
                    && key.endsWith(".url")
                    && value(key).startsWith("http://")) {
                findings.add(key + " must begin with https://: what is sent there travels in the clear");
            }
            if (key.startsWith("portcullis.")
                    && key.endsWith("-secrets")
                    && Arrays.stream(value(key).split(","))
                            .anyMatch(secret -> secret.strip().length() < SHORTEST_SECRET)) {
                findings.add(key + " holds a secret of less than " + SHORTEST_SECRET + " characters: make a new one");
            }
        }
        if (value("portcullis.ledger.signing-key").equals(DevelopmentKeys.LEDGER)) {
            findings.add("portcullis.ledger.signing-key is the development key: make a new one");
        }
        return findings;
    }

    private String value(String key) {
        return config.getOptionalValue(key, String.class).orElse("");
    }
}
