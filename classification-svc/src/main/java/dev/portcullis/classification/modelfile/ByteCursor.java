package dev.portcullis.classification.modelfile;

import dev.portcullis.platform.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Walks a stretch of a file. It reads ahead little after a jump and more the longer it goes on without one, so that jumping over
 * weights costs next to nothing and a long header few reads. What is consumed goes into the digest, what is jumped over does not.
 */
final class ByteCursor {
    private static final int FIRST_WINDOW = 1 << 10;
    private static final int LARGEST_WINDOW = 1 << 20;

    private final MeteredSource source;
    private final long end;
    private final MessageDigest digest = Sha256.start();
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long bufferStart;
    private int digested;
    private int window = FIRST_WINDOW;
    private boolean bigEndian;

    ByteCursor(MeteredSource source, long from, long end) {
        this.source = source;
        this.bufferStart = from;
        this.end = end;
    }

    void bigEndian(boolean yes) {
        bigEndian = yes;
    }

    long position() {
        return bufferStart + buffer.position();
    }

    long remaining() {
        return end - position();
    }

    int u8() throws IOException {
        if (!buffer.hasRemaining()) {
            fill();
        }
        return buffer.get() & 0xff;
    }

    int u16() throws IOException {
        return (int) number(2);
    }

    /** An unsigned number of 4 bytes. */
    long u32() throws IOException {
        return number(4);
    }

    /** 8 bytes as they are; a number above 2^63-1 comes out negative. */
    long u64() throws IOException {
        return number(8);
    }

    /** An unsigned number of 8 bytes that counts something. */
    long count(String what) throws IOException {
        long value = number(8);
        if (value < 0) {
            throw ModelFileException.malformed("%s is %s, which no file can hold", what, Long.toUnsignedString(value));
        }
        return value;
    }

    private long number(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            long next = u8();
            value = bigEndian ? value << 8 | next : value | next << (8 * i);
        }
        return value;
    }

    /** The next bytes, checked against what is left before memory is taken. */
    byte[] bytes(long length, int most, String what) throws IOException {
        if (length > most) {
            throw ModelFileException.passesLimit("%s of %d bytes: at most %d are read", what, length, most);
        }
        require(length, what);
        byte[] bytes = new byte[(int) length];
        int at = 0;
        while (at < bytes.length) {
            if (!buffer.hasRemaining()) {
                fill();
            }
            int part = Math.min(bytes.length - at, buffer.remaining());
            buffer.get(bytes, at, part);
            at += part;
        }
        return bytes;
    }

    String utf8(long length, int most, String what) throws IOException {
        byte[] bytes = bytes(length, most, what);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ModelFileException.malformed("%s is not in UTF-8", what);
        }
    }

    /** Reads through bytes that nobody looks at: they belong to the header and to its digest. */
    void skip(long length, String what) throws IOException {
        require(length, what);
        long left = length;
        while (left > 0) {
            if (!buffer.hasRemaining()) {
                fill();
            }
            int part = (int) Math.min(left, buffer.remaining());
            buffer.position(buffer.position() + part);
            left -= part;
        }
    }

    /** Jumps over bytes without reading them, other than those read ahead already. */
    void leap(long length, String what) throws IOException {
        require(length, what);
        digestConsumed();
        if (length <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) length);
        } else {
            bufferStart = position() + length;
            buffer = ByteBuffer.allocate(0);
            window = FIRST_WINDOW;
        }
        digested = buffer.position();
    }

    void require(long length, String what) throws ModelFileException {
        if (length < 0 || length > remaining()) {
            throw ModelFileException.malformed(
                    "%s at byte %d is said to take %s bytes, and %d are left",
                    what, position(), Long.toUnsignedString(length), remaining());
        }
    }

    /** SHA-256 of everything consumed so far, small hexadecimal digits. */
    String digest() {
        digestConsumed();
        return Sha256.hex(Sha256.copy(digest));
    }

    /** The rest of the stretch as a stream. */
    InputStream stream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return remaining() == 0 ? -1 : u8();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                if (remaining() == 0) {
                    return -1;
                }
                if (!buffer.hasRemaining()) {
                    fill();
                }
                int part = Math.min(length, buffer.remaining());
                buffer.get(into, offset, part);
                return part;
            }
        };
    }

    private void fill() throws IOException {
        long at = position();
        if (at >= end) {
            throw ModelFileException.malformed("it ends at byte %d, in the middle of its header", at);
        }
        digestConsumed();
        long length = Math.min(Math.min(window, end - at), Math.max(1, source.left()));
        buffer = source.read(at, (int) length);
        bufferStart = at;
        digested = 0;
        window = Math.min(LARGEST_WINDOW, window * 2);
    }

    private void digestConsumed() {
        ByteBuffer consumed = buffer.duplicate();
        consumed.limit(buffer.position()).position(digested);
        digest.update(consumed);
        digested = buffer.position();
    }
}
