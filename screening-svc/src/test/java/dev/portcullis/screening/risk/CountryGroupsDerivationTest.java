package dev.portcullis.screening.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CountryGroupsDerivationTest {
    @Test
    void the_shipped_groups_are_those_of_the_published_table() {
        Path table = table();
        assumeTrue(table != null, "the published table of Country Groups is not at hand");
        Map<String, String> shipped = RiskFile.rows("country-groups.csv").stream()
                .collect(Collectors.toMap(
                        row -> RiskFile.column(row, "country"), row -> RiskFile.column(row, "groups")));
        assertThat(shipped).isEqualTo(CountryGroupsDerivation.derive(table));
    }

    private static Path table() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path file = folder.resolve("shared/data/regulations/country_groups.csv");
            if (Files.isReadable(file)) {
                return file;
            }
            folder = folder.getParent();
        }
        return null;
    }
}
