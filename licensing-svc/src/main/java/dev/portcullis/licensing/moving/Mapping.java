package dev.portcullis.licensing.moving;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of an export are read: column to field, values to values, date and number formats.
 *
 * @param dates how days are written
 * @param decimal the sign before the places of a number
 * @param grouping the sign between the thousands of a number; null where there is none
 * @param columns columns by their name in the header
 * @param ignored columns that are known and not read
 * @param defaults fields that no column tells
 */
record Mapping(
        DateTimeFormatter dates,
        char decimal,
        @Nullable Character grouping,
        Map<String, Column> columns,
        Set<String> ignored,
        Map<Field, String> defaults) {
    Mapping {
        columns = Map.copyOf(columns);
        ignored = Set.copyOf(ignored);
        defaults = Map.copyOf(defaults);
    }

    /**
     * A column.
     *
     * @param field what it tells
     * @param separator what stands between several values; null where there is one
     * @param values what its values mean; a value that is not among them is taken as it stands where there are none
     */
    record Column(Field field, @Nullable String separator, Map<String, String> values) {
        Column {
            values = Map.copyOf(values);
        }
    }

    /** Reads a mapping; the message of what is wrong names the place. */
    static Mapping read(JsonNode root) {
        Map<String, Column> columns = new LinkedHashMap<>();
        Set<Field> told = new HashSet<>();
        for (Map.Entry<String, JsonNode> entry : root.path("columns").properties()) {
            JsonNode node = entry.getValue();
            Field field = Field.of(node.path("field").asText());
            String separator = node.path("separator").asText("");
            if (!told.add(field)) {
                throw new IllegalArgumentException("two columns tell " + field.word());
            }
            if (!separator.isEmpty() && field.shape() != Field.Shape.LIST) {
                throw new IllegalArgumentException(field.word() + " has one value and no separator");
            }
            columns.put(
                    entry.getKey(),
                    new Column(field, separator.isEmpty() ? null : separator, texts(node.path("values"))));
        }
        Map<Field, String> defaults = new HashMap<>();
        texts(root.path("defaults")).forEach((field, value) -> defaults.put(Field.of(field), value));
        if (!told.contains(Field.NUMBER)) {
            throw new IllegalArgumentException("no column tells the number");
        }
        Set<String> ignored = new HashSet<>();
        root.path("ignored").forEach(name -> ignored.add(name.asText()));
        String grouping = root.path("grouping").asText("");
        return new Mapping(
                DateTimeFormatter.ofPattern(root.path("dateFormat").asText("uuuu-MM-dd"), Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT),
                sign(root.path("decimal").asText(".")),
                grouping.isEmpty() ? null : sign(grouping),
                columns,
                ignored,
                defaults);
    }

    private static char sign(String text) {
        if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0))) {
            throw new IllegalArgumentException("a sign of numbers is one sign");
        }
        return text.charAt(0);
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
