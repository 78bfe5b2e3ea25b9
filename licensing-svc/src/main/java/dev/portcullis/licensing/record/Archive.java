package dev.portcullis.licensing.record;

import dev.portcullis.platform.digest.Sha256;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file that is made part by part and handed out as it grows: no more than one part is in memory. For one thread at a time. Names are
 * plain, so that nothing leaves the folder in which somebody unpacks it.
 */
final class Archive {
    /** So that one request cannot ask for the whole database. */
    static final int MOST_PARTS = 500;

    static final long MOST_BYTES = 256L << 20;

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(pending);
    private final LocalDateTime time;
    private final Set<String> names = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private long bytes;

    /**
     * Begins an archive.
     *
     * @param time of all its parts, so that the same content has the same bytes
     */
    Archive(Instant time) {
        this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /**
     * A part, for the manifest.
     *
     * @param name within the archive
     * @param size in bytes
     * @param sha256 of its bytes
     */
    @RegisterForReflection
    record Entry(String name, long size, String sha256) {}

    /** What is in it so far. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Adds a part; the bytes of the archive that have become final. */
    byte[] add(String name, byte[] content) {
        if (!name.matches("[a-zA-Z0-9_-]+(\\.[a-z]{2,4})?(/[a-zA-Z0-9_-]+\\.[a-z]{2,4})?") || !names.add(name)) {
            throw new IllegalArgumentException("a part has a plain name of its own: " + name);
        }
        bytes += content.length;
        if (names.size() > MOST_PARTS || bytes > MOST_BYTES) {
            throw new IllegalStateException(
                    "an archive has at most " + MOST_PARTS + " parts and " + MOST_BYTES + " bytes");
        }
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(time);
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
            zip.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.add(new Entry(name, content.length, Sha256.of(content)));
        return drain();
    }

    /** Ends the archive; its last bytes. */
    byte[] finish() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drain();
    }

    private byte[] drain() {
        byte[] made = pending.toByteArray();
        pending.reset();
        return made;
    }
}
