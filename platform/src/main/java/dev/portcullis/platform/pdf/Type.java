package dev.portcullis.platform.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A typeface in one document: measures text, and at the end embeds the glyphs that were used (ISO 32000-1, section 9.7.4). The codes
 * of a text are the glyph numbers of the whole font.
 */
final class Type {
    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");
    private static final int MOST_RANGES = 100;

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unitsPerEm;
    /** Glyph to the character that it shows. */
    private final NavigableMap<Integer, Integer> used = new TreeMap<>();

    Type(Face face) {
        try (InputStream in = Type.class.getResourceAsStream(face.resource())) {
            if (in == null) {
                throw new IllegalStateException("the typeface " + face + " is not part of this program");
            }
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            characters = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("the typeface " + face + " cannot be read", e);
        }
    }

    /** The width of a text at a size, both in points. */
    double width(String text, double size) {
        return Scripts.shown(text, this::shows)
                        .codePoints()
                        .mapToDouble(c -> advance(characters.getGlyphId(c)))
                        .sum()
                * size
                / 1000;
    }

    /** The codes of a text, hexadecimal. */
    String codes(String text) {
        StringBuilder codes = new StringBuilder();
        Scripts.shown(text, this::shows).codePoints().forEach(c -> {
            int glyph = characters.getGlyphId(c);
            used.putIfAbsent(glyph, c);
            codes.append(String.format(Locale.ROOT, "%04X", glyph));
        });
        return codes.toString();
    }

    private boolean shows(int character) {
        return characters.getGlyphId(character) != 0;
    }

    /** A glyph's width in thousandths of the type size. */
    private double advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph) * 1000 / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException("a typeface in memory cannot be read", e);
        }
    }

    /** Writes the typeface; the number of its object. */
    int embed(ObjectFile file) {
        try {
            return embed(file, subset());
        } catch (IOException e) {
            throw new UncheckedIOException("a typeface in memory cannot be cut down", e);
        } finally {
            close();
        }
    }

    private int embed(ObjectFile file, Subset subset) throws IOException {
        String name = subset.name();
        int program = file.stream("/Length1 " + subset.program().length, subset.program());
        int descriptor = file.add(String.format(
                Locale.ROOT,
                "<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%.0f %.0f %.0f %.0f] /ItalicAngle 0 /Ascent %.0f"
                        + " /Descent %.0f /CapHeight %.0f /StemV 80 /FontFile2 %d 0 R >>",
                name,
                scaled(font.getHeader().getXMin()),
                scaled(font.getHeader().getYMin()),
                scaled(font.getHeader().getXMax()),
                scaled(font.getHeader().getYMax()),
                scaled(font.getHorizontalHeader().getAscender()),
                scaled(font.getHorizontalHeader().getDescender()),
                scaled(font.getOS2Windows().getCapHeight()),
                program));
        int glyphs = file.stream("", subset.glyphOfCode());
        int descendant = file.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /" + name
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor "
                + descriptor
                + " 0 R /DW 600 /W [" + widths() + "] /CIDToGIDMap " + glyphs + " 0 R >>");
        int unicode = file.stream("", toUnicode().getBytes(StandardCharsets.US_ASCII));
        return file.add("<< /Type /Font /Subtype /Type0 /BaseFont /" + name
                + " /Encoding /Identity-H /DescendantFonts [" + descendant + " 0 R] /ToUnicode " + unicode + " 0 R >>");
    }

    private Subset subset() throws IOException {
        TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
        used.values().forEach(subsetter::add);
        String name = "PTCLSA+" + font.getName();
        subsetter.setPrefix("PTCLSA+");
        ByteArrayOutputStream program = new ByteArrayOutputStream();
        subsetter.writeToStream(program);
        int highest = used.isEmpty() ? 0 : used.lastKey();
        byte[] glyphOfCode = new byte[2 * (highest + 1)];
        for (Map.Entry<Integer, Integer> glyph : subsetter.getGIDMap().entrySet()) {
            int code = glyph.getValue();
            if (used.containsKey(code)) {
                glyphOfCode[2 * code] = (byte) (glyph.getKey() >> 8);
                glyphOfCode[2 * code + 1] = (byte) (int) glyph.getKey();
            }
        }
        return new Subset(name, program.toByteArray(), glyphOfCode);
    }

    private String widths() {
        StringBuilder widths = new StringBuilder();
        used.keySet().forEach(glyph -> widths.append(String.format(Locale.ROOT, "%d [%.3f] ", glyph, advance(glyph))));
        return widths.toString().trim();
    }

    /** What the codes mean, for search and copying (ISO 32000-1, section 9.10.3). */
    private String toUnicode() {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        SortedMap<Integer, Integer> rest = used;
        while (!rest.isEmpty()) {
            List<Integer> batch = rest.keySet().stream().limit(MOST_RANGES).toList();
            map.append(batch.size()).append(" beginbfchar\n");
            for (int glyph : batch) {
                map.append(String.format(Locale.ROOT, "<%04X> <", glyph));
                for (char c : Character.toChars(used.getOrDefault(glyph, 0))) {
                    map.append(String.format(Locale.ROOT, "%04X", (int) c));
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
            rest = rest.tailMap(batch.get(batch.size() - 1) + 1);
        }
        return map.append("""
                endcmap
                CMapName currentdict /CMap defineresource pop
                end
                end
                """).toString();
    }

    private double scaled(double units) {
        return units * 1000 / unitsPerEm;
    }

    private void close() {
        try {
            font.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a typeface in memory cannot be closed", e);
        }
    }

    /**
     * The part of a typeface that a document uses.
     *
     * @param glyphOfCode two bytes a code: the glyph within the part
     */
    private record Subset(String name, byte[] program, byte[] glyphOfCode) {}
}
