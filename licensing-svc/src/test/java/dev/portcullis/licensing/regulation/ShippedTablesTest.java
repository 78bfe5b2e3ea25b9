package dev.portcullis.licensing.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portcullis.contracts.CountryCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the shipped tables against the reference tables of the regulation, where they are at hand. */
class ShippedTablesTest {
    private static final LocalDate EDITION = LocalDate.of(2026, 7, 23);
    private final Regulations law = Law.shipped().asOf(EDITION);

    @Test
    void the_country_chart_is_that_of_the_edition() throws IOException {
        List<String[]> rows = reference("country_chart.csv");
        String[] head = rows.get(0);

        for (String[] row : rows.subList(1, rows.size())) {
            CountryChart.Row shipped = Objects.requireNonNull(law.chart().row(CountryCode.of(row[0])), row[0]);
            TreeSet<String> columns = new TreeSet<>();
            for (int i = 2; i <= 17; i++) {
                if (row[i].equals("X")) {
                    columns.add(head[i]);
                }
            }
            assertThat(new TreeSet<>(shipped.columns())).as(row[1]).isEqualTo(columns);
            assertThat(shipped.embargoed()).as(row[1]).isEqualTo(row[19].startsWith("EMBARGOED"));
        }
        assertThat(law.chart().countries()).hasSize(rows.size() - 1);
    }

    @Test
    void the_country_groups_are_those_of_the_edition() throws IOException {
        List<String[]> rows = reference("country_groups.csv");
        String[] head = rows.get(0);

        for (String[] row : rows.subList(1, rows.size())) {
            for (int i = 2; i <= 15; i++) {
                assertThat(law.groups().isIn(CountryCode.of(row[0]), head[i]))
                        .as("%s in %s", row[1], head[i])
                        .isEqualTo(row[i].equals("X"));
            }
        }
    }

    private static List<String[]> reference(String file) throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared/data/regulations").resolve(file);
            if (Files.exists(found)) {
                List<String[]> rows = new ArrayList<>();
                for (String line : Files.readAllLines(found)) {
                    rows.add(cells(line));
                }
                return rows;
            }
        }
        assumeTrue(false, "the reference tables are not at hand: " + file);
        return List.of();
    }

    private static String[] cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells.toArray(String[]::new);
    }
}
