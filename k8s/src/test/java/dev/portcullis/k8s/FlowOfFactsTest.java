package dev.portcullis.k8s;

import static dev.portcullis.k8s.Manifests.at;
import static dev.portcullis.k8s.Manifests.list;
import static dev.portcullis.k8s.Manifests.name;
import static dev.portcullis.k8s.Manifests.namespace;
import static dev.portcullis.k8s.Manifests.text;
import static dev.portcullis.k8s.Manifests.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.portcullis.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics, access and network against the picture of the house: three services own facts, one decides. */
class FlowOfFactsTest {
    private static final Set<String> TOPICS = Set.of(
            Topics.ITEMS,
            Topics.PARTIES,
            Topics.PERSONS,
            Topics.DETERMINATIONS,
            Topics.LICENSES,
            Topics.RELEASES,
            Topics.SIGNALS,
            Topics.CASES);

    /** Streams are kept for a time; whoever reads them wants the news, not the state. */
    private static final Set<String> STREAMS = Set.of(Topics.SIGNALS, Topics.CASES);

    private static final Map<String, Set<String>> WRITES = Map.of(
            "classification-svc", Set.of(Topics.ITEMS),
            "screening-svc", Set.of(Topics.PARTIES, Topics.SIGNALS, Topics.CASES),
            "personnel-svc", Set.of(Topics.PERSONS),
            "licensing-svc", Set.of(Topics.DETERMINATIONS, Topics.LICENSES, Topics.RELEASES));

