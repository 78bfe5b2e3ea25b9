package dev.portcullis.licensing.form;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.licensing.criteria.ConditionReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads forms and rules from the shipped data files, as trees; what is not understood is refused. */
public final class FormFiles {
    private static final Set<String> WORDS = Set.of(
            "key", "form", "block", "label", "source", "when", "optional", "kind", "oneOf", "question", "citation");

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private FormFiles() {}

    /** A form of the folder {@code law}. */
    public static Form form(String name) {
        JsonNode file = tree(name);
        List<FormField> fields = new ArrayList<>();
        for (JsonNode node : file.path("fields")) {
            fields.add(field(node));
        }
        if (fields.isEmpty()) {
            throw new IllegalStateException(name + " has no fields");
        }
        return new Form(text(file, "edition"), fields, questions());
    }

    /** The questions by which persons are asked for facts. */
    public static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        tree("fact-questions.json")
                .path("questions")
                .fields()
                .forEachRemaining(
                        entry -> questions.put(entry.getKey(), entry.getValue().asText()));
        return questions;
    }

    /** A file of the folder {@code law}, read. */
    public static JsonNode tree(String name) {
        try (InputStream in = FormFiles.class.getResourceAsStream("/law/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the law file " + name + " is not part of this program");
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the law file " + name + " cannot be read", e);
        }
    }

    /** A text that must be there. */
    public static String text(JsonNode node, String name) {
        String text = node.path(name).asText();
        if (text.isEmpty()) {
            throw new IllegalStateException(name + " is missing: " + node);
        }
        return text;
    }

    private static FormField field(JsonNode node) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!WORDS.contains(name)) {
                throw new IllegalStateException("a field with a word that is not known: " + name);
            }
        }
        List<String> oneOf = new ArrayList<>();
        node.path("oneOf").forEach(value -> oneOf.add(value.asText()));
        return new FormField(
                text(node, "key"),
                text(node, "form"),
                text(node, "block"),
                text(node, "label"),
                node.path("source").asText(null),
                ConditionReader.read(node.path("when")),
                node.path("optional").asBoolean(false),
                AnswerKind.valueOf(node.path("kind").asText("LINE")),
                oneOf,
                text(node, "question"),
                text(node, "citation"));
    }
}
