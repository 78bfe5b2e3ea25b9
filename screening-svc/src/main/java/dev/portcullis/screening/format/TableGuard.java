package dev.portcullis.screening.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops a table whose field or row never ends before the parser has gathered it in memory: it counts the characters since the last delimiter
 * or line end outside of quotation marks, and the delimiters since the last line end.
 */
final class TableGuard extends FilterReader {
    /** The most fields of a row: several times what the widest list has, the EU's with 118. */
    private static final int FIELDS = 1_000;

    private final char delimiter;
    private final int limit;
    private int length;
    private int fields;
    private boolean quoted;

    TableGuard(Reader in, char delimiter, int limit) {
        super(in);
        this.delimiter = delimiter;
        this.limit = limit;
    }

    /** A field or row is longer than it may be. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException(String what) {
            super(what);
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
        if (!quoted && (c == '\n' || c == '\r')) {
            length = 0;
            fields = 0;
        } else if (!quoted && c == delimiter) {
            length = 0;
            if (++fields > FIELDS) {
                throw new TooLongException("a row has more than " + FIELDS + " fields");
            }
        } else if (++length > limit) {
            throw new TooLongException(
                    "a field is longer than " + limit + " characters, or a quotation mark is never closed");
        }
    }
}
