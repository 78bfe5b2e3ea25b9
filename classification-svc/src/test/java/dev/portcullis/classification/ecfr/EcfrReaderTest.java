package dev.portcullis.classification.ecfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.classification.controllist.ControlList;
import dev.portcullis.classification.controllist.ControlListEntry;
import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.EditionDiff;
import dev.portcullis.contracts.Eccn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcfrReaderTest {
    private static final ControlList LIST = ControlListFile.shipped();
    private static final EntryReader ENTRIES = new EntryReader(ControlListFile.titles());

    private static List<EntryText> read(String xml) throws IOException {
        return new EcfrReader(EcfrReader.Limits.DEFAULT)
                .read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String appendix(String content) {
        return "<DIV5><DIV9 N=\"Supplement No. 1 to Part 774\" TYPE=\"APPENDIX\">" + content + "</DIV9></DIV5>";
    }

    @Test
    void an_edition_written_as_xml_is_read_back_with_the_same_facts() throws IOException {
        ControlList back = new ControlList(
                LocalDate.of(2026, 10, 1),
                "test",
                read(EcfrXml.of(LIST.entries())).stream().map(ENTRIES::read).toList());
        assertThat(back.entries()).hasSameSizeAs(LIST.entries());
        List<EditionDiff.EntryChange> changes = EditionDiff.between(LIST, back, null, 1000);
        assertThat(changes).as("%s", changes.stream().limit(3).toList()).isEmpty();
    }

    @Test
    void an_entry_is_read_in_the_shape_of_the_versioner() throws IOException {
        String xml = appendix("""
                <HEAD>Supplement No. 1 to Part 774—The Commerce Control List</HEAD>
                <FP-2><B>3A999 Specific Processing Equipment, n.e.s., as Follows (See List of Items Controlled)</B>.</FP-2>
                <HD1>License Requirements</HD1>
                <FP-1><I>Reason for Control:</I> AT</FP-1>
                <DIV width="100%"><TABLE border="1"><THEAD><TR><TH>Control(s)</TH><TH><I>Country chart</I></TH></TR></THEAD>
                <TBODY><TR><TD align="left">AT applies to entire entry</TD><TD>AT Column 1.</TD></TR></TBODY></TABLE></DIV>
                <HD1>List Based License Exceptions (See Part 740)</HD1>
                <FP-1><I>LVS:</I> N/A</FP-1><P>$500: 3A999.a.</P>
                <FP-1><I>GBS:</I> Yes</FP-1>
                <FP-1><I>Related Controls:</I> See also 0B002, 3A225.</FP-1>
                <P>a. Frequency changers capable of 10<SU>6</SU> Hz;</P>
                <NOTE><HED>Note:</HED><P>1. A note.</P></NOTE>
                stray text
                <TABLE><TR><TD>Process</TD><TD>Substrate</TD></TR><TR><TD>A</TD><TD>B</TD></TR></TABLE>
                """);
        ControlListEntry entry = ENTRIES.read(read(xml).get(0));
        assertThat(entry.eccn()).isEqualTo(Eccn.of("3A999"));
        assertThat(entry.title()).isEqualTo("Specific Processing Equipment, n.e.s");
        assertThat(entry.controls()).hasSize(1);
        assertThat(entry.controls().get(0).columns()).containsExactly("AT Column 1");
        assertThat(entry.exceptions().get(0).terms()).isEqualTo("N/A $500: 3A999.a.");
        assertThat(entry.exceptions().get(0).limitsUsd()).containsExactly(500);
        assertThat(entry.related()).containsExactly(Eccn.of("0B002"), Eccn.of("3A225"));
        assertThat(entry.paragraphs())
                .extracting(ControlListEntry.Paragraph::text)
                .containsExactly(
                        "Frequency changers capable of 10 6 Hz;",
                        "Note:",
                        "A note.",
                        "stray text",
                        "Process | Substrate",
                        "A | B");
    }

    @Test
    void a_heading_whose_bold_type_ends_too_early_does_not_run_on() throws IOException {
        List<EntryText> texts = read(appendix("<FP-2><B>3E001 “Technology”</B> for commodities .</FP-2><P>a. One.</P>"
                + "<FP-2><B>3E002 Other “technology”</B></FP-2><P>a. Two.</P>"));
        assertThat(texts).extracting(EntryText::eccn).containsExactly("3E001", "3E002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<DIV5></DIV5>",
                "<DIV5><DIV9 N=\"Supplement No. 1 to Part 774\"></DIV9></DIV5>",
                "<!DOCTYPE DIV5 [<!ENTITY a \"b\">]><DIV5>&a;</DIV5>",
                "<!DOCTYPE DIV5 SYSTEM \"file:///etc/passwd\"><DIV5/>",
                "<DIV5><DIV9 N=\"Supplement No. 1 to Part 774\"><FP-2><B>3A090 X</B></FP-2>&undefined;</DIV9></DIV5>",
                "<DIV5><DIV9 N=\"Supplement No. 1 to Part 774\"><FP-2><B>3A090 X</B></FP-2></DIV9>"
            })
    void what_is_no_edition_is_refused(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(UnreadableTextException.class);
    }

    @Test
    void limits_hold() {
        assertThatThrownBy(() -> read("<a>".repeat(100_000))).isInstanceOf(UnreadableTextException.class);
        assertThatThrownBy(() -> read(appendix("<" + "n".repeat(200) + "/>")))
                .isInstanceOf(UnreadableTextException.class);
        EcfrReader small = new EcfrReader(new EcfrReader.Limits(1000, 10, 10, 50, 3, 2));
        for (String content : List.of(
                "x".repeat(2000),
                "<P>" + "x".repeat(60) + "</P>",
                "<FP-2><B>3A001 X</B></FP-2>" + "<P>x</P>".repeat(4),
                "<FP-2><B>3A001 X</B></FP-2>".repeat(3))) {
            assertThatThrownBy(() -> small.read(
                            new ByteArrayInputStream(appendix(content).getBytes(StandardCharsets.UTF_8))))
                    .isInstanceOf(UnreadableTextException.class);
        }
    }

    @Test
    void a_truncated_or_damaged_text_is_refused_or_read_but_never_anything_else() throws IOException {
        byte[] whole = EcfrXml.of(LIST.entries().subList(0, 20)).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(774);
        for (int i = 0; i < 300; i++) {
            byte[] cut = java.util.Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 20));
            assertThatThrownBy(() -> new EcfrReader(EcfrReader.Limits.DEFAULT).read(new ByteArrayInputStream(cut)))
                    .isInstanceOf(UnreadableTextException.class);
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] = (byte) random.nextInt(256);
            try {
                new EcfrReader(EcfrReader.Limits.DEFAULT).read(new ByteArrayInputStream(damaged));
            } catch (UnreadableTextException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void a_stream_that_breaks_off_is_no_fault_of_the_text() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> new EcfrReader(EcfrReader.Limits.DEFAULT).read(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }
}
