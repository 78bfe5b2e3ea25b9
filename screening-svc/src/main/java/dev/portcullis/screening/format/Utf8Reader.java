package dev.portcullis.screening.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.MalformedInputException;

/**
 * Reads UTF-8, without a byte order mark, and survives files that declare it and hold Windows-1252 or Latin-1 in places, as the UN's did.
 *
 * <p>Bytes that form a character of UTF-8 are that character, always; a byte that forms none stands for itself in Windows-1252, which is
 * Latin-1 with more letters. So a sound file is never changed, a name of a broken one keeps its letters, and how many bytes were read so is
 * counted. Where repair is not wanted, such a byte refuses the file.
 */
final class Utf8Reader extends Reader {
    private static final String WINDOWS_1252 = windows1252();

    private final InputStream in;
    private final boolean repair;
    private final byte[] buffer = new byte[1 << 15];
    private int at;
    private int end;
    private boolean exhausted;
    private boolean started;
    private int lowSurrogate = -1;
    private long repaired;

    Utf8Reader(InputStream in, boolean repair) {
        this.in = in;
        this.repair = repair;
    }

    /** How many bytes were no UTF-8 so far. */
    long repaired() {
        return repaired;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int written = 0;
        while (written < length) {
            if (lowSurrogate >= 0) {
                into[from + written++] = (char) lowSurrogate;
                lowSurrogate = -1;
                continue;
            }
            if (written > 0 && end - at < 4 && !exhausted) {
                break;
            }
            int character = next();
            if (character < 0) {
                break;
            }
            if (Character.isBmpCodePoint(character)) {
                into[from + written++] = (char) character;
            } else {
                into[from + written++] = Character.highSurrogate(character);
                lowSurrogate = Character.lowSurrogate(character);
            }
        }
        return written == 0 ? -1 : written;
    }

    private int next() throws IOException {
        fill(4);
        if (!started) {
            started = true;
            if (end - at >= 3 && octet(0) == 0xEF && octet(1) == 0xBB && octet(2) == 0xBF) {
                at += 3;
                fill(4);
            }
        }
        if (at == end) {
            return -1;
        }
        int first = octet(0);
        if (first < 0x80) {
            at++;
            return first;
        }
        int length = first >= 0xC2 && first <= 0xDF
                ? 2
                : first >= 0xE0 && first <= 0xEF ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
        int character = length == 0 || end - at < length ? -1 : decode(first, length);
        if (character >= 0) {
            at += length;
            return character;
        }
        if (!repair) {
            throw new MalformedInputException(1);
        }
        repaired++;
        at++;
        return WINDOWS_1252.charAt(first - 0x80);
    }

    private int decode(int first, int length) {
        int character = first & (0x7F >> length);
        for (int i = 1; i < length; i++) {
            int octet = octet(i);
            if ((octet & 0xC0) != 0x80) {
                return -1;
            }
            character = character << 6 | octet & 0x3F;
        }
        boolean overlong = length == 3 && character < 0x800 || length == 4 && character < 0x10000;
        boolean none = character > 0x10FFFF || character >= 0xD800 && character <= 0xDFFF;
        return overlong || none ? -1 : character;
    }

    private int octet(int ahead) {
        return buffer[at + ahead] & 0xFF;
    }

    private void fill(int wanted) throws IOException {
        if (end - at >= wanted || exhausted) {
            return;
        }
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        while (end < wanted && !exhausted) {
            int got = in.read(buffer, end, buffer.length - end);
            if (got < 0) {
                exhausted = true;
            } else {
                end += got;
            }
        }
    }

    @Override
    public void close() {
        // The caller closes its stream.
    }

    private static String windows1252() {
        byte[] octets = new byte[0x80];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (0x80 + i);
        }
        return new String(octets, Charset.forName("windows-1252"));
    }
}
