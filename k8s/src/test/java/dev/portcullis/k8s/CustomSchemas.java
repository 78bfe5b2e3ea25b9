package dev.portcullis.k8s;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Holds custom resources against the schemas of their definitions, as strictly as a server with strict field validation: unknown
 * fields, missing ones, wrong types, values out of range and values that are not among those listed.
 */
final class CustomSchemas {
    private static final List<String> FILES = List.of(
            "kafka.kafka.strimzi.io",
            "kafkanodepool.kafka.strimzi.io",
            "kafkatopic.kafka.strimzi.io",
            "kafkauser.kafka.strimzi.io",
            "cluster.postgresql.cnpg.io",
            "database.postgresql.cnpg.io");

    private static final Map<String, JsonObject> SCHEMAS = load();

    private CustomSchemas() {}

    static boolean know(JsonObject object) {
        return SCHEMAS.containsKey(key(object.get("apiVersion").getAsString(), Manifests.kind(object)));
    }

    /** What is wrong with a resource, each by its JSON pointer; empty where nothing is. */
    static List<String> findings(JsonObject object) {
        List<String> findings = new ArrayList<>();
        check(object, SCHEMAS.get(key(object.get("apiVersion").getAsString(), Manifests.kind(object))), "", findings);
        return findings;
    }

    private static void check(JsonElement value, JsonObject schema, String pointer, List<String> findings) {
        if (value.isJsonNull()) {
            if (!isTrue(schema, "nullable")) {
                findings.add(pointer + " must not be null");
            }
            return;
        }
        if (isTrue(schema, "x-kubernetes-int-or-string")) {
            if (!value.isJsonPrimitive() || value.getAsJsonPrimitive().isBoolean()) {
                findings.add(pointer + " must be a number or text");
            }
            return;
        }
        switch (Manifests.text(schema, "type")) {
            case "object" -> checkObject(value, schema, pointer, findings);
            case "array" -> checkArray(value, schema, pointer, findings);
            case "string" -> checkText(value, schema, pointer, findings);
            case "boolean" -> {
                if (!isPrimitive(value) || !value.getAsJsonPrimitive().isBoolean()) {
                    findings.add(pointer + " must be true or false");
                }
            }
            case "integer", "number" -> checkNumber(value, schema, pointer, findings);
            default -> {
                if (!isTrue(schema, "x-kubernetes-preserve-unknown-fields")) {
                    findings.add(pointer + " has a schema without a type, which this check does not understand");
                }
            }
        }
    }

    private static void checkObject(JsonElement value, JsonObject schema, String pointer, List<String> findings) {
        if (!value.isJsonObject()) {
            findings.add(pointer + " must be an object");
            return;
        }
        JsonObject object = value.getAsJsonObject();
        JsonObject properties = objectAt(schema, "properties");
        JsonObject additional = objectAt(schema, "additionalProperties");
        boolean open = isTrue(schema, "x-kubernetes-preserve-unknown-fields")
                || isTrue(schema, "additionalProperties")
                // The server itself knows the metadata of every object.
                || pointer.equals("/metadata");
        for (String required : Manifests.texts(schema, "required")) {
            if (!object.has(required)) {
                findings.add(pointer + "/" + required + " is missing");
            }
        }
        for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
            String at = pointer + "/" + entry.getKey();
            JsonObject known = objectAt(properties, entry.getKey());
            if (known != null) {
                check(entry.getValue(), known, at, findings);
            } else if (additional != null) {
                check(entry.getValue(), additional, at, findings);
            } else if (!open) {
                findings.add(at + " is unknown");
            }
        }
    }

    private static void checkArray(JsonElement value, JsonObject schema, String pointer, List<String> findings) {
        if (!value.isJsonArray()) {
            findings.add(pointer + " must be a list");
            return;
        }
        JsonArray array = value.getAsJsonArray();
        if (schema.has("minItems") && array.size() < schema.get("minItems").getAsInt()) {
            findings.add(pointer + " has too few elements");
        }
        if (schema.has("maxItems") && array.size() > schema.get("maxItems").getAsInt()) {
            findings.add(pointer + " has too many elements");
        }
        JsonObject items = Objects.requireNonNull(objectAt(schema, "items"), pointer);
        for (int i = 0; i < array.size(); i++) {
            check(array.get(i), items, pointer + "/" + i, findings);
        }
    }

    private static void checkText(JsonElement value, JsonObject schema, String pointer, List<String> findings) {
        if (!isPrimitive(value) || !value.getAsJsonPrimitive().isString()) {
            findings.add(pointer + " must be text");
            return;
        }
        String text = value.getAsString();
        if (schema.has("enum") && !schema.getAsJsonArray("enum").contains(new JsonPrimitive(text))) {
            findings.add(pointer + " must be one of " + schema.get("enum"));
        }
        if (schema.has("pattern")
                && !java.util.regex.Pattern.compile(schema.get("pattern").getAsString())
                        .matcher(text)
                        .find()) {
            findings.add(pointer + " does not match " + schema.get("pattern"));
        }
        if (schema.has("minLength") && text.length() < schema.get("minLength").getAsInt()) {
            findings.add(pointer + " is too short");
        }
        if (schema.has("maxLength") && text.length() > schema.get("maxLength").getAsInt()) {
            findings.add(pointer + " is too long");
        }
    }

    private static void checkNumber(JsonElement value, JsonObject schema, String pointer, List<String> findings) {
        if (!isPrimitive(value) || !value.getAsJsonPrimitive().isNumber()) {
            findings.add(pointer + " must be a number");
            return;
        }
        double number = value.getAsDouble();
        if (Manifests.text(schema, "type").equals("integer") && number != Math.rint(number)) {
            findings.add(pointer + " must be a whole number");
        }
        if (schema.has("minimum") && number < schema.get("minimum").getAsDouble()) {
            findings.add(pointer + " is less than " + schema.get("minimum"));
        }
        if (schema.has("maximum") && number > schema.get("maximum").getAsDouble()) {
            findings.add(pointer + " is more than " + schema.get("maximum"));
        }
    }

    private static boolean isPrimitive(JsonElement value) {
        return value.isJsonPrimitive();
    }

    private static boolean isTrue(JsonObject schema, String keyword) {
        JsonElement value = schema.get(keyword);
        return value != null && value.isJsonPrimitive() && value.getAsBoolean();
    }

    private static JsonObject objectAt(JsonObject schema, String name) {
        JsonElement value = schema == null ? null : schema.get(name);
        return value != null && value.isJsonObject() ? value.getAsJsonObject() : null;
    }

    private static String key(String apiVersion, String kind) {
        return apiVersion + "/" + kind;
    }

    private static Map<String, JsonObject> load() {
        Map<String, JsonObject> schemas = new LinkedHashMap<>();
        for (String file : FILES) {
            try (Reader reader = new InputStreamReader(
                    Objects.requireNonNull(CustomSchemas.class.getResourceAsStream("/crds/" + file + ".json"), file),
                    StandardCharsets.UTF_8)) {
                JsonObject crd = new Gson().fromJson(reader, JsonObject.class);
                String apiVersion = Manifests.text(crd, "group") + "/" + Manifests.text(crd, "version");
                schemas.put(key(apiVersion, Manifests.text(crd, "kind")), crd.getAsJsonObject("schema"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return schemas;
    }
}
