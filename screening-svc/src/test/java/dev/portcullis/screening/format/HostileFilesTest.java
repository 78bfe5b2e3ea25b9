package dev.portcullis.screening.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.UnreadableListException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the bytes are, a reader gives entries or refuses the file, in bounded time and memory. */
class HostileFilesTest {
    /** Small enough that limits are met quickly. */
    private static final Limits SMALL = new Limits(8 << 20, 5_000, 20_000, 500, 100, 200, 20_000);

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    /** Reads, and lets nothing pass but a refusal without any of the file's content. */
    private static void survive(ListFormat format, byte[] file) {
        try {
            ListFile read = Files.read(format, file, SMALL);
            assertThat(read.quarantine()).hasSizeLessThanOrEqualTo(ListFile.KEPT);
        } catch (UnreadableListException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(300);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_breaks_off_anywhere_is_survived(ListFormat format) {
        byte[] whole = Files.excerpt(format);
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            for (int length = 0; length < whole.length; length += 1 + length / 97) {
                survive(format, Arrays.copyOf(whole, length));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {
                "OFAC_SDN_XML",
                "OFAC_SDN_ADVANCED",
                "BIS_PART_744",
                "EU_XML",
                "UN_XML",
                "UK_XML",
                "CSL_JSON",
                "OFAC_SDN_LEGACY"
            })
    void a_file_that_breaks_off_is_no_edition(ListFormat format) {
        byte[] whole = Files.excerpt(format);
        for (int part = 1; part < 10; part++) {
            byte[] piece = Arrays.copyOf(whole, whole.length * part / 10);
            assertThatThrownBy(() -> Files.read(format, piece)).isInstanceOf(UnreadableListException.class);
        }
    }

    @Property(tries = 400)
    void flipped_bytes_are_survived(
            @ForAll ListFormat format, @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int flips) {
        byte[] file = Files.excerpt(format);
        Random random = new Random(seed);
        for (int i = 0; i < flips; i++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
        survive(format, file);
    }

    @Property(tries = 200)
    void pieces_that_are_repeated_lost_and_moved_are_survived(@ForAll ListFormat format, @ForAll long seed) {
        byte[] file = Files.excerpt(format);
        Random random = new Random(seed);
        byte[] mixed = file;
        for (int i = 0; i < 6; i++) {
            int from = random.nextInt(file.length);
            int length = Math.min(file.length - from, random.nextInt(400));
            int to = random.nextInt(mixed.length);
            byte[] next = new byte[mixed.length + length];
            System.arraycopy(mixed, 0, next, 0, to);
            System.arraycopy(file, from, next, to, length);
            System.arraycopy(mixed, to, next, to + length, mixed.length - to);
            mixed = random.nextBoolean() ? next : Arrays.copyOf(next, Math.max(1, next.length - length));
        }
        survive(format, mixed);
    }

    @Property(tries = 300)
    void noise_is_survived(@ForAll ListFormat format, @ForAll @Size(max = 2_000) byte[] noise) {
        survive(format, noise);
    }

    @ParameterizedTest
    @EnumSource
    void the_file_of_another_publisher_is_refused_or_gives_nothing(ListFormat format) {
        for (ListFormat other : ListFormat.values()) {
            boolean related = other.name().substring(0, 4).equals(format.name().substring(0, 4));
            if (!related) {
                byte[] file = Files.excerpt(other);
                assertThatThrownBy(() -> {
                            ListFile read = Files.read(format, file);
                            if (read.entries().isEmpty()) {
                                throw new UnreadableListException("nothing was read");
                            }
                        })
                        .as("%s as %s", other, format)
                        .isInstanceOf(UnreadableListException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_page_of_html_is_refused(ListFormat format) {
        byte[] page = "<!DOCTYPE html><html><head><title>503</title></head><body><p>Unavailable<br></body></html>"
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Files.read(format, page)).isInstanceOf(UnreadableListException.class);
    }

    private static final List<ListFormat> XML = List.of(
            ListFormat.OFAC_SDN_XML,
            ListFormat.OFAC_SDN_ADVANCED,
            ListFormat.BIS_PART_744,
            ListFormat.EU_XML,
            ListFormat.UN_XML,
            ListFormat.UK_XML);

    /** The excerpt with a document type after its declaration and a text in place of one of its own. */
    private static byte[] with(ListFormat format, String documentType, String reference) {
        String text = new String(Files.excerpt(format), StandardCharsets.UTF_8);
        String declared = text.startsWith("<?xml")
                ? text.substring(0, text.indexOf("?>") + 2) + documentType + text.substring(text.indexOf("?>") + 2)
                : documentType + text;
        int end = declared.lastIndexOf("</", declared.lastIndexOf("</") - 1);
        return (declared.substring(0, end) + reference + declared.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void billion_laughs_and_foreign_entities_are_refused_at_once() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY lol")
                    .append(i)
                    .append(" \"")
                    .append(("&lol" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        laughs.append("]>");
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            for (ListFormat format : XML) {
                for (String type : List.of(
                        laughs.toString(),
                        "<!DOCTYPE x [<!ENTITY lol11 SYSTEM \"file:///etc/passwd\">]>",
                        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/evil.dtd\">")) {
                    byte[] file = with(format, type, "&lol11;");
                    assertThatThrownBy(() -> Files.read(format, file))
                            .as("%s", format)
                            .isInstanceOf(UnreadableListException.class);
                }
            }
        });
    }

    @Test
    void elements_that_never_end_their_depth_attributes_comments_and_names_are_bounded() {
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            for (ListFormat format : XML) {
                String text = new String(Files.excerpt(format), StandardCharsets.UTF_8);
                int end = text.lastIndexOf("</");
                String start = text.substring(0, end);
                for (String evil : List.of(
                        "<a>".repeat(100_000),
                        "<a b=\"" + "x".repeat(1_000_000) + "\"/>",
                        "<a b=\"" + ">".repeat(1_000_000) + "\"/>",
                        "<!--" + "<x>".repeat(500_000) + "-->",
                        "<![CDATA[" + "<x>".repeat(500_000) + "]]>",
                        "<?pi " + "<x>".repeat(500_000) + "?>",
                        "<" + "n".repeat(1_000_000) + "/>",
                        "x".repeat(1_000_000))) {
                    byte[] file = (start + evil + text.substring(end)).getBytes(StandardCharsets.UTF_8);
                    assertThatThrownBy(() -> Files.read(format, file, SMALL))
                            .as("%s with %s", format, evil.substring(0, 5))
                            .isInstanceOf(UnreadableListException.class);
                }
            }
        });
    }

    @Test
    void a_record_of_endless_parts_is_bounded() {
        byte[] un = ("<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>"
                        + "<INDIVIDUAL_ALIAS><ALIAS_NAME>x</ALIAS_NAME></INDIVIDUAL_ALIAS>".repeat(20_000)
                        + "</INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Files.read(ListFormat.UN_XML, un, SMALL)).hasMessageContaining("parts");
        byte[] json = ("{\"results\":[{\"alt_names\":[" + "\"x\",".repeat(50_000) + "\"x\"]}]}")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Files.read(ListFormat.CSL_JSON, json, SMALL)).hasMessageContaining("too many values");
        byte[] deep = ("{\"results\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Files.read(ListFormat.CSL_JSON, deep, SMALL)).hasMessageContaining("limit");
        byte[] wide =
                ("_id,source,name,alt_names,addresses\n" + ",".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Files.read(ListFormat.CSL_CSV, wide, SMALL)).hasMessageContaining("1000 fields");
    }

    @Test
    void one_name_of_100_mb_is_refused_without_being_held() {
        for (ListFormat format :
                List.of(ListFormat.CSL_CSV, ListFormat.UN_XML, ListFormat.CSL_JSON, ListFormat.EU_CSV)) {
            String head = switch (format) {
                case CSL_CSV -> "_id,source,name,alt_names,addresses\n1,EL,\"";
                case EU_CSV -> "Entity_LogicalId;NameAlias_WholeName\n1;";
                case CSL_JSON -> "{\"results\":[{\"name\":\"";
                default -> "<CONSOLIDATED_LIST><INDIVIDUAL><FIRST_NAME>";
            };
            InputStream file = new SequenceInputStream(
                    new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)), new Endless('x', 100 << 20));
            assertTimeoutPreemptively(
                    LONG_ENOUGH,
                    () -> assertThatThrownBy(() -> format.reader(Limits.DEFAULT).read(file))
                            .as("%s", format)
                            .isInstanceOf(UnreadableListException.class));
        }
    }

    /** The same byte, very often. */
    private static final class Endless extends InputStream {
        private final int octet;
        private long left;

        Endless(int octet, long left) {
            this.octet = octet;
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? octet : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            int got = (int) Math.min(left, length);
            if (got <= 0) {
                return -1;
            }
            Arrays.fill(buffer, from, from + got, (byte) octet);
            left -= got;
            return got;
        }
    }

    @Test
    void a_zip_file_that_unpacks_to_very_much_is_refused() {
        byte[] bomb = Files.zip(Map.of("SDN.CSV", new byte[16 << 20]));
        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> Files.read(ListFormat.OFAC_SDN_LEGACY, bomb, SMALL))
                .isInstanceOf(UnreadableListException.class);
        byte[] other = Files.zip(Map.of("README.TXT", new byte[16 << 20]));
        assertThatThrownBy(() -> Files.read(ListFormat.OFAC_SDN_LEGACY, other, SMALL))
                .hasMessageContaining("bytes");
    }

    @Test
    void a_zip_file_that_lacks_a_file_or_has_one_twice_is_refused() {
        byte[] names = Files.excerpt("ofac-legacy/sdn.csv");
        assertThatThrownBy(() -> Files.read(ListFormat.OFAC_SDN_LEGACY, Files.zip(Map.of("SDN.CSV", names))))
                .hasMessageContaining("addresses");
        assertThatThrownBy(() ->
                        Files.read(ListFormat.OFAC_SDN_LEGACY, Files.zip(Map.of("SDN.CSV", names, "b/sdn.csv", names))))
                .hasMessageContaining("twice");
    }

    @Test
    void blanks_without_end_take_no_time() {
        String blanks = " ".repeat(90_000);
        String remarks = "DOB 1960;" + blanks + "x; Passport" + blanks + "issued; a.k.a." + blanks + "'X'";
        String row = "1,\"NAME\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"" + remarks.substring(0, 95_000)
                + "\"\n";
        byte[] file = Files.zip(Map.of(
                "SDN.CSV",
                row.getBytes(StandardCharsets.UTF_8),
                "ADD.CSV",
                ("1,1," + "\"" + blanks + "\"" + ",x,y,z\n").getBytes(StandardCharsets.UTF_8),
                "ALT.CSV",
                new byte[0]));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(Files.read(ListFormat.OFAC_SDN_LEGACY, file).entries())
                        .hasSize(1));
    }

    @Test
    void right_to_left_marks_zero_widths_and_formulas_are_kept_as_text() throws IOException {
        String hostile = "\u202Eevil\u202C \u200Bzero\u200D =HYPERLINK(1) \uD83D\uDE00";
        ListFile file = Files.read(
                ListFormat.CSL_CSV,
                ("_id,source,name,alt_names,addresses\n1,Entity List (EL) - BIS," + hostile + ",,\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(file.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.name()).isEqualTo(hostile));
    }

    @Test
    void half_characters_and_nul_put_an_entry_into_quarantine() {
        byte[] json =
                "{\"results\":[{\"id\":\"1\",\"source\":\"EL\",\"name\":\"a\\uD800\"},{\"id\":\"2\",\"source\":\"EL\",\"name\":\"b\\u0000\"}]}"
                        .getBytes(StandardCharsets.UTF_8);
        ListFile file = Files.read(ListFormat.CSL_JSON, json);
        assertThat(file.entries()).isEmpty();
        assertThat(file.quarantine())
                .extracting(ListFile.QuarantinedRow::reason)
                .containsExactly("the row holds half a character", "the row holds a NUL character");
    }

    @Test
    void other_encodings_than_are_declared_are_refused_or_counted() {
        for (ListFormat format : XML) {
            String text = new String(Files.excerpt(format), StandardCharsets.UTF_8);
            assertThatThrownBy(() -> Files.read(format, text.getBytes(StandardCharsets.UTF_16)))
                    .isInstanceOf(UnreadableListException.class);
            byte[] exotic = text.replaceFirst("(?i)encoding=[\"'][^\"']*[\"']", "encoding=\"IBM037\"")
                    .getBytes(StandardCharsets.UTF_8);
            if (text.contains("encoding=")) {
                assertThatThrownBy(() -> Files.read(format, exotic)).hasMessageContaining("UTF-8");
            }
        }
        byte[] latin =
                "<export><sanctionEntity logicalId=\"1\"><nameAlias wholeName=\"M\u00fcller\"/></sanctionEntity></export>"
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Files.read(ListFormat.EU_XML, latin)).hasMessageContaining("encoding");
    }

    @ParameterizedTest
    @EnumSource
    void more_rows_than_the_limit_refuse_the_file(ListFormat format) {
        Limits few = new Limits(1 << 20, 1, 20_000, 500, 100, 200, 20_000);
        assertThatThrownBy(() -> Files.read(format, Files.excerpt(format), few))
                .isInstanceOf(UnreadableListException.class)
                .hasMessageContaining("more than 1 r");
    }
}
