package dev.portcullis.screening.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops an XML text whose tag, attribute, comment, instruction or character data never ends before the parser has gathered it in memory: it
 * counts the characters since the piece began.
 */
final class MarkupGuard extends FilterReader {
    /** The longest beginning that matters: {@code <![CDATA[}. */
    private static final int MEMORY = 9;

    private final int limit;
    private final StringBuilder piece = new StringBuilder(MEMORY);
    private Inside inside = Inside.TEXT;
    private char last;
    private char beforeLast;
    private int length;

    MarkupGuard(Reader in, int limit) {
        super(in);
        this.limit = limit;
    }

    /** A piece is longer than it may be. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException(int limit) {
            super("a text or tag of the file is longer than " + limit + " characters");
        }
    }

    /** Where the reader stands; within all but text and tags a new tag begins no piece. */
    private enum Inside {
        TEXT,
        COMMENT,
        CDATA,
        INSTRUCTION
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
        if (inside == Inside.TEXT && c == '<') {
            begin(Inside.TEXT);
        }
        if (++length > limit) {
            throw new TooLongException(limit);
        }
        if (inside == Inside.TEXT) {
            open(c);
        } else if (c == '>' && closes()) {
            begin(Inside.TEXT);
        }
        beforeLast = last;
        last = c;
    }

    private void open(char c) {
        if (piece.length() < MEMORY) {
            piece.append(c);
            switch (piece.toString()) {
                case "<!--" -> begin(Inside.COMMENT);
                case "<![CDATA[" -> begin(Inside.CDATA);
                case "<?" -> begin(Inside.INSTRUCTION);
                default -> {
                    // A tag, or text.
                }
            }
        }
    }

    private boolean closes() {
        return switch (inside) {
            case COMMENT -> last == '-' && beforeLast == '-';
            case CDATA -> last == ']' && beforeLast == ']';
            case INSTRUCTION -> last == '?';
            case TEXT -> false;
        };
    }

    private void begin(Inside next) {
        inside = next;
        length = 0;
        piece.setLength(0);
    }
}
