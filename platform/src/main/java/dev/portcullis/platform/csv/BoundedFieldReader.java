package dev.portcullis.platform.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops a file whose field never ends before the parser has gathered it in memory: it counts the characters since the last
 * comma or line end outside of quotation marks.
 */
public final class BoundedFieldReader extends FilterReader {
    private final int limit;
    private int length;
    private boolean quoted;

    /** Reads on from another reader; a field may have so many characters. */
    public BoundedFieldReader(Reader in, int limit) {
        super(in);
        this.limit = limit;
    }

    /** A field is longer than the limit. */
    public static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException(int limit) {
            super("a field is longer than " + limit + " characters, or a quotation mark is never closed");
        }
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            count((char) c);
        }
        return c;
    }

    @Override
    public int read(char[] buffer, int from, int size) throws IOException {
        int got = super.read(buffer, from, size);
        for (int i = from; i < from + got; i++) {
            count(buffer[i]);
        }
        return got;
    }

    private void count(char c) throws TooLongException {
        if (c == '"') {
            quoted = !quoted;
        }
        if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
            length = 0;
        } else if (++length > limit) {
            throw new TooLongException(limit);
        }
    }
}
