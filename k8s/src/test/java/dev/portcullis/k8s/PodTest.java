package dev.portcullis.k8s;

import static dev.portcullis.k8s.Manifests.at;
import static dev.portcullis.k8s.Manifests.containers;
import static dev.portcullis.k8s.Manifests.environment;
import static dev.portcullis.k8s.Manifests.list;
import static dev.portcullis.k8s.Manifests.name;
import static dev.portcullis.k8s.Manifests.namespace;
import static dev.portcullis.k8s.Manifests.pod;
import static dev.portcullis.k8s.Manifests.text;
import static dev.portcullis.k8s.Manifests.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodTest {
    /** What docs/operations.md promises to read, and the client settings that TLS and SASL need. */
    private static final Set<String> KNOWN_ENVIRONMENT = Set.of(
            "QUARKUS_HTTP_PORT",
            "QUARKUS_PROFILE",
            "QUARKUS_DATASOURCE_REACTIVE_URL",
            "QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE",
            "QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM",
            "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM",
            "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS",
            "QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD",
            "KAFKA_BOOTSTRAP_SERVERS",
            "KAFKA_SECURITY_PROTOCOL",
            "KAFKA_SASL_MECHANISM",
            "KAFKA_SASL_JAAS_CONFIG",
            "KAFKA_SSL_TRUSTSTORE_TYPE",
            "KAFKA_SSL_TRUSTSTORE_LOCATION",
            "QUARKUS_OIDC_AUTH_SERVER_URL",
            "QUARKUS_OIDC_TLS_TLS_CONFIGURATION_NAME",
            "QUARKUS_TLS__KEYCLOAK__TRUST_STORE_PEM_CERTS",
            "PORTCULLIS_LEDGER_SIGNING_KEY",
            "PORTCULLIS_PRIVACY_MASTER_KEY");

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void every_namespace_enforces_the_restricted_standard(String kustomization) {
        assertThat(Manifests.of(kustomization).all("Namespace"))
                .hasSize(2)
                .allMatch(it -> text(it, "metadata", "labels", "pod-security.kubernetes.io/enforce")
                        .equals("restricted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void every_container_is_restricted_beyond_what_the_standard_asks(String kustomization) {
        List<String> findings = new ArrayList<>();
        for (JsonObject deployment : Manifests.of(kustomization).all("Deployment")) {
            JsonObject pod = pod(deployment);
            require(findings, deployment, "runs as non-root", isTrue(pod, "securityContext", "runAsNonRoot"));
            require(
                    findings,
                    deployment,
                    "has a numeric user",
                    at(pod, "securityContext", "runAsUser") != null
                            && at(pod, "securityContext", "runAsUser").getAsInt() > 0);
            require(
                    findings,
                    deployment,
                    "has the default seccomp profile",
                    text(pod, "securityContext", "seccompProfile", "type").equals("RuntimeDefault"));
            require(findings, deployment, "mounts no token", isFalse(pod, "automountServiceAccountToken"));
            for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
                require(findings, deployment, "leaves the host alone", at(pod, host) == null);
            }
            require(
                    findings,
                    deployment,
                    "mounts nothing of the host",
                    list(pod, "volumes").stream().noneMatch(volume -> volume.has("hostPath")));
            for (JsonObject container : containers(deployment)) {
                JsonObject security = at(container, "securityContext").getAsJsonObject();
                require(findings, deployment, "has a read-only root", isTrue(security, "readOnlyRootFilesystem"));
                require(findings, deployment, "gains no privilege", isFalse(security, "allowPrivilegeEscalation"));
                require(findings, deployment, "is not privileged", isFalse(security, "privileged"));
                require(findings, deployment, "is non-root", isTrue(security, "runAsNonRoot"));
                require(
                        findings,
                        deployment,
                        "drops all capabilities",
                        texts(security, "capabilities", "drop").equals(List.of("ALL")));
                require(
                        findings,
                        deployment,
                        "adds no capability",
                        texts(security, "capabilities", "add").isEmpty());
            }
        }
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void every_container_says_what_it_needs_and_a_service_fits_its_native_size(String kustomization) {
        Manifests manifests = Manifests.of(kustomization);
        for (JsonObject deployment : manifests.all("Deployment")) {
            assertThat(containers(deployment)).allSatisfy(container -> {
                assertThat(text(container, "resources", "requests", "cpu")).isNotEmpty();
                assertThat(text(container, "resources", "requests", "memory")).isNotEmpty();
                assertThat(text(container, "resources", "limits", "memory")).isNotEmpty();
            });
        }
        for (String service : Manifests.SERVICES) {
            JsonObject container =
                    containers(manifests.one("Deployment", service)).get(0);
            assertThat(mebibytes(text(container, "resources", "requests", "memory")))
                    .as(service)
                    .isGreaterThanOrEqualTo(150);
            assertThat(mebibytes(text(container, "resources", "limits", "memory")))
                    .as(service)
                    .isLessThanOrEqualTo(256);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void every_service_is_probed_where_it_answers(String kustomization) {
        Manifests manifests = Manifests.of(kustomization);
        for (String service : Manifests.SERVICES) {
            JsonObject deployment = manifests.one("Deployment", service);
            JsonObject container = list(pod(deployment), "containers").get(0);
            assertThat(text(container, "startupProbe", "httpGet", "path")).isEqualTo("/q/health/started");
            assertThat(text(container, "livenessProbe", "httpGet", "path")).isEqualTo("/q/health/live");
            assertThat(text(container, "readinessProbe", "httpGet", "path")).isEqualTo("/q/health/ready");
            assertThat(text(container, "image")).isEqualTo("portcullis/" + service + ":0.1.0");
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(text(container, probe, "httpGet", "port")).isEqualTo("http");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void ports_agree_from_the_environment_to_the_service(String kustomization) {
        Manifests manifests = Manifests.of(kustomization);
        for (String name : Manifests.SERVICES) {
            JsonObject deployment = manifests.one("Deployment", name);
            JsonObject port =
                    list(list(pod(deployment), "containers").get(0), "ports").get(0);
            assertThat(text(port, "containerPort")).isEqualTo("8080");
            assertThat(text(port, "name")).isEqualTo("http");
            assertThat(text(environment(deployment).get("QUARKUS_HTTP_PORT"), "value"))
                    .isEqualTo("8080");
            JsonObject service = manifests.one("Service", name);
            assertThat(list(service, "spec", "ports")).singleElement().satisfies(it -> {
                assertThat(text(it, "port")).isEqualTo("8080");
                assertThat(text(it, "targetPort")).isEqualTo("http");
            });
            assertThat(at(service, "spec", "selector")).isEqualTo(at(deployment, "spec", "selector", "matchLabels"));
            assertThat(at(manifests.one("PodDisruptionBudget", name), "spec", "selector"))
                    .isEqualTo(at(deployment, "spec", "selector"));
            assertThat(namespace(service)).isEqualTo(namespace(deployment));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void every_environment_name_is_known_and_set_once(String kustomization) {
        Manifests manifests = Manifests.of(kustomization);
        for (String service : Manifests.SERVICES) {
            List<String> names =
                    list(
                                    list(pod(manifests.one("Deployment", service)), "containers")
                                            .get(0),
                                    "env")
                            .stream()
                            .map(variable -> text(variable, "name"))
                            .toList();
            assertThat(names).as(service).doesNotHaveDuplicates();
            assertThat(KNOWN_ENVIRONMENT).as(service).containsAll(names);
            assertThat(names)
                    .as(service)
                    .contains(
                            "QUARKUS_HTTP_PORT",
                            "QUARKUS_DATASOURCE_REACTIVE_URL",
                            "QUARKUS_DATASOURCE_JDBC_URL",
                            "QUARKUS_DATASOURCE_USERNAME",
                            "QUARKUS_DATASOURCE_PASSWORD",
                            "KAFKA_BOOTSTRAP_SERVERS",
                            "QUARKUS_OIDC_AUTH_SERVER_URL",
                            "PORTCULLIS_LEDGER_SIGNING_KEY");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void every_file_that_is_mounted_comes_from_a_volume_and_every_path_in_the_environment_from_a_mount(
            String kustomization) {
        for (JsonObject deployment : Manifests.of(kustomization).all("Deployment")) {
            Set<String> volumes = new HashSet<>();
            list(pod(deployment), "volumes").forEach(volume -> volumes.add(text(volume, "name")));
            Set<String> mounted = new HashSet<>();
            Set<String> paths = new HashSet<>();
            for (JsonObject container : containers(deployment)) {
                list(container, "volumeMounts").forEach(mount -> {
                    mounted.add(text(mount, "name"));
                    paths.add(text(mount, "mountPath"));
                });
            }
            assertThat(mounted).as(name(deployment)).isEqualTo(volumes);
            environment(deployment).values().stream()
                    .map(variable -> text(variable, "value"))
                    .filter(value -> value.startsWith("/etc/"))
                    .forEach(value -> assertThat(paths).anyMatch(path -> value.startsWith(path + "/")));
        }
    }

    private static void require(List<String> findings, JsonObject deployment, String rule, boolean holds) {
        if (!holds) {
            findings.add(name(deployment) + " does not hold: " + rule);
        }
    }

    private static boolean isTrue(JsonObject from, String... path) {
        return text(from, path).equals("true");
    }

    private static boolean isFalse(JsonObject from, String... path) {
        return text(from, path).equals("false");
    }

    private static int mebibytes(String quantity) {
        assertThat(quantity).endsWith("Mi");
        return Integer.parseInt(quantity.substring(0, quantity.length() - 2));
    }
}
