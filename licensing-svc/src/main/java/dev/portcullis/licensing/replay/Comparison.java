package dev.portcullis.licensing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.licensing.determination.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where two answers differ.
 *
 * @param parts the parts that differ, by name, in their order; {@code bytes} where only the way of writing does
 * @param onlyStored steps that only the stored answer has, each as often as the other lacks it
 * @param onlyComputed steps that only the computed answer has
 */
record Comparison(List<String> parts, List<Step> onlyStored, List<Step> onlyComputed) {
    private static final Comparison SAME = new Comparison(List.of(), List.of(), List.of());

    static Comparison of(byte[] stored, byte[] computed, ObjectMapper json) {
        if (Arrays.equals(stored, computed)) {
            return SAME;
        }
        try {
            JsonNode before = json.readTree(stored);
            JsonNode after = json.readTree(computed);
            Set<String> parts = new TreeSet<>();
            names(before, parts);
            names(after, parts);
            parts.removeIf(name -> before.path(name).equals(after.path(name)));
            return new Comparison(
                    parts.isEmpty() ? List.of("bytes") : List.copyOf(parts),
                    missing(before.path("steps"), after.path("steps"), json),
                    missing(after.path("steps"), before.path("steps"), json));
        } catch (IOException unreadable) {
            // Somebody has written something else over the answer.
            return new Comparison(List.of("bytes"), List.of(), List.of());
        }
    }

    private static void names(JsonNode answer, Set<String> names) {
        answer.fieldNames().forEachRemaining(names::add);
    }

    private static List<Step> missing(JsonNode of, JsonNode in, ObjectMapper json) throws IOException {
        List<JsonNode> others = new ArrayList<>();
        in.forEach(others::add);
        List<Step> missing = new ArrayList<>();
        for (JsonNode step : of) {
            if (!others.remove(step)) {
                missing.add(json.treeToValue(step, Step.class));
            }
        }
        return List.copyOf(missing);
    }
}
