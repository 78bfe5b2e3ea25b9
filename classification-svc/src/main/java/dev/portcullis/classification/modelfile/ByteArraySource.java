package dev.portcullis.classification.modelfile;

import java.nio.ByteBuffer;

/**
 * A small file in memory.
 *
 * @param name as in {@link RandomAccessSource#name()}
 * @param bytes the whole file; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ByteArraySource(String name, byte[] bytes) implements RandomAccessSource {
    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public ByteBuffer read(long offset, int length) {
        byte[] part = new byte[length];
        System.arraycopy(bytes, Math.toIntExact(offset), part, 0, length);
        return ByteBuffer.wrap(part);
    }

    @Override
    public void close() {}
}
