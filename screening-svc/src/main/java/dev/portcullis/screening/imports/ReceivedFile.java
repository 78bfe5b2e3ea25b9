package dev.portcullis.screening.imports;

import dev.portcullis.screening.format.CslCsvReader;
import dev.portcullis.screening.format.Limits;
import dev.portcullis.screening.list.ListFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A list's file as it was read from a stream.
 *
 * @param content the entries
 * @param digest SHA-256 of all its bytes, in hexadecimal
 * @param bytes how many they were
 */
record ReceivedFile(ListFile content, String digest, long bytes) {

    /**
     * Reads a stream to its end without keeping its bytes.
     *
     * @throws dev.portcullis.screening.list.UnreadableListException where it is no edition
     * @throws IOException where the stream breaks off
     */
    static ReceivedFile read(InputStream body) throws IOException {
        MessageDigest sha256 = sha256();
        try (Counting counted = new Counting(body);
                DigestInputStream digested = new DigestInputStream(counted, sha256)) {
            ListFile content = new CslCsvReader(Limits.DEFAULT).read(digested);
            digested.transferTo(OutputStream.nullOutputStream());
            return new ReceivedFile(content, HexFormat.of().formatHex(sha256.digest()), counted.bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static final class Counting extends FilterInputStream {
        private long bytes;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            bytes += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int got = super.read(buffer, from, length);
            bytes += Math.max(0, got);
            return got;
        }
    }
}
