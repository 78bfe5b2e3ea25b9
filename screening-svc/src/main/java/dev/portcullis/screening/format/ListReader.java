package dev.portcullis.screening.format;

import dev.portcullis.screening.list.ListFile;
import java.io.IOException;
import java.io.InputStream;

/** Reads one format. Immutable and safe for any number of threads. */
public interface ListReader {
    /**
     * Reads a file to its end. The caller closes the stream.
     *
     * @throws dev.portcullis.screening.list.UnreadableListException where the file as a whole is no edition: another layout, broken off,
     *     in another encoding, or beyond a limit. The message holds nothing of the file's content.
     * @throws IOException where the stream fails
     */
    ListFile read(InputStream file) throws IOException;
}
