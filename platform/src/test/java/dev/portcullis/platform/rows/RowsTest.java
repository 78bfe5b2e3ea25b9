package dev.portcullis.platform.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static List<RawRow> csv(String file) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        new CsvRows(20, 3)
                .read(
                        new StringReader(file),
                        header -> (line, cells) -> RawRow.of(
                                line, JsonNodeFactory.instance.objectNode().put(header.get(0), cells.get(0))),
                        rows::add);
        return rows;
    }

    private static List<RawRow> ndjson(String file) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        new NdjsonRows(new ObjectMapper()).read(new StringReader(file), rows::add);
        return rows;
    }

    @Test
    void rows_are_told_by_the_line_that_they_begin_on() throws IOException {
        List<RawRow> rows = csv("a,b\n1,\"two\nlines\"\n3,4\n\n5,6,7\n");
        assertThat(rows).extracting(RawRow::line).containsExactly(2, 4, 6);
        assertThat(rows.get(2).content()).isNull();
        assertThat(rows.get(2).fault()).isNotNull();
        assertThat(ndjson("{\"a\":1}\n\n[]\n{\"a\":\n{\"a\":1} 2"))
                .extracting(RawRow::line, row -> row.content() != null)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, true),
                        org.assertj.core.groups.Tuple.tuple(3, false),
                        org.assertj.core.groups.Tuple.tuple(4, false),
                        org.assertj.core.groups.Tuple.tuple(5, false));
    }

    @Test
    void what_would_fill_the_memory_ends_the_reading() {
        assertThatThrownBy(() -> csv("a\n\"" + "x".repeat(30))).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> csv("a,b,c,d\n")).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> csv("")).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> ndjson("x".repeat(NdjsonRows.LONGEST + 1)))
                .isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void a_byte_order_mark_is_no_text_and_bytes_that_are_no_utf_8_end_the_reading() throws IOException {
        StringBuilder text = new StringBuilder();
        Utf8Text.read(
                new ByteArrayInputStream("\uFEFFa".getBytes(StandardCharsets.UTF_8)),
                reader -> text.append((char) reader.read()));
        assertThat(text).hasToString("a");
        assertThatThrownBy(() -> Utf8Text.read(new ByteArrayInputStream(new byte[] {'a', (byte) 0xC3, 'b'}), reader -> {
                    while (reader.read() >= 0) {
                        text.append('.');
                    }
                }))
                .isInstanceOf(UnreadableFileException.class);
    }

    @Property(tries = 2_000)
    void any_text_is_read_or_refused(@ForAll String text) throws IOException {
        for (String file : List.of(text, "a,b\n" + text, "{\"a\":" + text)) {
            try {
                csv(file);
                ndjson(file);
            } catch (UnreadableFileException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }
}
