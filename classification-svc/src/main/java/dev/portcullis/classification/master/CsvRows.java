package dev.portcullis.classification.master;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.classification.datasheet.Places;
import dev.portcullis.platform.csv.BoundedFieldReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a product master of comma-separated values (RFC 4180) with a header. A column is {@code itemId}, {@code name},
 * {@code partNumber} or {@code form}, or a place in the datasheet as a JSON pointer (RFC 6901), such as {@code /kind} or
 * {@code /dies/0/areaMm2}. An empty cell says nothing, hence leaves the fact unknown.
 */
final class CsvRows {
    static final int MOST_COLUMNS = 200;
    private static final int LONGEST_FIELD = 10_000;
    private static final Set<String> OWN = Set.of("itemId", "name", "partNumber", "form");
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
            if (!OWN.contains(column) && !Places.isPlace(column)) {
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
            } else if (!Places.put(datasheet, column, cell)) {
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
}
