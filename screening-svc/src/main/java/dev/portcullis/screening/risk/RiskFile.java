package dev.portcullis.screening.risk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A table of {@code risk/} that ships with the service: comma-separated, with a row of headings; lines that start with # are remarks. */
final class RiskFile {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private RiskFile() {}

    /** The rows, by the names of their columns. */
    static List<Map<String, String>> rows(String file) {
        try (InputStream in = RiskFile.class.getResourceAsStream("/risk/" + file);
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

    /** A day, or nothing where the column is empty. */
    static @Nullable LocalDate day(Map<String, String> row, String name) {
        String text = column(row, name);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
