package dev.portcullis.classification.modelfile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A file of which any part can be read, wherever it lies. Readers reach it only through a {@link MeteredSource}, which counts and
 * bounds what they take. Not for several threads.
 */
public interface RandomAccessSource extends Closeable {
    /** Its name without folders, as the index of a sharded model names it. */
    String name();

    /** Bytes, 0 or more. */
    long size();

    /**
     * Reads exactly the bytes that are asked for.
     *
     * @param offset 0 or more
     * @param length 0 or more; {@code offset + length} is at most {@link #size()}
     * @return a buffer of its own with {@code length} bytes remaining
     * @throws IOException where the bytes cannot be had; {@link ModelFileException} where the file is at fault
     */
    ByteBuffer read(long offset, int length) throws IOException;
}