    private static final Map<String, Set<String>> READS = Map.of(
            "classification-svc", Set.of(),
            "screening-svc", Set.of(),
            "personnel-svc", Set.of(Topics.DETERMINATIONS, Topics.LICENSES, Topics.RELEASES),
            "licensing-svc", Set.of(Topics.ITEMS, Topics.PARTIES, Topics.PERSONS, Topics.SIGNALS));

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void every_topic_of_the_contracts_exists_and_all_but_the_streams_are_compacted(String kustomization) {
        List<JsonObject> topics = Manifests.of(kustomization).all("KafkaTopic");
        assertThat(topics.stream().map(topic -> text(topic, "spec", "topicName")))
                .containsExactlyInAnyOrderElementsOf(TOPICS);
        assertThat(topics).allSatisfy(topic -> {
            String policy = STREAMS.contains(text(topic, "spec", "topicName")) ? "delete" : "compact";
            assertThat(text(topic, "spec", "config", "cleanup.policy")).isEqualTo(policy);
            assertThat(text(topic, "metadata", "labels", "strimzi.io/cluster")).isEqualTo("portcullis");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void the_contracts_name_no_topic_that_this_test_does_not_know(String kustomization) throws IllegalAccessException {
        Set<String> named = new TreeSet<>();
        for (var constant : Topics.class.getFields()) {
            named.add((String) constant.get(null));
        }
        assertThat(TOPICS).containsExactlyInAnyOrderElementsOf(named);
        assertThat(Manifests.of(kustomization).all("KafkaTopic")).hasSameSizeAs(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void a_topic_is_written_by_its_owner_alone_and_read_by_those_whom_the_picture_shows(String kustomization) {
        Manifests manifests = Manifests.of(kustomization);
        assertThat(manifests.all("KafkaUser")).hasSameSizeAs(Manifests.SERVICES);
        for (String service : Manifests.SERVICES) {
            JsonObject user = manifests.one("KafkaUser", service);
            assertThat(topicsWith(user, "Write")).as(service + " writes").isEqualTo(WRITES.get(service));
            assertThat(topicsWith(user, "Read")).as(service + " reads").isEqualTo(READS.get(service));
            assertThat(list(user, "spec", "authorization", "acls")).allSatisfy(acl -> {
                assertThat(text(acl, "resource", "type")).isEqualTo("topic");
                assertThat(text(acl, "resource", "patternType")).isEqualTo("literal");
                assertThat(Set.of("Read", "Write", "Describe")).containsAll(texts(acl, "operations"));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void kafka_asks_everybody_who_he_is_and_refuses_by_default(String kustomization) {
        JsonObject kafka = Manifests.of(kustomization).one("Kafka", "portcullis");
        assertThat(text(kafka, "spec", "kafka", "authorization", "type")).isEqualTo("simple");
        assertThat(text(kafka, "spec", "kafka", "config", "auto.create.topics.enable"))
                .isEqualTo("false");
        assertThat(list(kafka, "spec", "kafka", "listeners")).allSatisfy(listener -> {
            assertThat(text(listener, "tls")).isEqualTo("true");
            assertThat(text(listener, "type")).isEqualTo("internal");
            assertThat(text(listener, "authentication", "type")).isEqualTo("scram-sha-512");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void every_namespace_is_closed_both_ways_by_default(String kustomization) {
        Manifests manifests = Manifests.of(kustomization);
        for (JsonObject namespace : manifests.all("Namespace")) {
            assertThat(manifests.all("NetworkPolicy")).anySatisfy(policy -> {
                assertThat(name(policy)).isEqualTo("default-deny");
                assertThat(namespace(policy)).isEqualTo(name(namespace));
                assertThat(at(policy, "spec", "podSelector").getAsJsonObject().size())
                        .isZero();
                assertThat(texts(policy, "spec", "policyTypes")).containsExactly("Ingress", "Egress");
                assertThat(policy.getAsJsonObject("spec").has("ingress")).isFalse();
                assertThat(policy.getAsJsonObject("spec").has("egress")).isFalse();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void a_service_is_reached_through_the_gateway_and_never_by_another_service(String kustomization) {
        Manifests manifests = Manifests.of(kustomization);
        for (String service : Manifests.SERVICES) {
            JsonObject policy = manifests.one("NetworkPolicy", service);
            assertThat(at(policy, "spec", "podSelector", "matchLabels"))
                    .isEqualTo(at(manifests.one("Deployment", service), "spec", "selector", "matchLabels"));
            assertThat(list(policy, "spec", "ingress")).singleElement().satisfies(rule -> {
                assertThat(list(rule, "from").stream()
                                .map(peer -> text(peer, "namespaceSelector", "matchLabels", "portcullis.dev/role")))
                        .containsExactlyInAnyOrder("gateway", "monitoring");
                assertThat(list(rule, "ports").stream().map(port -> text(port, "port")))
                        .containsExactly("8080");
            });
            String keycloakPort = kustomization.equals("base") ? "8443" : "8080";
            assertThat(list(policy, "spec", "egress").stream()
                            .flatMap(rule -> list(rule, "ports").stream())
                            .map(port -> text(port, "port")))
                    .as("to the database, Kafka and Keycloak")
                    .containsExactly("5432", "9093", keycloakPort);
            assertThat(list(policy, "spec", "egress"))
                    .allSatisfy(rule -> assertThat(list(rule, "to"))
                            .singleElement()
                            .satisfies(
                                    peer -> assertThat(peer.has("podSelector")).isTrue()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void only_operators_and_databases_reach_beyond_named_pods(String kustomization) {
        Set<String> open = Manifests.of(kustomization).all("NetworkPolicy").stream()
                .filter(policy -> list(policy, "spec", "egress").stream()
                        .anyMatch(rule -> list(rule, "to").isEmpty()))
                .map(Manifests::name)
                .collect(Collectors.toSet());
        assertThat(open).containsExactlyInAnyOrder("kafka-entity-operator", "portcullis-db", "keycloak-db");
    }

    private static Set<String> topicsWith(JsonObject user, String operation) {
        return list(user, "spec", "authorization", "acls").stream()
                .filter(acl -> texts(acl, "operations").contains(operation))
                .map(acl -> text(acl, "resource", "name"))
                .collect(Collectors.toSet());
    }
}
