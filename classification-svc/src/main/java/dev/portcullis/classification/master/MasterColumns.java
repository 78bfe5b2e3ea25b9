package dev.portcullis.classification.master;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.classification.datasheet.Places;
import dev.portcullis.platform.rows.CsvRows;
import dev.portcullis.platform.rows.RawRow;
import dev.portcullis.platform.rows.UnreadableFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a product master. A column is {@code itemId}, {@code name}, {@code partNumber} or {@code form}, or a place in the datasheet as a
 * JSON pointer (RFC 6901), such as {@code /kind} or {@code /dies/0/areaMm2}. An empty cell says nothing, hence leaves the fact unknown.
 *
 * @param names what each column holds
 */
record MasterColumns(List<String> names) implements CsvRows.Columns {
    static final int MOST_COLUMNS = 200;
    static final int LONGEST_FIELD = 10_000;
    private static final Set<String> OWN = Set.of("itemId", "name", "partNumber", "form");

    MasterColumns {
        names = List.copyOf(names);
    }

    /**
     * The columns of a header.
     *
     * @throws UnreadableFileException where one is no column of a product master, or comes twice
     */
    static MasterColumns of(List<String> header) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : header) {
            String name = cell.strip();
            if (!OWN.contains(name) && !Places.isPlace(name)) {
                throw new UnreadableFileException(
                        "column " + (names.size() + 1)
                                + " of the header is neither itemId, name, partNumber or form nor a place in the datasheet such as /kind");
            }
            if (!seen.add(name)) {
                throw new UnreadableFileException("column " + (names.size() + 1) + " of the header comes twice");
            }
            names.add(name);
        }
        return new MasterColumns(names);
    }

    @Override
    public RawRow row(int line, List<String> cells) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        ObjectNode datasheet = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < names.size(); i++) {
            String cell = cells.get(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            String name = names.get(i);
            if (OWN.contains(name)) {
                content.put(name, cell);
            } else if (!Places.put(datasheet, name, cell)) {
                return RawRow.unreadable(
                        line,
                        name
                                + " cannot be placed: it lies within another column, or after an element that is left out");
            }
        }
        if (!datasheet.isEmpty()) {
            content.set("datasheet", datasheet);
        }
        return RawRow.of(line, content);
    }
}
