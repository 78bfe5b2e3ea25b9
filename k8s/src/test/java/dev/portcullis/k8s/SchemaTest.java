package dev.portcullis.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development"})
    void every_object_is_known_and_strictly_valid(String kustomization) {
        List<String> findings = new ArrayList<>();
        for (JsonObject object : Manifests.of(kustomization).objects()) {
            String who = Manifests.kind(object) + " " + Manifests.name(object) + ": ";
            if (BuiltInSchemas.know(object)) {
                BuiltInSchemas.findings(object).forEach(finding -> findings.add(who + finding));
            } else if (CustomSchemas.know(object)) {
                CustomSchemas.findings(object).forEach(finding -> findings.add(who + finding));
            } else {
                findings.add(who + "no schema is known for " + object.get("apiVersion"));
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void an_unknown_field_deep_in_a_deployment_is_found() {
        JsonObject deployment = json("""
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "a"}, "spec": {
                  "selector": {"matchLabels": {"a": "b"}}, "template": {"metadata": {}, "spec": {"containers": [
                    {"name": "a", "image": "a", "securityContext": {"readOnlyRootFilesytem": true}}]}}}}""");
        assertThat(BuiltInSchemas.findings(deployment))
                .singleElement()
                .asString()
                .contains("readOnlyRootFilesytem");
    }

    @Test
    void a_container_without_a_name_is_found() {
        JsonObject deployment = json("""
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "a"}, "spec": {
                  "selector": {"matchLabels": {"a": "b"}}, "template": {"metadata": {}, "spec": {"containers": [
                    {"image": "a"}]}}}}""");
        assertThat(BuiltInSchemas.findings(deployment))
                .singleElement()
                .asString()
                .contains("name");
    }

    @Test
    void faults_of_a_custom_resource_are_found_by_pointer() {
        JsonObject user = json("""
                {"apiVersion": "kafka.strimzi.io/v1", "kind": "KafkaUser", "metadata": {"name": "a"}, "spec": {
                  "authentication": {"type": "password"},
                  "authorization": {"type": "simple", "acls": [
                    {"resource": {"type": "topic", "nam": "a"}, "operations": ["Read"], "host": 7}]}}}""");
        assertThat(CustomSchemas.findings(user))
                .hasSize(3)
                .anyMatch(finding -> finding.startsWith("/spec/authentication/type must be one of"))
                .contains(
                        "/spec/authorization/acls/0/resource/nam is unknown",
                        "/spec/authorization/acls/0/host must be text");
    }

    @Test
    void a_missing_field_of_a_custom_resource_is_found() {
        JsonObject database = json("""
                {"apiVersion": "postgresql.cnpg.io/v1", "kind": "Database", "metadata": {"name": "a"}, "spec": {
                  "cluster": {"name": "a"}, "name": "a"}}""");
        assertThat(CustomSchemas.findings(database)).containsExactly("/spec/owner is missing");
    }

    private static JsonObject json(String text) {
        return new Gson().fromJson(text, JsonObject.class);
    }
}
