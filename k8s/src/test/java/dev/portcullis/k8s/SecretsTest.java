package dev.portcullis.k8s;

import static dev.portcullis.k8s.Manifests.at;
import static dev.portcullis.k8s.Manifests.environment;
import static dev.portcullis.k8s.Manifests.list;
import static dev.portcullis.k8s.Manifests.name;
import static dev.portcullis.k8s.Manifests.text;
import static dev.portcullis.k8s.Manifests.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final Pattern SECRET_NAME = Pattern.compile("PASSWORD|SECRET|_KEY$|JAAS|TOKEN");
    private static final Pattern SECRET_VALUE =
            Pattern.compile("-----BEGIN|password=|MC4CAQ|eyJhbGciOi", Pattern.CASE_INSENSITIVE);

    @Test
    void the_base_holds_no_secret_and_no_realm() {
        Manifests base = Manifests.of("base");
        assertThat(base.all("Secret")).isEmpty();
        assertThat(base.all("ConfigMap")).isEmpty();
        assertThat(base.objects())
                .noneMatch(object -> SECRET_VALUE.matcher(object.toString()).find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void what_is_secret_comes_to_a_container_by_reference_only(String kustomization) {
        for (JsonObject deployment : Manifests.of(kustomization).all("Deployment")) {
            for (Map.Entry<String, JsonObject> variable :
                    environment(deployment).entrySet()) {
                if (SECRET_NAME.matcher(variable.getKey()).find()
                        && !text(variable.getValue(), "value").startsWith("/")) {
                    assertThat(text(variable.getValue(), "valueFrom", "secretKeyRef", "name"))
                            .as(name(deployment) + " " + variable.getKey())
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void every_secret_of_the_development_overlay_is_marked() {
        Manifests development = Manifests.of("overlays/development");
        assertThat(development.all("Secret"))
                .hasSize(10)
                .allMatch(secret -> text(secret, "metadata", "labels", "portcullis.dev/development-only")
                        .equals("true"));
        assertThat(development.all("ConfigMap"))
                .allMatch(map -> text(map, "metadata", "labels", "portcullis.dev/development-only")
                        .equals("true"));
    }

    @Test
    void the_development_secrets_are_such_as_a_production_start_refuses() {
        Manifests development = Manifests.of("overlays/development");
        for (String service : Manifests.SERVICES) {
            String database = service.replace("-svc", "");
            JsonObject login = development.one("Secret", database + "-db");
            assertThat(secret(login, "password")).isEqualTo(secret(login, "username"));
            // RFC 8032, section 7.1, test 1.
            byte[] key =
                    Base64.getDecoder().decode(secret(development.one("Secret", database + "-ledger"), "signing-key"));
            assertThat(key)
                    .endsWith(java.util.HexFormat.of()
                            .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        }
    }

    @Test
    void the_development_overlay_alone_leaves_the_production_profile_and_tls_to_keycloak() {
        for (String service : Manifests.SERVICES) {
            Map<String, JsonObject> production =
                    environment(Manifests.of("base").one("Deployment", service));
            assertThat(production).doesNotContainKey("QUARKUS_PROFILE");
            assertThat(text(production.get("QUARKUS_OIDC_AUTH_SERVER_URL"), "value"))
                    .startsWith("https://")
                    .endsWith("/realms/portcullis");
            assertThat(text(production.get("QUARKUS_DATASOURCE_JDBC_URL"), "value"))
                    .contains("sslmode=verify-full");
            assertThat(text(production.get("QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE"), "value"))
                    .isEqualTo("verify-full");
            assertThat(text(production.get("KAFKA_SECURITY_PROTOCOL"), "value")).isEqualTo("SASL_SSL");
            Map<String, JsonObject> development =
                    environment(Manifests.of("overlays/development").one("Deployment", service));
            assertThat(text(development.get("QUARKUS_PROFILE"), "value")).isEqualTo("local");
            assertThat(text(development.get("QUARKUS_OIDC_AUTH_SERVER_URL"), "value"))
                    .startsWith("http://")
                    .endsWith("/realms/portcullis");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void each_service_has_a_database_and_a_role_and_enters_no_other(String kustomization) {
        Manifests manifests = Manifests.of(kustomization);
        JsonObject cluster = manifests.one("Cluster", "portcullis-db");
        List<String> rules = texts(cluster, "spec", "postgresql", "pg_hba");
        for (String service : Manifests.SERVICES) {
            String database = service.replace("-svc", "");
            Map<String, JsonObject> environment = environment(manifests.one("Deployment", service));
            assertThat(text(environment.get("QUARKUS_DATASOURCE_REACTIVE_URL"), "value"))
                    .isEqualTo("postgresql://portcullis-db-rw.portcullis.svc:5432/" + database);
            assertThat(text(environment.get("QUARKUS_DATASOURCE_JDBC_URL"), "value"))
                    .startsWith("jdbc:postgresql://portcullis-db-rw.portcullis.svc:5432/" + database + "?");
            JsonObject custom = manifests.one("Database", database);
            assertThat(text(custom, "spec", "owner")).isEqualTo(database);
            assertThat(text(custom, "spec", "databaseReclaimPolicy")).isEqualTo("retain");
            assertThat(list(cluster, "spec", "managed", "roles"))
                    .filteredOn(role -> text(role, "name").equals(database))
                    .singleElement()
                    .satisfies(role -> {
                        assertThat(text(role, "superuser")).isEqualTo("false");
                        assertThat(text(role, "passwordSecret", "name"))
                                .isEqualTo(text(
                                        environment.get("QUARKUS_DATASOURCE_PASSWORD"),
                                        "valueFrom",
                                        "secretKeyRef",
                                        "name"));
                    });
            assertThat(rules)
                    .containsSubsequence(
                            "hostssl " + database + " " + database + " all scram-sha-256",
                            "host " + database + " all all reject");
            assertThat(text(environment.get("KAFKA_SASL_JAAS_CONFIG"), "valueFrom", "secretKeyRef", "name"))
                    .isEqualTo(name(manifests.one("KafkaUser", service)));
        }
    }

    @Test
    void keycloak_imports_the_one_realm_file() throws IOException {
        Manifests development = Manifests.of("overlays/development");
        JsonObject realm = development.all("ConfigMap").get(0);
        assertThat(at(realm, "data", "portcullis-realm.json").getAsString())
                .isEqualTo(Files.readString(
                        Path.of("../local/src/main/resources/realm/portcullis-realm.json"), StandardCharsets.UTF_8));
        assertThat(list(Manifests.pod(development.one("Deployment", "keycloak")), "volumes"))
                .anyMatch(volume -> text(volume, "configMap", "name").equals(name(realm)));
    }

    private static String secret(JsonObject secret, String key) {
        return new String(Base64.getMimeDecoder().decode(text(secret, "data", key)), StandardCharsets.UTF_8);
    }
}
