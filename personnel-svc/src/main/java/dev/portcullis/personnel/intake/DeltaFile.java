package dev.portcullis.personnel.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.platform.rows.CsvRows;
import dev.portcullis.platform.rows.RawRow;
import dev.portcullis.platform.rows.UnreadableFileException;
import dev.portcullis.platform.rows.Utf8Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a delta file: comma-separated values in UTF-8 with a header, in which every column is one that the mapping knows. */
final class DeltaFile {
    static final int MOST_LINES = 200_000;
    private static final int LONGEST_FIELD = 4096;
    private static final int MOST_COLUMNS = 200;

    private DeltaFile() {}

    /**
     * A line.
     *
     * @param number where it begins, from 1
     * @param record by column; null where the line cannot be read
     */
    record Line(int number, @Nullable Map<String, @Nullable String> record) {
        /** Names nobody. */
        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    /**
     * Hands on each line in the order of the file.
     *
     * @return how many
     * @throws UnreadableFileException where the file as a whole cannot be applied exactly
     */
    static int read(byte[] file, Mapping mapping, Consumer<Line> lines) {
        int[] count = {0};
        try {
            Utf8Text.read(
                    new ByteArrayInputStream(file),
                    text -> new CsvRows(LONGEST_FIELD, MOST_COLUMNS)
                            .read(text, header -> columns(mapping, header), row -> {
                                if (++count[0] > MOST_LINES) {
                                    throw new UnreadableFileException(
                                            "the file has more than " + MOST_LINES + " lines");
                                }
                                lines.accept(new Line(row.line(), record(row)));
                            }));
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be read", e);
        }
        return count[0];
    }

    private static CsvRows.Columns columns(Mapping mapping, List<String> header) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            if (!mapping.knows(header.get(i))) {
                throw new UnreadableFileException(
                        "column " + (i + 1) + " is neither mapped nor ignored by the mapping");
            }
            if (!names.add(header.get(i))) {
                throw new UnreadableFileException("column " + (i + 1) + " is there twice");
            }
        }
        for (Mapping.Field field : mapping.fields()) {
            if (!names.contains(field.name())) {
                throw new UnreadableFileException("the mapped column " + field.name() + " is missing");
            }
        }
        return (line, cells) -> {
            ObjectNode content = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < cells.size(); i++) {
                content.put(header.get(i), cells.get(i));
            }
            return RawRow.of(line, content);
        };
    }

    private static @Nullable Map<String, @Nullable String> record(RawRow row) {
        if (row.content() == null) {
            return null;
        }
        Map<String, @Nullable String> record = new HashMap<>();
        Objects.requireNonNull(row.content())
                .properties()
                .forEach(cell -> record.put(cell.getKey(), cell.getValue().asText()));
        return record;
    }
}
