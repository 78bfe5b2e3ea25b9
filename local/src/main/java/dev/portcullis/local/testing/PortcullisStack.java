package dev.portcullis.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} an empty database and empty topics on a real PostgreSQL and a real Kafka, a real Keycloak with
 * the realm {@code portcullis}, and a signing key for the ledger. Use it as {@code @QuarkusTestResource(PortcullisStack.class)}
 * on one test class of a module, whose other tests then share it.
 *
 * <p>Arguments ({@code @ResourceArg}): {@code kafka=false} and {@code keycloak=false} leave a part out.
 *
 * <p>The servers start once a JVM and end with it; tests of several modules may run at the same time. Each start of the
 * application under test gets a database of its own, and finds the topics empty.
 */
public final class PortcullisStack implements QuarkusTestResourceLifecycleManager {
    private boolean kafka = true;
    private boolean keycloak = true;

    @Override
    public void init(Map<String, String> arguments) {
        kafka = !"false".equals(arguments.get("kafka"));
        keycloak = !"false".equals(arguments.get("keycloak"));
    }

    @Override
    public Map<String, String> start() {
        TestServers servers = TestServers.running(kafka, keycloak);
        TestServers.Database database = servers.emptyDatabase();
        Map<String, String> configuration = new HashMap<>(Map.of(
                "quarkus.datasource.reactive.url", database.reactiveUrl(),
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.name(),
                "quarkus.datasource.password", database.password(),
                "portcullis.ledger.signing-key", signingKey()));
        if (kafka) {
            servers.emptyTopics();
            configuration.put("kafka.bootstrap.servers", servers.kafkaAddress());
        }
        if (keycloak) {
            configuration.put("quarkus.oidc.auth-server-url", servers.realmUrl());
            configuration.put(
                    "quarkus.keycloak.admin-client.server-url",
                    servers.realmUrl().substring(0, servers.realmUrl().indexOf("/realms/")));
        } else {
            configuration.put("quarkus.oidc.tenant-enabled", "false");
        }
        return configuration;
    }

    /** Leaves the servers running for the next test class; they end with the JVM. */
    @Override
    public void stop() {}

    /** A fresh Ed25519 private key, PKCS #8 in base64. */
    private static String signingKey() {
        try {
            return Base64.getEncoder()
                    .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                            .generateKeyPair()
                            .getPrivate()
                            .getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no Ed25519", e);
        }
    }
}
