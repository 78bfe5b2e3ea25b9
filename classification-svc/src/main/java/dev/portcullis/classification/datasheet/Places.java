package dev.portcullis.classification.datasheet;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Places in a datasheet as JSON pointers (RFC 6901), such as {@code /kind} or {@code /dies/0/areaMm2}, for those who state facts as
 * pairs of texts.
 */
public final class Places {
    private static final int MOST_ELEMENTS = 64;
    private static final Pattern PLACE = Pattern.compile("(/[A-Za-z0-9]{1,64}){1,8}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");

    private Places() {}

    /** Whether a text names a place. */
    public static boolean isPlace(String text) {
        return PLACE.matcher(text).matches();
    }

    /**
     * Puts a text into its place: as a truth value or a number where it reads like one.
     *
     * @param place one that {@link #isPlace} accepts
     * @return false where something else is there, or an element before it is missing
     */
    public static boolean put(ObjectNode datasheet, String place, String text) {
        return put(datasheet, JsonPointer.compile(place), value(text));
    }

    private static JsonNode value(String cell) {
        if (cell.equals("true") || cell.equals("false")) {
            return JsonNodeFactory.instance.booleanNode(cell.equals("true"));
        }
        return NUMBER.matcher(cell).matches()
                ? JsonNodeFactory.instance.numberNode(new BigDecimal(cell))
                : JsonNodeFactory.instance.textNode(cell);
    }

    /** Puts a value into its place; false where something else is there, or an element before it is missing. */
    private static boolean put(ObjectNode root, JsonPointer place, JsonNode value) {
        JsonNode at = root;
        for (JsonPointer rest = place; ; rest = rest.tail()) {
            JsonPointer after = rest.tail();
            JsonNode next = after.matches()
                    ? value
                    : after.mayMatchElement()
                            ? JsonNodeFactory.instance.arrayNode()
                            : JsonNodeFactory.instance.objectNode();
            JsonNode there = at instanceof ArrayNode array
                    ? element(array, rest.getMatchingIndex(), next)
                    : member(at, rest.getMatchingProperty(), next);
            if (there == null || there.getNodeType() != next.getNodeType() || after.matches() && there != next) {
                return false;
            }
            if (after.matches()) {
                return true;
            }
            at = there;
        }
    }

    private static @Nullable JsonNode member(JsonNode parent, String name, JsonNode orElse) {
        if (!(parent instanceof ObjectNode object)) {
            return null;
        }
        JsonNode there = object.get(name);
        if (there == null) {
            object.set(name, orElse);
            return orElse;
        }
        return there;
    }

    private static @Nullable JsonNode element(ArrayNode array, int index, JsonNode orElse) {
        if (index < 0 || index > array.size() || index >= MOST_ELEMENTS) {
            return null;
        }
        if (index == array.size()) {
            array.add(orElse);
            return orElse;
        }
        return array.get(index);
    }
}
