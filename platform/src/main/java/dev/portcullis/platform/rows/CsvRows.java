package dev.portcullis.platform.rows;

import dev.portcullis.platform.csv.BoundedFieldReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads comma-separated values (RFC 4180) with a header. A row of another width than the header is told by its line; a quotation mark that is
 * never closed, or a field longer than allowed, ends the reading.
 */
public final class CsvRows {
    private static final CSVFormat LAYOUT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final int longestField;
    private final int mostColumns;

    /**
     * A reader of a kind of table.
     *
     * @param longestField characters of a field
     * @param mostColumns columns of the header
     */
    public CsvRows(int longestField, int mostColumns) {
        this.longestField = longestField;
        this.mostColumns = mostColumns;
    }

    /** Makes a row of cells, as many as the header has. */
    @FunctionalInterface
    public interface Columns {
        RawRow row(int line, List<String> cells);
    }

    /**
     * Hands each row on, in the order of the file.
     *
     * @param header makes of the header's cells what reads its rows; throws {@link UnreadableFileException} where they are none
     */
    public void read(Reader file, Function<List<String>, Columns> header, Consumer<RawRow> rows) throws IOException {
        try {
            // Not closed: closing the parser would close the caller's stream.
            CSVParser parser = CSVParser.builder()
                    .setReader(new BoundedFieldReader(file, longestField))
                    .setFormat(LAYOUT)
                    .get();
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw new UnreadableFileException("the file is empty");
            }
            List<String> names = records.next().toList();
            if (names.size() > mostColumns) {
                throw new UnreadableFileException("the header has more than " + mostColumns + " columns");
            }
            Columns columns = header.apply(names);
            while (records.hasNext()) {
                // The parser stands at the end of the record that it will hand out.
                long end = parser.getCurrentLineNumber();
                CSVRecord row = records.next();
                int line = Math.toIntExact(Math.max(1, end - lineEnds(row)));
                rows.accept(
                        row.size() == names.size()
                                ? columns.row(line, row.toList())
                                : RawRow.unreadable(
                                        line, "has " + row.size() + " fields, the header has " + names.size()));
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

    private static long lineEnds(CSVRecord row) {
        long ends = 0;
        for (String cell : row) {
            for (int i = cell.indexOf('\n'); i >= 0; i = cell.indexOf('\n', i + 1)) {
                ends++;
            }
        }
        return ends;
    }
}
