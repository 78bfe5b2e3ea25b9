package dev.portcullis.classification.modelfile;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file on disk, or the first part of one that lies elsewhere. */
public final class FileSource implements RandomAccessSource {
    private final String name;
    private final FileChannel channel;
    private final long present;
    private final long size;

    private FileSource(String name, FileChannel channel, long present, long size) {
        this.name = name;
        this.channel = channel;
        this.present = present;
        this.size = size;
    }

    /** Opens a whole file. */
    public static FileSource open(String name, Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        return new FileSource(name, channel, channel.size(), channel.size());
    }

    /**
     * Opens the leading bytes of a larger file. What lies behind them cannot be read; formats whose header stands at the start
     * need no more.
     *
     * @param size bytes of the whole file
     * @throws ModelFileException where more bytes are present than the whole file is said to have
     */
    public static FileSource openHead(String name, Path path, long size) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        long present = channel.size();
        if (size < present) {
            channel.close();
            throw ModelFileException.malformed("%d bytes were sent of a file that is said to have %d", present, size)
                    .in(name);
        }
        return new FileSource(name, channel, present, size);
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
        if (offset + length > present) {
            throw ModelFileException.malformed(
                    "bytes %d to %d are needed, and only the first %d of %d were sent: send more, or the whole file",
                    offset, offset + length - 1, present, size);
        }
        ByteBuffer into = ByteBuffer.allocate(length);
        while (into.hasRemaining()) {
            if (channel.read(into, offset + into.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        return into.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
