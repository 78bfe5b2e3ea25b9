package dev.portcullis.classification.modelfile;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A source with a budget: no more bytes leave it than the budget allows, counted as they are read, and none that lie outside the
 * file. A read in advance is cut to what is left of the budget, so that advance never fails where the reading itself would not.
 */
final class MeteredSource {
    private final RandomAccessSource source;
    private long budget;
    private long bytesRead;

    /** Until its kind is known, a file may give no more than this. */
    static final long TO_TELL_THE_KIND = 64;

    MeteredSource(RandomAccessSource source) {
        this.source = source;
        this.budget = TO_TELL_THE_KIND;
    }

    /** Sets how many bytes may be read in all, those read before included. */
    MeteredSource allow(long bytes) {
        budget = bytes;
        return this;
    }

    String name() {
        return source.name();
    }

    long size() {
        return source.size();
    }

    long bytesRead() {
        return bytesRead;
    }

    long left() {
        return Math.max(0, budget - bytesRead);
    }

    ByteBuffer read(long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || offset > size() - length) {
            throw ModelFileException.malformed(
                    "the file ends at %d bytes, before byte %d that its header leads to", size(), offset);
        }
        if (length > left()) {
            throw ModelFileException.passesLimit(
                    "its header goes on after the %d bytes that may be read of a file of this kind and size", budget);
        }
        bytesRead += length;
        return source.read(offset, length);
    }
}
