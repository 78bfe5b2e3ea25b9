package dev.portcullis.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.platform.pdf.Attached;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** One document, set as HTML and as PDF. */
class PaperTest {
    private static final Instant MADE = Instant.parse("2026-11-29T09:00:00Z");
    private static final String HOSTILE =
            "</title><script>alert(1)</script><img src=x onerror='x'>\u202Eevil\u0000 ) Tj ET \"&amp;";

    @Test
    void hostile_text_stays_text_in_html() {
        String html = HtmlPaper.of(paper(HOSTILE));

        assertThat(html)
                .doesNotContain("<script", "<img", "\u202E", "\u0000", "onerror='")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "[U+202E]evil[U+0000]", "&amp;amp;");
    }

    @Test
    void hostile_text_stays_text_in_pdf_and_the_document_conforms_to_the_archive_standard() throws Exception {
        byte[] pdf = pdf(paper(HOSTILE));

        assertThat(text(pdf)).contains("<script>alert(1)</script>", "[U+202E]evil[U+0000] ) Tj ET");
        assertThat(conforms(pdf)).isTrue();
    }

    @Test
    void both_forms_say_the_same() throws Exception {
        Paper paper = paper("a value");
        String html = HtmlPaper.of(paper);
        String text = text(pdf(paper)).replaceAll("\\s+", " ");
        for (String said : List.of(
                "What it is",
                "What it comes to",
                "Held",
                "A section",
                "a value",
                "a quoted law",
                "0123abcd",
                "first item",
                "Signed by",
                "Column",
                "cell",
                "det-1")) {
            assertThat(html).as(said).contains(said);
            assertThat(text).as(said).contains(said);
        }
    }

    @Test
    void a_page_is_well_formed_has_no_script_and_its_policy_allows_its_own_style_only() throws Exception {
        String html = HtmlPaper.of(paper(HOSTILE));
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));

        assertThat(HtmlPaper.POLICY).contains("default-src 'none'", "style-src 'sha256-" + digest + "'");
        String tags = Pattern.compile("<[^>]*>")
                .matcher(html)
                .results()
                .map(tag -> tag.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        assertThat(tags).doesNotContain("<script", " style=", " href=", " src=", " on");
        // Close the two elements that HTML leaves open, and any XML reader can tell whether the rest nests.
        String xml = html.replace("<!DOCTYPE html>", "")
                .replaceAll("<meta([^>]*)>", "<meta$1/>")
                .replace("<br>", "<br/>");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("main").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("caption").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("th").item(0).getAttributes().getNamedItem("scope"))
                .isNotNull();
    }

    @Property(tries = 300)
    void no_text_whatsoever_makes_markup(@ForAll String text) throws Exception {
        String html = HtmlText.of(text);
        String without = html.replaceAll("&(amp|lt|gt|quot|#39);", "").replace("<br>", "");
        assertThat(without).doesNotContain("<", ">", "&", "\"", "'");
        assertThat(without.codePoints()
                        .noneMatch(c -> Character.getType(c) == Character.CONTROL
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE))
                .isTrue();
    }

    @Test
    void the_same_document_gives_the_same_bytes() {
        assertThat(pdf(paper("x"))).isEqualTo(pdf(paper("x")));
    }

    @Test
    void a_row_has_a_cell_for_each_title() {
        List<List<String>> rows = List.of(List.of("one"));
        assertThatThrownBy(() -> new Part.Table("c", List.of("a", "b"), List.of(1.0, 1.0), rows))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Paper paper(String value) {
        return new Paper(
                "What it is",
                "15 CFR 730-774",
                "What it comes to",
                "Held",
                Paper.Tone.WAITS,
                new Paper.Draft()
                        .heading("A section")
                        .text(value)
                        .add(new Part.Quote("a quoted law"))
                        .add(new Part.Code("0123abcd"))
                        .items(List.of("first item", value))
                        .add(new FactList()
                                .add("Label", value)
                                .exact("Digest", "ff00")
                                .add("None", null)
                                .part())
                        .add(new Part.Table(
                                "A table", List.of("Column"), List.of(1.0), List.of(List.of("cell " + value))))
                        .add(Part.Signature.of("Signed by"))
                        .parts(),
                MADE,
                "det-1 " + value);
    }

    private static byte[] pdf(Paper paper) {
        return PdfPaper.of(
                paper, new Attached("a.json", "application/json", "data", "{}".getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    private static boolean conforms(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_U);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_U, false)) {
            return validator.validate(parser).isCompliant();
        }
    }
}
