package dev.portcullis.screening.risk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Makes the rows of {@code risk/country-groups.csv} from a table with a row for each country and a column for each group. */
final class CountryGroupsDerivation {
    private static final List<String> GROUPS =
            List.of("A:1", "A:2", "A:3", "A:4", "A:5", "A:6", "B", "D:1", "D:2", "D:3", "D:4", "D:5", "E:1", "E:2");

    private CountryGroupsDerivation() {}

    /** Country and groups, as the shipped file has them. */
    static Map<String, String> derive(Path table) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (BufferedReader reader = Files.newBufferedReader(table);
                CSVParser parser = format.parse(reader)) {
            return parser.stream()
                    .sorted(Comparator.comparing(row -> row.get("iso2")))
                    .collect(Collectors.toMap(row -> row.get("iso2"), CountryGroupsDerivation::groups));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String groups(CSVRecord row) {
        return GROUPS.stream().filter(group -> !row.get(group).isBlank()).collect(Collectors.joining(" "));
    }
}
