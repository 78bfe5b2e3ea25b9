package dev.portcullis.screening.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table that ships with the service: comma-separated, with a row of headings; lines that start with # are remarks. */
final class DataFile {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private DataFile() {}

    /** The rows, by the names of their columns. */
    static List<Map<String, String>> rows(String file) {
        try (InputStream in = DataFile.class.getResourceAsStream("/signals/" + file);
                Reader reader = new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            return parser.stream().map(CSVRecord::toMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped table " + file + " is unreadable", e);
        }
    }

    /** A column, which every row has. */
    static String column(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }

    /** A pattern of a table; letters of either case are the same. */
    static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
