package dev.portcullis.screening.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with an error where more bytes come than may. It is never closed with the reader that uses it. */
final class BoundedStream extends FilterInputStream {
    private final long limit;
    private long left;

    BoundedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
        this.left = limit;
    }

    /** More bytes come than may. */
    static final class TooManyBytesException extends IOException {
        private static final long serialVersionUID = 1L;

        TooManyBytesException(long limit) {
            super("the file has more than " + limit + " bytes");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int got = super.read(buffer, from, length);
        left -= Math.max(0, got);
        if (left < 0) {
            throw new TooManyBytesException(limit);
        }
        return got;
    }

    @Override
    public void close() {
        // The caller closes its stream.
    }
}
