package dev.portcullis.screening.batch;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Lines of text, compressed (RFC 1952). Several of them one after the other are one again, as that standard has it. */
final class Lines {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final GZIPOutputStream out;
    private int size;
    private long length;

    Lines() {
        try {
            out = new GZIPOutputStream(bytes, 1 << 13);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a line, which holds no line end. */
    void add(byte[] line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        size++;
        length += line.length + 1L;
    }

    /** How many lines there are. */
    int size() {
        return size;
    }

    /** Bytes of the text, uncompressed. */
    long length() {
        return length;
    }

    /** Ends the text. */
    byte[] compressed() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Takes lines one by one; false ends the reading. */
    @FunctionalInterface
    interface Taker {
        boolean take(String line) throws IOException;
    }

    /** Reads line by line; false where the taker ended it. */
    static boolean read(byte[] compressed, Taker taker) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(compressed), 1 << 13), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!taker.take(line)) {
                    return false;
                }
            }
            return true;
        }
    }
}
