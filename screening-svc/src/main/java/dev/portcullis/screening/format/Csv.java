package dev.portcullis.screening.format;

import dev.portcullis.screening.list.UnreadableListException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads tables of text row by row: bounded fields, UTF-8, and the whole file refused where it is no table. */
final class Csv {
    private Csv() {}

    private static CSVFormat layout(char delimiter) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get();
    }

    /**
     * The rows of a file, and how many of its bytes were no UTF-8 once they were read.
     *
     * @param rows the rows, read as they are asked for
     * @param text where they come from
     */
    record Rows(Iterator<CSVRecord> rows, Utf8Reader text) {
        long repaired() {
            return text.repaired();
        }
    }

    /**
     * Hands the rows to a function.
     *
     * @param repair whether bytes that are no UTF-8 are read as Windows-1252, instead of refusing the file
     */
    static <T> T read(InputStream file, Limits limits, char delimiter, boolean repair, Function<Rows, T> reading)
            throws IOException {
        Utf8Reader text = new Utf8Reader(new BoundedStream(file, limits.bytes()), repair);
        try {
            // Not closed: closing the parser would close the caller's stream.
            CSVParser parser = CSVParser.builder()
                    .setReader(new TableGuard(text, delimiter, limits.fieldCharacters()))
                    .setFormat(layout(delimiter))
                    .get();
            return reading.apply(new Rows(parser.iterator(), text));
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        } catch (CharacterCodingException
                | CSVException
                | TableGuard.TooLongException
                | BoundedStream.TooManyBytesException e) {
            throw unreadable(e);
        }
    }

    private static UnreadableListException unreadable(IOException e) throws IOException {
        if (e instanceof CharacterCodingException) {
            return new UnreadableListException("the file is not UTF-8");
        }
        if (e instanceof CSVException) {
            return new UnreadableListException(
                    "the file is not CSV: a quotation mark stands inside a field or is never closed");
        }
        if (e instanceof TableGuard.TooLongException || e instanceof BoundedStream.TooManyBytesException) {
            return new UnreadableListException(String.valueOf(e.getMessage()));
        }
        throw e;
    }

    /** The columns of a header by their names in small letters; of two with one name, the first. */
    static Map<String, Integer> columns(CSVRecord header) {
        Map<String, Integer> columns = new TreeMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }

    /** Refuses a file whose header lacks a column. */
    static Map<String, Integer> columns(CSVRecord header, String list, Set<String> required) {
        Map<String, Integer> columns = columns(header);
        if (!columns.keySet().containsAll(required)) {
            throw new UnreadableListException("the first row is not the header of " + list + ": it lacks one of "
                    + String.join(", ", required.stream().sorted().toList()));
        }
        return columns;
    }

    /** The fields of a row by the header's names. */
    record Row(CSVRecord row, Map<String, Integer> columns) {
        /** The value; nothing where it is blank or the column is not there. */
        @Nullable
        String text(String column) {
            Integer at = columns.get(column);
            String value = at == null ? null : PartyDraft.clean(row.get(at));
            if (value != null && value.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("the field " + column + " holds a NUL character");
            }
            return value;
        }

        String required(String column) {
            String value = text(column);
            if (value == null) {
                throw new IllegalArgumentException("the row has no " + column);
            }
            return value;
        }

        /** Refuses a row of another width than the header. */
        void checkWidth(int width) {
            if (row.size() != width) {
                throw new IllegalArgumentException("the row has " + row.size() + " fields, the header has " + width);
            }
        }
    }
}
