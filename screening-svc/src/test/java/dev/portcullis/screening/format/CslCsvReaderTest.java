package dev.portcullis.screening.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.screening.Lists;
import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListCode;
import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.UnreadableListException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CslCsvReaderTest {
    private static final String HEADER = "_id,source,type,name,alt_names,addresses\n";
    private static final Limits SMALL = new Limits(1 << 20, 10, 200, 50, 3, 100, 1_000);

    private static ListFile read(byte[] file) throws IOException {
        return new CslCsvReader(SMALL).read(new ByteArrayInputStream(file));
    }

    private static ListFile read(String file) throws IOException {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_excerpt_is_read_whole() {
        ListFile file = Lists.read(new ByteArrayInputStream(Lists.excerpt()));
        assertThat(file.entries()).hasSize(53);
        assertThat(file.quarantine()).isEmpty();
        assertThat(file.counts().keySet())
                .containsExactly("CAP", "CMIC", "DPL", "DTC", "EL", "ISN", "MEU", "NS-MBS", "PLC", "SDN", "SSI", "UVL");
        ListedParty moore = file.entries().stream()
                .filter(entry -> entry.name().startsWith("Moore Thread"))
                .findFirst()
                .orElseThrow();
        assertThat(moore.list()).isEqualTo("EL");
        assertThat(moore.aliases()).contains(Alias.strong("Moore Threads"));
        assertThat(moore.reference()).isEqualTo("88 FR 71992");
        assertThat(moore.countries()).containsExactly("CN");
        assertThat(moore.type()).isEqualTo(ListedParty.Type.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Entity List (EL) - Bureau of Industry and Security | EL",
                "Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department | NS-MBS",
                "Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department | CMIC",
                "Capta List (CAP) - Treasury Department | CAP",
                "ITAR Debarred (DTC) - State Department | DTC",
                "Foreign Sanctions Evaders (FSE) - Treasury Department | FSE",
                "Denied Persons List - Bureau of Industry and Security | DPL"
            })
    void a_source_gives_the_list_code(String source, String code) {
        assertThat(ListCode.of(source)).isEqualTo(code);
    }

    @Test
    void a_byte_order_mark_quoted_line_ends_and_crlf_are_read() throws IOException {
        ListFile file = read(
                "\uFEFF" + HEADER.replace("\n", "\r\n")
                        + "1,\"Entity List (EL) - BIS\",Entity,\"Acme\nChips, \"\"Inc.\"\"\",\"A; B;\",\"Street 1, Wien, AT; CN\"\r\n");
        assertThat(file.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("Acme\nChips, \"Inc.\"");
            assertThat(entry.aliases()).containsExactly(Alias.strong("A"), Alias.strong("B"));
            assertThat(entry.countries()).containsExactly("AT", "CN");
            assertThat(entry.addresses()).containsExactly("Street 1, Wien, AT", "CN");
        });
    }

    @Test
    void unreadable_rows_are_quarantined_and_counted_and_the_rest_is_read() throws IOException {
        ListFile file = read(HEADER
                + "1,Entity List (EL) - BIS,,Good,,\n"
                + "2,Entity List (EL) - BIS,,Ragged\n"
                + "3,,,No source,,\n"
                + "4,Entity List (EL) - BIS,,,,\n"
                + "1,Entity List (EL) - BIS,,Same id,,\n"
                + "5,Entity List (EL) - BIS,," + "x".repeat(51) + ",,\n"
                + "6,Entity List (EL) - BIS,,Many,a;b;c;d,\n"
                + "7,Entity List (EL) - BIS,,Nul\0,,\n");
        assertThat(file.entries()).extracting(ListedParty::name).containsExactly("Good");
        assertThat(file.quarantined()).isEqualTo(7);
        assertThat(file.quarantine())
                .extracting(ListFile.QuarantinedRow::row)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void what_is_no_list_is_refused_as_a_whole() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("<html><body>Service unavailable</body></html>"))
                .isInstanceOf(UnreadableListException.class)
                .hasMessageContaining("header");
        assertThatThrownBy(() -> read(HEADER + "1,Entity List (EL) - BIS,,\"never closed,,\n"))
                .isInstanceOf(UnreadableListException.class);
        assertThatThrownBy(() -> read(HEADER + "1,Entity List (EL) - BIS,,\"" + "x".repeat(300)))
                .isInstanceOf(UnreadableListException.class)
                .hasMessageContaining("200 characters");
        assertThatThrownBy(() -> read(HEADER + "1,Entity List (EL) - BIS,,x,,\n".repeat(11)))
                .hasMessageContaining("more than 10 rows");
        byte[] latin1 = (HEADER + "1,Entity List (EL) - BIS,,M\u00fcller,,\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(latin1)).hasMessage("the file is not UTF-8");
    }

    @Property(tries = 300)
    void any_bytes_are_read_or_refused(@ForAll byte[] noise) throws IOException {
        try {
            assertThat(read(noise).entries()).isEmpty();
        } catch (UnreadableListException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
