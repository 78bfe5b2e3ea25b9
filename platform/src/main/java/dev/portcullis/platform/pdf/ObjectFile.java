package dev.portcullis.platform.pdf;

import dev.portcullis.platform.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/** The numbered objects of a PDF file and their table (ISO 32000-1, section 7.5). The same objects give the same bytes. */
final class ObjectFile {
    /** Four bytes above 127 tell programs that the file is not text (ISO 19005-3, section 6.1.2). */
    private static final byte[] HEADER = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    ObjectFile() {
        out.writeBytes(HEADER);
    }

    /** A number for an object that comes later. */
    int reserve() {
        offsets.add(-1);
        return offsets.size();
    }

    int add(String body) {
        int number = reserve();
        put(number, body);
        return number;
    }

    void put(int number, String body) {
        begin(number);
        text(body + "\nendobj\n");
    }

    /**
     * Adds compressed bytes.
     *
     * @param entries further entries of the stream's dictionary
     */
    int stream(String entries, byte[] data) {
        return plainStream(entries + " /Filter /FlateDecode", deflate(data));
    }

    /** Adds bytes as they are. */
    int plainStream(String entries, byte[] data) {
        int number = reserve();
        begin(number);
        text("<< " + entries + " /Length " + data.length + " >>\nstream\n");
        out.writeBytes(data);
        text("\nendstream\nendobj\n");
        return number;
    }

    /**
     * The whole file.
     *
     * @param root number of the catalog
     */
    byte[] finish(int root) {
        int table = out.size();
        String id = Sha256.of(out.toByteArray()).substring(0, 32);
        StringBuilder end = new StringBuilder("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        for (int offset : offsets) {
            if (offset < 0) {
                throw new IllegalStateException("an object was numbered and never written");
            }
            end.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset));
        }
        end.append("trailer\n<< /Size ")
                .append(offsets.size() + 1)
                .append(" /Root ")
                .append(root)
                .append(" 0 R /ID [<")
                .append(id)
                .append("> <")
                .append(id)
                .append(">] >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        text(end.toString());
        return out.toByteArray();
    }

    private void begin(int number) {
        offsets.set(number - 1, out.size());
        text(number + " 0 obj\n");
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A text for people, in UTF-16 (ISO 32000-1, section 7.9.2.2). */
    static String string(String text) {
        StringBuilder hex = new StringBuilder("<FEFF");
        for (char c : text.toCharArray()) {
            hex.append(String.format(Locale.ROOT, "%04X", (int) c));
        }
        return hex.append('>').toString();
    }

    private static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(data.length / 3 + 64);
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
