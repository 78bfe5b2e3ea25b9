package dev.portcullis.licensing.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.platform.rows.RawRow;
import dev.portcullis.platform.rows.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How exports of other systems are read. */
class MappedColumnsTest {
    private static final List<String> HEADER = List.of(
            "Ext. License No.",
            "License Type",
            "Valid From",
            "Valid To",
            "Business Partner",
            "Item",
            "Control Class",
            "Quantity",
            "UoM",
            "Value",
            "Currency",
            "Depreciated Quantity",
            "Status");

    @Test
    void a_row_is_read_by_its_mapping() {
        RawRow row = row(
                "D1",
                "BIS",
                "01.11.2026",
                "31.10.2030",
                "pty-1;pty-2",
                "1",
                "3A090",
                "1.234,5",
                "KG",
                "99",
                "USD",
                "",
                "x");
        assertThat(row.fault()).isNull();
        assertThat(row.content().path("kind").asText()).isEqualTo("BIS_LICENSE");
        assertThat(row.content().path("validUntil").asText()).isEqualTo("2030-10-31");
        assertThat(row.content().path("consignees")).hasSize(2);
        assertThat(row.content().path("quantity").decimalValue()).isEqualByComparingTo("1234.5");
        assertThat(row.content().path("unit").asText()).isEqualTo("KGM");
        assertThat(row.content().has("quantityDrawn")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1,234.5", "1.23,4", "12.34", "-1", "1e3", "1,2345678", ",5", "1234.567.890"})
    void a_number_of_another_format_is_never_guessed(String number) {
        RawRow row = row("D1", "BIS", "", "", "", "", "", number, "", "", "", "", "");
        assertThat(row.fault()).as(number).isNotNull();
        assertThat(row.fault().detail()).contains("Quantity").doesNotContain(number);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-01", "31.02.2026", "1.11.2026", "01/11/2026"})
    void a_day_of_another_format_or_that_is_none_is_never_guessed(String day) {
        assertThat(row("D1", "BIS", day, "", "", "", "", "", "", "", "", "", "").fault())
                .isNotNull();
    }

    @Test
    void a_value_that_the_mapping_does_not_know_is_refused() {
        assertThat(row("D1", "XYZ", "", "", "", "", "", "", "", "", "", "", "")
                        .fault()
                        .detail())
                .contains("License Type")
                .doesNotContain("XYZ");
    }

    @Test
    void a_header_with_a_column_that_nobody_knows_or_without_the_number_is_refused() {
        Mapping mapping = mapping("sap-gts");
        assertThatThrownBy(() -> MappedColumns.of(mapping, List.of("Ext. License No.", "Secret")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("column 2");
        assertThatThrownBy(() -> MappedColumns.of(mapping, List.of("Item"))).hasMessageContaining("lacks");
        assertThatThrownBy(() -> MappedColumns.of(mapping, List.of("Ext. License No.", "Item", "Item")))
                .hasMessageContaining("twice");
    }

    @Test
    void rows_of_one_license_are_put_together_and_must_not_contradict_each_other() {
        RawRow first = row("D1", "BIS", "01.11.2026", "31.10.2030", "pty-1", "1", "3A090", "5", "PC", "", "", "2", "");
        RawRow second = new RawRow(
                3,
                row("D1", "BIS", "01.11.2026", "31.10.2030", "pty-2", "2", "4A090", "6", "PC", "", "", "", "")
                        .content(),
                null);
        RawRow other = new RawRow(
                4,
                row("D1", "BIS", "01.11.2026", "30.10.2030", "", "3", "4A090", "6", "PC", "", "", "", "")
                        .content(),
                null);
        Gathered whole = Gathered.of(List.of(first, second)).get(0);
        assertThat(whole.faults()).isEmpty();
        ObjectNode body = whole.body();
        assertThat(body.at("/license/consignees")).hasSize(2);
        assertThat(body.at("/license/lines")).hasSize(2);
        assertThat(body.at("/opening/0/quantity").decimalValue()).isEqualByComparingTo("2");
        assertThat(body.at("/opening")).hasSize(1);
        assertThat(Gathered.of(List.of(first, second, other)).get(0).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(4);
                    assertThat(fault.detail()).contains("validUntil").doesNotContain("2030");
                });
        assertThat(Gathered.of(List.of(first, RawRow.unreadable(5, "has 2 fields"))))
                .hasSize(2);
    }

    private static RawRow row(String... cells) {
        return MappedColumns.of(mapping("sap-gts"), HEADER).row(2, List.of(cells));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sap-gts", "oracle-gtm"})
    void the_mappings_that_ship_can_be_used(String name) {
        assertThat(mapping(name).columns()).isNotEmpty();
    }

    private static Mapping mapping(String name) {
        try (InputStream file = Mapping.class.getResourceAsStream("/licenses/mappings/" + name + ".json")) {
            return Mapping.read(new ObjectMapper().readTree(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
