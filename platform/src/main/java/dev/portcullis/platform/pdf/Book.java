package dev.portcullis.platform.pdf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A document under way. The same calls give the same bytes. For one thread, and not one that others wait
 * for: the typefaces are read anew.
 */
public final class Book {
    /** sRGB, near enough, without a profile of a device (ISO 32000-1, section 8.6.5.3). */
    private static final String COLORS = "[/CalRGB << /WhitePoint [0.9505 1 1.089] /Gamma [2.2 2.2 2.2]"
            + " /Matrix [0.4124 0.2126 0.0193 0.3576 0.7152 0.1192 0.1805 0.7222 0.9505] >>]";

    private static final DateTimeFormatter PDF_DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String title;
    private final Instant made;
    private final Map<Face, Type> types = new EnumMap<>(Face.class);
    private final List<Sheet> sheets = new ArrayList<>();

    /**
     * Begins a document.
     *
     * @param title as programs show it
     * @param made when it is made
     */
    public Book(String title, Instant made) {
        this.title = title;
        this.made = made.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A new page at the end. */
    public Sheet page() {
        Sheet sheet = new Sheet(this);
        sheets.add(sheet);
        return sheet;
    }

    /** The pages so far. */
    public List<Sheet> pages() {
        return List.copyOf(sheets);
    }

    /** The width of a text, in points. */
    public double width(String text, Face face, double size) {
        return type(face).width(text, size);
    }

    Type type(Face face) {
        return types.computeIfAbsent(face, Type::new);
    }

    /** The document as a file, with another file inside. */
    public byte[] finish(Attached attached) {
        ObjectFile file = new ObjectFile();
        int catalog = file.reserve();
        int pages = file.reserve();
        List<Integer> contents = sheets.stream()
                .map(sheet -> file.stream("", sheet.content().getBytes(StandardCharsets.US_ASCII)))
                .toList();
        StringBuilder fonts = new StringBuilder();
        types.forEach((face, type) -> fonts.append('/')
                .append(face.name())
                .append(' ')
                .append(type.embed(file))
                .append(" 0 R "));
        int resources = file.add("<< /Font << " + fonts + ">> /ColorSpace << /C " + COLORS + " >> >>");
        List<Integer> kids = contents.stream()
                .map(content -> file.add(String.format(
                        Locale.ROOT,
                        "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %.2f %.2f] /Resources %d 0 R /Contents %d 0 R >>",
                        pages,
                        Sheet.WIDTH,
                        Sheet.HEIGHT,
                        resources,
                        content)))
                .toList();
        StringBuilder list = new StringBuilder();
        kids.forEach(kid -> list.append(kid).append(" 0 R "));
        file.put(
                pages,
                "<< /Type /Pages /Count " + kids.size() + " /Kids ["
                        + list.toString().trim() + "] >>");
        int metadata = metadata(file);
        int attachment = attach(file, attached);
        file.put(
                catalog,
                "<< /Type /Catalog /Pages " + pages + " 0 R /Metadata " + metadata + " 0 R /Lang (en)"
                        + " /ViewerPreferences << /DisplayDocTitle true >> /AF [" + attachment + " 0 R]"
                        + " /Names << /EmbeddedFiles << /Names [(" + attached.name() + ") " + attachment
                        + " 0 R] >> >> >>");
        return file.finish(catalog);
    }

    private int attach(ObjectFile file, Attached attached) {
        int bytes = file.stream(
                "/Type /EmbeddedFile /Subtype /"
                        + attached.mediaType().replace("/", "#2F").replace("+", "#2B") + " /Params << /Size "
                        + attached.bytes().length + " /ModDate (" + PDF_DATE.format(made) + ") >>",
                attached.bytes());
        return file.add("<< /Type /Filespec /F (" + attached.name() + ") /UF (" + attached.name() + ") /Desc "
                + ObjectFile.string(attached.description()) + " /AFRelationship /Source /EF << /F " + bytes
                + " 0 R /UF " + bytes + " 0 R >> >>");
    }

    private int metadata(ObjectFile file) {
        byte[] xmp = """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
                <pdfaid:part>3</pdfaid:part>
                <pdfaid:conformance>U</pdfaid:conformance>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <xmp:CreateDate>%s</xmp:CreateDate>
                <xmp:ModifyDate>%2$s</xmp:ModifyDate>
                <pdf:Producer>Portcullis</pdf:Producer>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>
                """.formatted(xml(title), made).getBytes(StandardCharsets.UTF_8);
        // Not compressed, so that programs which know no PDF find it (ISO 19005-3, section 6.6.2.1).
        return file.plainStream("/Type /Metadata /Subtype /XML", xmp);
    }

    /** A text inside XML, without the characters that XML cannot hold (XML 1.0, section 2.2). */
    private static String xml(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> {
                    boolean allowed = c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
                    escaped.appendCodePoint(allowed ? c : ' ');
                }
            }
        });
        return escaped.toString();
    }
}
