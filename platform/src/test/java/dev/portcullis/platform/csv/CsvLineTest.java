package dev.portcullis.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLineTest {
    @Test
    void what_a_spreadsheet_would_compute_is_text() {
        for (String formula :
                List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\uFF1D1", "=cmd|'/c calc'!A1")) {
            assertThat(CsvLine.of(List.of(formula)).replace("\"", "")).startsWith("'");
        }
    }

    @Test
    void numbers_and_ordinary_names_are_left_as_they_are() {
        assertThat(CsvLine.of(Arrays.asList(-0.5, null, "Huawei", "寒武纪"))).isEqualTo("-0.5,,Huawei,寒武纪\r\n");
    }

    @Test
    void separators_and_quotation_marks_stay_within_their_cell() {
        assertThat(CsvLine.of(List.of("Acme, Ltd.", "the \"best\"", "two\nlines")))
                .isEqualTo("\"Acme, Ltd.\",\"the \"\"best\"\"\",\"two\nlines\"\r\n");
    }
}
