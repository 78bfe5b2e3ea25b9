package dev.portcullis.classification.master;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.platform.csv.BoundedFieldReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a product master of comma-separated values (RFC 4180) with a header. A column is {@code itemId}, {@code name},
 * {@code partNumber} or {@code form}, or a place in the datasheet as a JSON pointer (RFC 6901), such as {@code /kind} or
 * {@code /dies/0/areaMm2}. An empty cell says nothing, hence leaves the fact unknown.
 */
final class CsvRows {
    static final int MOST_COLUMNS = 200;
    private static final int LONGEST_FIELD = 10_000;
    private static final int MOST_ELEMENTS = 64;
    private static final Set<String> OWN = Set.of("itemId", "name", "partNumber", "form");
    private static final Pattern PLACE = Pattern.compile("(/[A-Za-z0-9]{1,64}){1,8}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");
    private static final CSVFormat LAYOUT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    /** Hands each row on, in the order of the file. */
    void read(Reader file, Consumer<RawRow> rows) throws IOException {
        try {
            // Not closed: closing the parser would close the caller's stream.
            CSVParser parser = CSVParser.builder()
                    .setReader(new BoundedFieldReader(file, LONGEST_FIELD))
                    .setFormat(LAYOUT)
                    .get();
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw new UnreadableFileException("the file is empty");
            }
            List<String> columns = columns(records.next());
            while (records.hasNext()) {
                // The parser stands at the end of the record that it will hand out.
                long end = parser.getCurrentLineNumber();
                CSVRecord record = records.next();
                rows.accept(row(Math.toIntExact(Math.max(1, end - lineEnds(record))), record, columns));
            }
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        } catch (CSVException | BoundedFieldReader.TooLongException e) {
            throw unreadable(e);
        }
    }

    private static RuntimeException unreadable(IOException e) throws IOException {
        if (e instanceof BoundedFieldReader.TooLongException) {
            return new UnreadableFileException(String.valueOf(e.getMessage()));
        }
        if (e instanceof CSVException) {
            return new UnreadableFileException(
                    "the file is not CSV: a quotation mark stands inside a field or is never closed");
        }
        throw e;
    }

    private static List<String> columns(CSVRecord header) {
        if (header.size() > MOST_COLUMNS) {
            throw new UnreadableFileException("the header has more than " + MOST_COLUMNS + " columns");
        }
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : header) {
            String column = cell.strip();
            if (!OWN.contains(column) && !PLACE.matcher(column).matches()) {
                throw new UnreadableFileException(
                        "column " + (columns.size() + 1)
                                + " of the header is neither itemId, name, partNumber or form nor a place in the datasheet such as /kind");
            }
            if (!seen.add(column)) {
                throw new UnreadableFileException("column " + (columns.size() + 1) + " of the header comes twice");
            }
            columns.add(column);
        }
        return columns;
    }

    private static RawRow row(int line, CSVRecord row, List<String> columns) {
        if (row.size() != columns.size()) {
            return RawRow.unreadable(line, "has " + row.size() + " fields, the header has " + columns.size());
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        ObjectNode datasheet = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            String cell = row.get(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            String column = columns.get(i);
            if (OWN.contains(column)) {
                content.put(column, cell);
            } else if (!put(datasheet, JsonPointer.compile(column), value(cell))) {
                return RawRow.unreadable(
                        line,
                        column
                                + " cannot be placed: it lies within another column, or after an element that is left out");
            }
        }
        if (!datasheet.isEmpty()) {
            content.set("datasheet", datasheet);
        }
        return RawRow.of(line, content);
    }

    private static long lineEnds(CSVRecord record) {
        return record.stream()
                .flatMapToInt(String::chars)
                .filter(c -> c == '\n')
                .count();
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
