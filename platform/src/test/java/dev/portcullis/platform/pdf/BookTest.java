package dev.portcullis.platform.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Documents as other programs read them. */
class BookTest {
    private static final Instant MADE = Instant.parse("2026-11-24T09:00:00.123Z");
    private static final byte[] DATA = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    @BeforeAll
    static void initialize() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void a_document_conforms_to_the_archive_standard() throws Exception {
        ValidationResult result = validate(document());
        assertThat(result.getTestAssertions().stream()
                        .filter(found -> !"PASSED".equalsIgnoreCase(String.valueOf(found.getStatus())))
                        .map(Object::toString))
                .isEmpty();
        assertThat(result.isCompliant()).isTrue();
    }

    @Test
    void the_validator_finds_what_is_wrong() throws Exception {
        byte[] broken = new String(document(), StandardCharsets.ISO_8859_1)
                .replace("/AFRelationship", "/XFRelationship")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(validate(broken).isCompliant()).isFalse();
    }

    @Test
    void the_same_calls_give_the_same_bytes() {
        assertThat(document()).isEqualTo(document());
    }

    @Test
    void text_and_attachment_can_be_read_again() throws IOException {
        try (PDDocument read = Loader.loadPDF(document())) {
            String text = new PDFTextStripper().getText(read);
            assertThat(text)
                    .contains("Überschrift — 4800 ≥ 1600 mm²")
                    .contains("[U+4E2D][U+6587]")
                    .contains("[U+05D0]")
                    .contains("row 199");
            assertThat(read.getNumberOfPages()).isGreaterThan(3);
            var files = new PDDocumentNameDictionary(read.getDocumentCatalog()).getEmbeddedFiles();
            assertThat(files.getNames().get("record.json").getEmbeddedFile().toByteArray())
                    .isEqualTo(DATA);
        }
    }

    @Test
    void titles_stand_on_each_page_of_a_table() throws IOException {
        try (PDDocument read = Loader.loadPDF(document())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(3);
            stripper.setEndPage(3);
            assertThat(stripper.getText(read)).contains("Number", "Words", "3 of " + read.getNumberOfPages());
        }
    }

    @Test
    void a_cell_longer_than_a_page_goes_on_and_loses_nothing() throws IOException {
        Book book = new Book("long", MADE);
        Flow flow = new Flow(book, "head");
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            words.append("w").append(i).append(' ');
        }
        flow.table(
                List.of(new Column("a", 1), new Column("b", 4)),
                List.of(List.of(Cell.of("x"), Cell.of(words.toString()))));
        flow.finish("foot");
        try (PDDocument read = Loader.loadPDF(book.finish(data()))) {
            String text = new PDFTextStripper().getText(read);
            assertThat(text.split("\\s+")).contains("w0", "w1500", "w2999");
            assertThat(read.getNumberOfPages()).isGreaterThan(2);
        }
    }

    @Test
    void lines_are_never_wider_than_asked_for_and_keep_every_character() {
        Book book = new Book("lines", MADE);
        String text = "a word andaverylongwordthatnolinecanholdatthiswidth 中文 \uD83D\uDE00\uD83D\uDE00\uD83D\uDE00 end";
        for (double width : new double[] {5, 20, 60, 300}) {
            List<String> lines = Lines.of(book, Face.PLAIN, 9, width, text);
            assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
            assertThat(lines)
                    .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()) == 1
                                    || book.width(line, Face.PLAIN, 9) <= width)
                            .as(line)
                            .isTrue());
        }
    }

    @Test
    void hostile_text_stays_text() throws IOException {
        Book book = new Book("</rdf:li> & \u0000 \uD800 ]]>", MADE);
        Flow flow = new Flow(book, "(head) <>");
        flow.paragraph("\u202Eevil\u0000 ) Tj ET q \uD800 <0041> \\");
        flow.finish("foot");
        byte[] made = book.finish(data());
        try (PDDocument read = Loader.loadPDF(made)) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("[U+202E]evil[U+0000] ) Tj ET q [U+D800] <0041> \\");
        }
        assertThat(validateQuietly(made)).isTrue();
    }

    @Test
    void a_row_has_a_cell_for_each_column() {
        Flow flow = new Flow(new Book("b", MADE), "");
        List<Column> columns = List.of(new Column("a", 1), new Column("b", 1));
        List<List<Cell>> rows = List.of(List.of(Cell.of("x")));
        assertThatThrownBy(() -> flow.table(columns, rows)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] document() {
        Book book = new Book("Überschrift & <more>", MADE);
        Flow flow = new Flow(book, "Head of each page");
        flow.heading("Überschrift — 4800 ≥ 1600 mm²");
        flow.paragraph("Name 中文 and \u05D0.");
        flow.paragraph(Face.MONO, 7, Ink.GRAY, "0123456789abcdef");
        flow.sheet().fill(100, flow.take(20), 50, 10, Ink.RED);
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(List.of(
                    Cell.of("row " + i), Cell.of("some words of row " + i + " that need room", Face.BOLD, Ink.BLUE)));
        }
        flow.table(List.of(new Column("Number", 1), new Column("Words", 3)), rows);
        flow.finish("foot");
        return book.finish(data());
    }

    private static Attached data() {
        return new Attached("record.json", "application/json", "the data", DATA);
    }

    private static boolean validateQuietly(byte[] document) {
        try {
            return validate(document).isCompliant();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static ValidationResult validate(byte[] document) throws VeraPDFException, IOException {
        try (PDFAParser parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(document), PDFAFlavour.PDFA_3_U);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_U, false)) {
            return validator.validate(parser);
        } catch (VeraPDFException | IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
