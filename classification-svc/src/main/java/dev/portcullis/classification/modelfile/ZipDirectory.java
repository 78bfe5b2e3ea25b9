package dev.portcullis.classification.modelfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The central directory of a zip file, found from its end, with the 64-bit extensions (PKWARE APPNOTE 4.3). Entries that share a name,
 * lie outside the file or together claim more bytes than it has are refused: two readers could see two different files in it.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END64_LOCATOR = 0x07064b50;
    private static final int END64 = 0x06064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END64_LENGTH = 56;
    private static final int LOCAL_LENGTH = 30;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int LONGEST_NAME = 1024;
    private static final int MOST_ENTRIES = 100_000;
    private static final long IN_EXTRA = 0xffffffffL;

    /** The entry's bytes are in the file as they are. */
    static final int STORED = 0;

    /** The entry is compressed. */
    static final int DEFLATED = 8;

    /**
     * An entry.
     *
     * @param method {@link #STORED}, {@link #DEFLATED} or another
     * @param compressed bytes in the file
     * @param size bytes once expanded, as the file claims
     * @param crc CRC-32 of the expanded bytes
     * @param at where its local header stands
     */
    record Entry(String name, int method, boolean encrypted, long compressed, long size, long crc, long at) {}

    private final MeteredSource source;
    private final Map<String, Entry> entries = new HashMap<>();
    private long claimed;

    private ZipDirectory(MeteredSource source) {
        this.source = source;
    }

    static ZipDirectory read(MeteredSource source) throws IOException {
        ZipDirectory directory = new ZipDirectory(source);
        directory.read();
        return directory;
    }

    @Nullable
    Entry get(String name) {
        return entries.get(name);
    }

    Iterable<Entry> entries() {
        return entries.values();
    }

    /** Where the bytes of an entry begin: behind its local header, which must agree with the directory. */
    long dataOf(Entry entry) throws IOException {
        ByteCursor local = new ByteCursor(source, entry.at(), source.size());
        if (local.u32() != LOCAL) {
            throw ModelFileException.malformed("entry %s has no local header where the directory says", entry.name());
        }
        local.skip(4, "a local header");
        if (local.u16() != entry.method()) {
            throw ModelFileException.malformed("the two headers of entry %s disagree", entry.name());
        }
        local.skip(LOCAL_LENGTH - 4 - 4 - 2 - 4, "a local header");
        int name = local.u16();
        int extra = local.u16();
        if (!local.utf8(name, LONGEST_NAME, "the name of an entry").equals(entry.name())) {
            throw ModelFileException.malformed("the two headers of entry %s disagree", entry.name());
        }
        long data = entry.at() + LOCAL_LENGTH + name + extra;
        if (data > source.size() - entry.compressed()) {
            throw ModelFileException.malformed("entry %s goes on after the end of the file", entry.name());
        }
        return data;
    }

    private void read() throws IOException {
        int length = (int) Math.min(source.size(), END_LENGTH + LOCATOR_LENGTH + LONGEST_COMMENT);
        // The comment is nearly always empty: the longest stretch is read only where it is not.
        int first = Math.min(length, 4096);
        long endAt = findEnd(first);
        if (endAt < 0 && length > first) {
            endAt = findEnd(length);
        }
        if (endAt < 0) {
            throw ModelFileException.malformed("it begins like a zip file and has no end of one: cut off?");
        }
        ByteBuffer end = part(endAt, END_LENGTH);
        long count = Short.toUnsignedLong(end.getShort(10));
        long size = Integer.toUnsignedLong(end.getInt(12));
        long at = Integer.toUnsignedLong(end.getInt(16));
        if (end.getShort(4) != 0 && end.getShort(4) != -1) {
            throw ModelFileException.unsupported("a zip file in several parts");
        }
        if (count == 0xffff || size == IN_EXTRA || at == IN_EXTRA) {
            ByteBuffer end64 = end64(endAt);
            count = end64.getLong(32);
            size = end64.getLong(40);
            at = end64.getLong(48);
        }
        if (at < 0 || size < 0 || at > endAt || size > endAt - at) {
            throw ModelFileException.malformed("its directory is said to lie outside of it");
        }
        if (count < 0 || count > MOST_ENTRIES) {
            throw ModelFileException.passesLimit(
                    "%s entries are announced; at most %d are read", Long.toUnsignedString(count), MOST_ENTRIES);
        }
        ByteCursor directory = new ByteCursor(source, at, at + size);
        for (long i = 0; i < count; i++) {
            add(entry(directory));
        }
    }

    private long findEnd(int length) throws IOException {
        long from = source.size() - length;
        ByteBuffer tail = part(from, length);
        for (int i = length - END_LENGTH; i >= 0; i--) {
            if (tail.getInt(i) == END && Short.toUnsignedInt(tail.getShort(i + 20)) == length - END_LENGTH - i) {
                return from + i;
            }
        }
        return -1;
    }

    private ByteBuffer end64(long endAt) throws IOException {
        ByteBuffer locator = endAt < LOCATOR_LENGTH ? null : part(endAt - LOCATOR_LENGTH, LOCATOR_LENGTH);
        if (locator == null || locator.getInt(0) != END64_LOCATOR) {
            throw ModelFileException.malformed("it needs the 64-bit end of a zip file, and has none");
        }
        long at = locator.getLong(8);
        if (at < 0 || at > endAt - END64_LENGTH) {
            throw ModelFileException.malformed("its directory is said to lie outside of it");
        }
        ByteBuffer end64 = part(at, END64_LENGTH);
        if (end64.getInt(0) != END64) {
            throw ModelFileException.malformed("it needs the 64-bit end of a zip file, and has none");
        }
        return end64;
    }

    private static Entry entry(ByteCursor at) throws IOException {
        if (at.u32() != ENTRY) {
            throw ModelFileException.malformed("its directory is damaged at byte %d", at.position() - 4);
        }
        at.skip(4, "an entry");
        int flags = at.u16();
        int method = at.u16();
        at.skip(4, "an entry");
        long crc = at.u32();
        long compressed = at.u32();
        long size = at.u32();
        int nameLength = at.u16();
        int extraLength = at.u16();
        int commentLength = at.u16();
        at.skip(8, "an entry");
        long offset = at.u32();
        String name = at.utf8(nameLength, LONGEST_NAME, "the name of an entry");
        ByteBuffer extra = ByteBuffer.wrap(at.bytes(extraLength, 0xffff, "the extra fields of an entry"))
                .order(ByteOrder.LITTLE_ENDIAN);
        at.skip(commentLength, "an entry");
        while (extra.remaining() >= 4) {
            int id = Short.toUnsignedInt(extra.getShort());
            int length = Short.toUnsignedInt(extra.getShort());
            if (length > extra.remaining()) {
                throw ModelFileException.malformed("the extra fields of entry %s are damaged", name);
            }
            ByteBuffer field = extra.slice().order(ByteOrder.LITTLE_ENDIAN).limit(length);
            extra.position(extra.position() + length);
            if (id == 1) {
                size = wide(size, field);
                compressed = wide(compressed, field);
                offset = wide(offset, field);
            }
        }
        return new Entry(name, method, (flags & 1) != 0, compressed, size, crc, offset);
    }

    private static long wide(long value, ByteBuffer field) {
        return value == IN_EXTRA && field.remaining() >= 8 ? field.getLong() : value;
    }

    private void add(Entry entry) throws ModelFileException {
        if (entry.compressed() < 0 || entry.size() < 0 || entry.at() < 0) {
            throw ModelFileException.malformed("a size of entry %s is negative", entry.name());
        }
        claimed = Sizes.add(claimed, entry.compressed(), "the size of all entries");
        if (claimed > source.size() || entry.at() > source.size() - LOCAL_LENGTH) {
            throw ModelFileException.malformed(
                    "its entries claim more bytes than it has, or overlap: a zip bomb, or a damaged file");
        }
        if (entries.put(entry.name(), entry) != null) {
            throw ModelFileException.malformed("two entries have the name %s", entry.name());
        }
    }

    private ByteBuffer part(long at, int length) throws IOException {
        return source.read(at, length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
