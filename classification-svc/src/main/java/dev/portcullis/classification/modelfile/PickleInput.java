package dev.portcullis.classification.modelfile;

import dev.portcullis.platform.digest.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** The bytes of a pickle, as many as its entry claims and no more, with their digest and check sum. */
final class PickleInput {
    private static final int LONGEST_LINE = 1024;

    private final InputStream in;
    private final long size;
    private final MessageDigest digest = Sha256.start();
    private final CRC32 crc = new CRC32();
    private long position;

    PickleInput(InputStream in, long size) {
        this.size = size;
        this.in = new BufferedInputStream(new Metered(in, size + 1), 1 << 14);
    }

    long position() {
        return position;
    }

    boolean atEnd() {
        return position == size;
    }

    /** Whether more follows than the entry claims. */
    boolean goesOn() throws IOException {
        return read() >= 0;
    }

    int u8() throws IOException {
        if (position >= size) {
            throw ModelFileException.malformed("its pickle has no end");
        }
        int next = read();
        if (next < 0) {
            throw ModelFileException.malformed("its pickle ends at %d bytes and is said to have %d", position, size);
        }
        position++;
        return next;
    }

    long unsigned(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) u8() << (8 * i);
        }
        return value;
    }

    /** A whole number in the shortest two's complement, or null where it takes more than 8 bytes. */
    Pickled number(long bytes) throws IOException {
        if (bytes > 8) {
            skip(bytes);
            return Pickled.Opaque.VALUE;
        }
        if (bytes == 0) {
            return new Pickled.Whole(0);
        }
        long value = unsigned((int) bytes);
        int unused = 64 - 8 * (int) bytes;
        return new Pickled.Whole(value << unused >> unused);
    }

    /** A text; one too long to be a name is passed over. */
    Pickled text(long length) throws IOException {
        if (length < 0 || length > Limits.LONGEST_NAME) {
            skip(length);
            return Pickled.Opaque.VALUE;
        }
        require(length);
        byte[] bytes = new byte[(int) length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) u8();
        }
        return new Pickled.Text(new String(bytes, StandardCharsets.UTF_8));
    }

    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = u8(); next != '\n'; next = u8()) {
            if (line.length() == LONGEST_LINE) {
                throw ModelFileException.passesLimit("a line of its pickle has more than %d characters", LONGEST_LINE);
            }
            line.append((char) next);
        }
        return line.toString();
    }

    void skip(long length) throws IOException {
        require(length);
        for (long i = 0; i < length; i++) {
            u8();
        }
    }

    private void require(long length) throws ModelFileException {
        if (length < 0 || length > size - position) {
            throw ModelFileException.malformed(
                    "a value of its pickle is said to take %s bytes, and %d are left",
                    Long.toUnsignedString(length), size - position);
        }
    }

    /** SHA-256 of all bytes, once all were read. */
    String sha256() {
        return Sha256.hex(Sha256.copy(digest));
    }

    long crc32() {
        return crc.getValue();
    }

    private int read() throws IOException {
        try {
            return in.read();
        } catch (ZipException e) {
            throw ModelFileException.malformed("its pickle is compressed, and damaged");
        }
    }

    /** Takes digest and check sum of what is read; one byte beyond the claim is let through, to be noticed. */
    private final class Metered extends InputStream {
        private final InputStream from;
        private long left;

        Metered(InputStream from, long left) {
            this.from = from;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int count = from.read(into, offset, (int) Math.min(length, left));
            if (count > 0) {
                left -= count;
                digest.update(into, offset, count);
                crc.update(into, offset, count);
            }
            return count;
        }
    }
}
