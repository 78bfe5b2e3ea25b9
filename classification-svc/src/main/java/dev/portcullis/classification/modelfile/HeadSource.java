package dev.portcullis.classification.modelfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The leading bytes of a file that lies elsewhere, read from a stream as they are needed and kept nowhere. It can be read forward only,
 * but for the first few kilobytes: enough for formats whose header stands at the start, and for any small file.
 */
public final class HeadSource implements RandomAccessSource {
    private static final int KEPT = 1 << 16;

    private final String name;
    private final InputStream stream;
    private final long size;
    private final byte[] start;
    private long position;

    private HeadSource(String name, InputStream stream, long size, byte[] start) {
        this.name = name;
        this.stream = stream;
        this.size = size;
        this.start = start;
        this.position = start.length;
    }

    /**
     * @param name of the file
     * @param stream gives its leading bytes; closed with this source
     * @param size bytes of the whole file, 0 or more
     * @throws ModelFileException where more bytes come than the whole file is said to have
     */
    public static HeadSource of(String name, InputStream stream, long size) throws IOException {
        byte[] start = stream.readNBytes(KEPT);
        if (start.length > size) {
            throw ModelFileException.malformed(
                            "more bytes were sent than the %d that the whole file is said to have", size)
                    .in(name);
        }
        return new HeadSource(name, stream, size, start);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public ByteBuffer read(long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        int known = offset >= start.length ? 0 : (int) Math.min(length, start.length - offset);
        if (known > 0) {
            System.arraycopy(start, (int) offset, bytes, 0, known);
        }
        if (known < length) {
            forward(offset + known);
            int got = stream.readNBytes(bytes, known, length - known);
            position += got;
            if (got < length - known) {
                throw ended(offset + length);
            }
        }
        return ByteBuffer.wrap(bytes);
    }

    private void forward(long to) throws IOException {
        if (to < position) {
            throw ModelFileException.unsupported(
                    "a file of this kind cannot be read from its leading bytes alone: name it by its address");
        }
        while (position < to) {
            long skipped = stream.skip(to - position);
            if (skipped <= 0) {
                if (stream.read() < 0) {
                    throw ended(to);
                }
                skipped = 1;
            }
            position += skipped;
        }
    }

    private ModelFileException ended(long needed) {
        return ModelFileException.malformed(
                "its first %d of %d bytes are needed at least, and %d were sent: send more", needed, size, position);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
