package dev.portcullis.platform.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8, without a byte order mark; bytes that are none end the reading. */
public final class Utf8Text {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 1 << 16;

    private Utf8Text() {}

    /** What reads a text to its end. */
    @FunctionalInterface
    public interface Reading {
        void read(Reader text) throws IOException;
    }

    /**
     * Hands a stream over as text.
     *
     * @throws UnreadableFileException where it is not UTF-8
     */
    public static void read(InputStream stream, Reading reading) throws IOException {
        Reader text = new BufferedReader(
                new InputStreamReader(
                        stream,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER);
        try {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            reading.read(text);
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException("the file is not UTF-8");
        }
    }
}
