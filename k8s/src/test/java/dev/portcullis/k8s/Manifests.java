package dev.portcullis.k8s;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The objects of one kustomization, as {@code kubectl kustomize} renders them. Where there is no kubectl the calling test is
 * skipped with a message; in continuous integration ({@code CI=true}) it fails.
 */
record Manifests(String kustomization, List<JsonObject> objects) {
    static final List<String> SERVICES =
            List.of("classification-svc", "screening-svc", "personnel-svc", "licensing-svc");

    private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();

    /**
     * Renders a kustomization.
     *
     * @param kustomization its folder, relative to the module
     */
    static Manifests of(String kustomization) {
        boolean found = isThereKubectl();
        if (!found && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("kubectl is missing: .ci/run installs it");
        }
        assumeTrue(found, "skipped: install kubectl 1.27 or later to render the manifests");
        return RENDERED.computeIfAbsent(kustomization, Manifests::render);
    }

    /** Everything of a kind. */
    List<JsonObject> all(String kind) {
        return objects.stream().filter(object -> kind(object).equals(kind)).toList();
    }

    /** The one object of a kind and name. */
    JsonObject one(String kind, String name) {
        return all(kind).stream()
                .filter(object -> name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(kustomization + " has no " + kind + " " + name));
    }

    static String kind(JsonObject object) {
        return object.get("kind").getAsString();
    }

    static String name(JsonObject object) {
        return text(object, "metadata", "name");
    }

    static String namespace(JsonObject object) {
        return text(object, "metadata", "namespace");
    }

    /** The element at a path; null where it is absent. */
    static JsonElement at(JsonElement from, String... path) {
        JsonElement element = from;
        for (String step : path) {
            element = element != null && element.isJsonObject()
                    ? element.getAsJsonObject().get(step)
                    : null;
        }
        return element;
    }

    /** The text at a path; empty where it is absent. */
    static String text(JsonElement from, String... path) {
        JsonElement element = at(from, path);
        return element == null || !element.isJsonPrimitive() ? "" : element.getAsString();
    }

    /** The objects of the list at a path; none where it is absent. */
    static List<JsonObject> list(JsonElement from, String... path) {
        return elements(from, path).map(JsonElement::getAsJsonObject).toList();
    }

    /** The texts of the list at a path; none where it is absent. */
    static List<String> texts(JsonElement from, String... path) {
        return elements(from, path).map(JsonElement::getAsString).toList();
    }

    /** The pod that a deployment makes. */
    static JsonObject pod(JsonObject deployment) {
        return at(deployment, "spec", "template", "spec").getAsJsonObject();
    }

    /** The containers of a deployment, those that initialize included. */
    static List<JsonObject> containers(JsonObject deployment) {
        return Stream.concat(
                        list(pod(deployment), "initContainers").stream(), list(pod(deployment), "containers").stream())
                .toList();
    }

    /** The environment of a deployment's one long-lived container. */
    static Map<String, JsonObject> environment(JsonObject deployment) {
        Map<String, JsonObject> environment = new java.util.LinkedHashMap<>();
        list(list(pod(deployment), "containers").get(0), "env")
                .forEach(variable -> environment.put(text(variable, "name"), variable));
        return environment;
    }

    private static Stream<JsonElement> elements(JsonElement from, String... path) {
        JsonElement element = at(from, path);
        JsonArray array = element == null || element.isJsonNull() ? new JsonArray() : element.getAsJsonArray();
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static boolean isThereKubectl() {
        try {
            run("kubectl", "version", "--client");
            return true;
        } catch (UncheckedIOException | IllegalStateException e) {
            return false;
        }
    }

    private static Manifests render(String kustomization) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Gson gson = new Gson();
        List<JsonObject> objects = new ArrayList<>();
        for (Object document :
                yaml.loadAll(run("kubectl", "kustomize", Path.of(kustomization).toString()))) {
            objects.add(gson.toJsonTree(document).getAsJsonObject());
        }
        return new Manifests(kustomization, List.copyOf(objects));
    }

    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
