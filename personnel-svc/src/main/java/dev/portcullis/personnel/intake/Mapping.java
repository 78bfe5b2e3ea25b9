package dev.portcullis.personnel.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the fields of another system become attributes of a person. Each field that arrives must be mapped or be named as one to ignore: a field
 * that nobody thought about may be the one that matters.
 *
 * @param key the field that tells whom a record is about; it is the person's {@code externalId}
 * @param fields in their order
 * @param ignored fields that may arrive and say nothing
 */
record Mapping(String key, List<Field> fields, Set<String> ignored) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int MOST_FIELDS = 200;
    private static final Set<String> WORDS = Set.of("field", "attribute", "values", "date", "countries");

    Mapping {
        fields = List.copyOf(fields);
        ignored = Set.copyOf(ignored);
    }

    /**
     * A field.
     *
     * @param name as the other system writes it
     * @param target where it goes
     * @param conversion how its values are read
     */
    record Field(String name, Target target, Conversion conversion) {}

    /**
     * Reads a mapping file.
     *
     * @throws IllegalArgumentException telling what is wrong, for the operator who wrote it
     */
    static Mapping parse(String text) {
        JsonNode file;
        try {
            file = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the mapping is no JSON: " + e.getOriginalMessage(), e);
        }
        List<Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : file.path("fields")) {
            Field field = field(node);
            if (!names.add(field.name())) {
                throw new IllegalArgumentException("the field " + field.name() + " is mapped twice");
            }
            fields.add(field);
        }
        Set<String> ignored = new HashSet<>();
        file.path("ignored").forEach(name -> ignored.add(name.asText()));
        String key = file.path("key").asText("");
        if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
            throw new IllegalArgumentException("a mapping has 1 to " + MOST_FIELDS + " fields");
        }
        if (fields.stream()
                .noneMatch(field -> field.name().equals(key) && field.target().equals(Target.parse("externalId")))) {
            throw new IllegalArgumentException("the key must be a field that is mapped to externalId");
        }
        if (ignored.stream().anyMatch(names::contains)) {
            throw new IllegalArgumentException("a field is both mapped and ignored");
        }
        return new Mapping(key, fields, ignored);
    }

    private static Field field(JsonNode node) {
        node.fieldNames().forEachRemaining(word -> {
            if (!WORDS.contains(word)) {
                throw new IllegalArgumentException("a field has no " + word);
            }
        });
        String name = node.path("field").asText("");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a field has no name");
        }
        Map<String, String> values = new HashMap<>();
        node.path("values")
                .properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().asText()));
        try {
            return new Field(
                    name,
                    Target.parse(node.path("attribute").asText("")),
                    new Conversion(
                            values,
                            node.has("date")
                                    ? Conversion.pattern(node.path("date").asText())
                                    : null,
                            node.path("countries").asText("").equals("alpha-3")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the field " + name + ": " + e.getMessage(), e);
        }
    }

    /** Whether a field may arrive. */
    boolean knows(String name) {
        return ignored.contains(name)
                || fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /** Whether a field says something of a person. */
    boolean matters(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /** Whether a field says whether somebody works here. */
    boolean isEmployment(String name) {
        return fields.stream()
                .anyMatch(field ->
                        field.name().equals(name) && field.target().attribute().equals("active"));
    }

    /** Whether a record says that the person works here; empty where it does not say so, or not clearly. */
    Optional<Boolean> saysActive(Map<String, @Nullable String> record) {
        return fields.stream()
                .filter(field -> isEmployment(field.name()))
                .map(field -> Optional.ofNullable(record.get(field.name()))
                        .flatMap(theirs -> field.conversion().apply(theirs.strip())))
                .flatMap(Optional::stream)
                .filter(word -> word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false"))
                .map(Boolean::parseBoolean)
                .findFirst();
    }

    /**
     * Writes what a record says over what is known of the person. Of each attribute that the record has, all is replaced; an empty field takes
     * it away.
     *
     * @param before attributes; empty for a new person
     * @param record by field name; fields that are mapped and not there are left as they are
     * @return empty where a value has no meaning here
     */
    Optional<ObjectNode> apply(ObjectNode before, Map<String, @Nullable String> record) {
        ObjectNode after = before.deepCopy();
        List<Field> told = fields.stream()
                .filter(field -> record.containsKey(field.name()))
                .toList();
        told.forEach(field -> field.target().clear(after));
        for (Field field : told) {
            String theirs = record.get(field.name());
            if (theirs != null && !theirs.isBlank()) {
                Optional<String> ours = field.conversion().apply(theirs.strip());
                if (ours.isEmpty()) {
                    return Optional.empty();
                }
                field.target().put(after, ours.get());
            }
        }
        told.forEach(field -> field.target().tidy(after));
        return Optional.of(after);
    }
}
