package dev.portcullis.screening.imports;

import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.screening.format.Limits;
import dev.portcullis.screening.format.ListContent;
import dev.portcullis.screening.format.ListSource;
import dev.portcullis.screening.list.UnreadableListException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A list's file as it was read from a stream.
 *
 * @param source where it comes from
 * @param content what was read; absent where it could not be
 * @param reason why it could not be read; absent where it could
 * @param digest SHA-256 of all its bytes, in hexadecimal
 * @param bytes how many they were
 */
public record ReceivedFile(
        ListSource source,
        @Nullable ListContent content,
        @Nullable String reason,
        String digest,
        long bytes) {

    /**
     * Reads a stream to its end without keeping its bytes.
     *
     * @throws IOException where the stream breaks off
     */
    public static ReceivedFile read(ListSource source, InputStream body) throws IOException {
        MessageDigest sha256 = Sha256.start();
        try (Counting counted = new Counting(body);
                DigestInputStream digested = new DigestInputStream(counted, sha256)) {
            ListContent content = null;
            String reason = null;
            try {
                content = source.read(digested, Limits.DEFAULT);
            } catch (UnreadableListException e) {
                reason = e.getMessage();
            }
            // The digest is of the whole file, also of one that is refused; the server bounds what may come.
            digested.transferTo(OutputStream.nullOutputStream());
            return new ReceivedFile(source, content, reason, Sha256.hex(sha256), counted.bytes);
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
