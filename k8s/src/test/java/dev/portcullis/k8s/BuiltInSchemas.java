package dev.portcullis.k8s;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Holds Kubernetes' own objects against the models that are generated from its published schemas. */
final class BuiltInSchemas {
    private static final Map<String, Check> CHECKS = Map.of(
            "v1/ConfigMap", V1ConfigMap::validateJsonElement,
            "v1/Namespace", V1Namespace::validateJsonElement,
            "v1/Secret", V1Secret::validateJsonElement,
            "v1/Service", V1Service::validateJsonElement,
            "v1/ServiceAccount", V1ServiceAccount::validateJsonElement,
            "apps/v1/Deployment", V1Deployment::validateJsonElement,
            "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement);

    private BuiltInSchemas() {}

    static boolean know(JsonObject object) {
        return CHECKS.containsKey(key(object));
    }

    /** What is wrong with an object; empty where nothing is. */
    static List<String> findings(JsonObject object) {
        try {
            CHECKS.get(key(object)).validate(object);
            return List.of();
        } catch (IllegalArgumentException | IOException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static String key(JsonObject object) {
        return object.get("apiVersion").getAsString() + "/" + Manifests.kind(object);
    }

    private interface Check {
        void validate(JsonElement object) throws IOException;
    }
}
