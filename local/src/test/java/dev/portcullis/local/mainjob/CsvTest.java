package dev.portcullis.local.mainjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvTest {
    /** RFC 4180, section 2, rules 5 to 7. */
    @Test
    void quoted_fields_hold_commas_line_ends_and_quotation_marks() {
        assertThat(Csv.read("a,b\r\n\"1,\n2\",\"say \"\"no\"\"\"\n,\n"))
                .containsExactly(Map.of("a", "1,\n2", "b", "say \"no\""), Map.of("a", "", "b", ""));
    }

    @Test
    void a_record_with_a_field_too_few_is_refused() {
        assertThatThrownBy(() -> Csv.read("a,b\n1\n")).isInstanceOf(IllegalArgumentException.class);
    }
}
