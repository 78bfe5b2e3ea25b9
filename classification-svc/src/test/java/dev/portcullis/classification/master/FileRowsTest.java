package dev.portcullis.classification.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.platform.json.JsonLimits;
import dev.portcullis.platform.rows.CsvRows;
import dev.portcullis.platform.rows.NdjsonRows;
import dev.portcullis.platform.rows.RawRow;
import dev.portcullis.platform.rows.UnreadableFileException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of rows, well-formed and hostile. */
class FileRowsTest {
    @Test
    void columns_are_places_in_the_datasheet() throws IOException {
        List<RawRow> rows = csv("""
                name,partNumber,form,/kind,/dies/0/areaMm2,/dies/0/nonPlanar,/dies/1/areaMm2,/characteristics/intendedUse
                A1,P-1,COMMODITY,INTEGRATED_CIRCUIT,814,true,,GENERAL
                "B, the second",P-2,COMMODITY,INTEGRATED_CIRCUIT,1.50,false,12e2,
                """);
        assertThat(rows).extracting(RawRow::line).containsExactly(2, 3);
        assertThat(rows.get(0).content()).hasToString("""
                {"name":"A1","partNumber":"P-1","form":"COMMODITY","datasheet":{"kind":"INTEGRATED_CIRCUIT",\
                "dies":[{"areaMm2":814,"nonPlanar":true}],"characteristics":{"intendedUse":"GENERAL"}}}""");
        assertThat(rows.get(1).content().at("/name").asText()).isEqualTo("B, the second");
        assertThat(rows.get(1).content().at("/datasheet/dies/1/areaMm2").decimalValue())
                .isEqualByComparingTo("1200");
    }

    @Test
    void the_line_of_a_row_is_where_it_begins() throws IOException {
        List<RawRow> rows = csv("name,form\n\"one\nname\",COMMODITY\n\n\ntwo,COMMODITY\n");
        assertThat(rows).extracting(RawRow::line).containsExactly(2, 6);
        assertThat(ndjson("{}\n\n{\"name\":\"x\"}\n")).extracting(RawRow::line).containsExactly(1, 3);
    }

    @Test
    void an_element_after_one_that_is_left_out_has_no_place() throws IOException {
        List<RawRow> rows = csv("name,/dies/0/areaMm2,/dies/1/areaMm2\nA,,5\nB,5,6\n");
        assertThat(rows.get(0).content()).isNull();
        assertThat(rows.get(0).fault().detail()).contains("/dies/1/areaMm2");
        assertThat(rows.get(1).content()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name,colour                | column 2
            name,name                  | twice
            name,/a//b                 | column 2
            name,/characteristics/a b  | column 2
            name,/../x                 | column 2
            """)
    void a_header_that_says_something_unknown_is_refused(String header, String why) {
        assertThatThrownBy(() -> csv(header + "\n1,2\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(why);
    }

    @Test
    void rows_of_another_width_and_broken_lines_are_named_and_the_rest_is_read() throws IOException {
        List<RawRow> wide = csv("name,form\na,b,c\nd,COMMODITY\n");
        assertThat(wide.get(0).fault().detail()).contains("3 fields");
        assertThat(wide.get(1).content()).isNotNull();
        List<RawRow> broken = ndjson("{\"name\":\n[1]\n{\"a\":1}{\"b\":2}\n{\"name\":\"x\"}\n");
        assertThat(broken).extracting(row -> row.content() == null).containsExactly(true, true, true, false);
    }

    @Test
    void deep_and_endless_rows_end_early() throws IOException {
        assertThat(ndjson("[".repeat(5_000) + "\n").get(0).content()).isNull();
        assertThat(ndjson("{\"a\":".repeat(5_000) + "\n").get(0).content()).isNull();
        assertThat(ndjson("{\"a\":" + "9".repeat(5_000) + "}\n").get(0).content())
                .isNull();
        assertThatThrownBy(() -> new NdjsonRows(mapper()).read(endless('x'), row -> {}))
                .isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> readCsv(endless('x'), row -> {})).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> readCsv(endless('"'), row -> {})).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> csv(",".repeat(300) + "\n")).isInstanceOf(UnreadableFileException.class);
    }

    @Property(tries = 2_000)
    void whatever_is_sent_is_read_or_refused_in_words(@ForAll String text) throws IOException {
        for (boolean csv : List.of(true, false)) {
            try {
                List<RawRow> rows = csv ? csv("name,/kind,/dies/0/areaMm2\n" + text) : ndjson(text);
                assertThat(rows).allMatch(row -> row.content() == null != (row.fault() == null));
            } catch (UnreadableFileException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    private static List<RawRow> csv(String text) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        readCsv(new StringReader(text), rows::add);
        return rows;
    }

    private static List<RawRow> ndjson(String text) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        new NdjsonRows(mapper()).read(new StringReader(text), rows::add);
        return rows;
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        JsonLimits.bound(mapper);
        return mapper;
    }

    private static Reader endless(char c) {
        return new Reader() {
            @Override
            public int read(char[] buffer, int from, int length) {
                java.util.Arrays.fill(buffer, from, from + length, c);
                return length;
            }

            @Override
            public void close() {}
        };
    }

    private static void readCsv(Reader file, Consumer<RawRow> rows) throws IOException {
        new CsvRows(MasterColumns.LONGEST_FIELD, MasterColumns.MOST_COLUMNS).read(file, MasterColumns::of, rows);
    }
}
