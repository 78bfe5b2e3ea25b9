package dev.portcullis.licensing.moving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.platform.rows.RawRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A license of an export as its rows tell it: what is of the license is told by all rows alike, lists are put together. */
final class Gathered {
    private final List<RawRow> rows = new ArrayList<>();

    /** Rows of an export by the license that they are of; each row without a number, or that cannot be read, stands alone. */
    static List<Gathered> of(List<RawRow> rows) {
        Map<String, Gathered> byNumber = new LinkedHashMap<>();
        for (RawRow row : rows) {
            ObjectNode content = row.content();
            String number =
                    content == null ? "" : content.path(Field.NUMBER.word()).asText("");
            byNumber.computeIfAbsent(number.isEmpty() ? "\n" + row.line() : number, key -> new Gathered())
                    .rows
                    .add(row);
        }
        return List.copyOf(byNumber.values());
    }

    int firstLine() {
        return rows.get(0).line();
    }

    @Nullable
    String number() {
        ObjectNode content = rows.get(0).content();
        String number = content == null ? "" : content.path(Field.NUMBER.word()).asText("");
        return number.isEmpty() ? null : number;
    }

    /** The line of the file that tells a line of the license, by its place among them. */
    int lineOf(int place) {
        return place >= 0 && place < rows.size() ? rows.get(place).line() : firstLine();
    }

    /** What its rows contradict each other in, or cannot be read for. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        ObjectNode first = rows.get(0).content();
        for (RawRow row : rows) {
            ObjectNode content = row.content();
            if (row.fault() != null || content == null) {
                faults.add(new Fault(
                        row.line(),
                        row.fault() == null ? "cannot be read" : row.fault().detail()));
                continue;
            }
            if (number() == null) {
                faults.add(new Fault(row.line(), "tells no license number"));
            }
            for (Field field : Field.values()) {
                if (first != null
                        && !field.isOfLine()
                        && field.shape() != Field.Shape.LIST
                        && !content.path(field.word()).equals(first.path(field.word()))) {
                    faults.add(new Fault(
                            row.line(),
                            "tells another " + field.word() + " than line "
                                    + rows.get(0).line() + " of the same license"));
                }
            }
        }
        return faults;
    }

    /** The license in the form in which a person would record it, and what was drawn of its lines before. */
    ObjectNode body() {
        ObjectNode license = JsonNodeFactory.instance.objectNode();
        ArrayNode lines = license.putArray("lines");
        ArrayNode opening = JsonNodeFactory.instance.arrayNode();
        int next = 1;
        for (RawRow row : rows) {
            ObjectNode content = row.content();
            if (content == null) {
                throw new IllegalStateException("a row that cannot be read was not refused");
            }
            for (Field field : Field.values()) {
                JsonNode told = content.get(field.word());
                if (told != null && !field.isOfLine()) {
                    put(license, field, told);
                }
            }
            ObjectNode line = line(content, next++);
            lines.add(line);
            opening(content, line, opening);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("license", license);
        body.set("opening", opening);
        return body;
    }

    private static void put(ObjectNode license, Field field, JsonNode told) {
        if (field.shape() != Field.Shape.LIST) {
            license.set(field.word(), told);
            return;
        }
        Set<String> all = new LinkedHashSet<>();
        license.path(field.word()).forEach(one -> all.add(one.asText()));
        told.forEach(one -> all.add(one.asText()));
        ArrayNode list = license.putArray(field.word());
        all.forEach(list::add);
    }

    private static ObjectNode line(ObjectNode content, int place) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.set("line", content.has("line") ? content.get("line") : JsonNodeFactory.instance.numberNode(place));
        for (Field field : List.of(Field.ECCN, Field.ITEM_ID, Field.QUANTITY, Field.UNIT)) {
            if (content.has(field.word())) {
                line.set(field.word(), content.get(field.word()));
            }
        }
        if (content.has(Field.VALUE.word())) {
            line.putObject("value")
                    .put(
                            "amount",
                            content.get(Field.VALUE.word()).decimalValue().toPlainString())
                    .put("currency", content.path(Field.CURRENCY.word()).asText(""));
        }
        ObjectNode tolerance = JsonNodeFactory.instance.objectNode();
        for (Field field : List.of(Field.QUANTITY_EXCESS, Field.VALUE_EXCESS, Field.SHORTFALL)) {
            if (content.has(field.word())) {
                tolerance.set(field.word(), content.get(field.word()));
            }
        }
        if (!tolerance.isEmpty()) {
            line.set("tolerance", tolerance);
        }
        return line;
    }

    private static void opening(ObjectNode content, ObjectNode line, ArrayNode opening) {
        BigDecimal quantity = decimal(content, Field.QUANTITY_DRAWN);
        BigDecimal value = decimal(content, Field.VALUE_DRAWN);
        if (quantity.signum() != 0 || value.signum() != 0) {
            ObjectNode drawn = opening.addObject();
            drawn.set("line", line.get("line"));
            drawn.put("quantity", quantity).put("value", value);
        }
    }

    private static BigDecimal decimal(ObjectNode content, Field field) {
        return content.has(field.word()) ? content.get(field.word()).decimalValue() : BigDecimal.ZERO;
    }
}
