package dev.portcullis.classification.modelfile;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * GGUF, versions 2 and 3: magic, version, counts, typed metadata, the description of each tensor, padding, data. Element counts are
 * logical: a tensor quantized to 4 bits counts as many elements as before.
 */
final class GgufReader {
    private static final int DEEPEST_ARRAY = 4;
    private static final int LONGEST_KEY = 65_535;
    private static final int LONGEST_KEPT = 4096;
    private static final int MOST_KEPT = 256;
    private static final int MOST_DIMENSIONS = 8;
    private static final long MOST_METADATA = 65_536;
    private static final long DEFAULT_ALIGNMENT = 32;
    private static final long LARGEST_ALIGNMENT = 1 << 20;

    private final MeteredSource source;
    private final Tally tally;
    private final NameTable names;
    private final Findings findings;
    private final ByteCursor cursor;
    private final Map<String, String> kept = new TreeMap<>();
    private final Spans spans = new Spans();
    private final long[] shape = new long[MOST_DIMENSIONS];

    GgufReader(MeteredSource source, Tally tally, NameTable names, Findings findings) {
        this.source = source;
        this.tally = tally;
        this.names = names;
        this.findings = findings;
        this.cursor = new ByteCursor(source, 0, source.size());
    }

    Header read() throws IOException {
        cursor.skip(4, "the magic");
        int version = version();
        long tensors = cursor.count("the number of tensors");
        tally.announce(tensors);
        long metadata = cursor.count("the number of metadata");
        if (metadata > MOST_METADATA) {
            throw ModelFileException.passesLimit(
                    "%d metadata are announced; at most %d are read", metadata, MOST_METADATA);
        }
        for (long i = 0; i < metadata; i++) {
            keyAndValue();
        }
        long alignment = alignment();
        for (long i = 0; i < tensors; i++) {
            tensor(alignment);
        }
        long end = cursor.position();
        checkData(end, alignment);
        return new Header(
                Integer.toString(version),
                cursor.digest(),
                "bytes 0 to " + (end - 1) + " of the file: its whole header");
    }

    /** A metadata value that was kept, as text. */
    @Nullable
    String value(String key) {
        return kept.get(key);
    }

    Map<String, String> values() {
        return kept;
    }

    private int version() throws IOException {
        long version = cursor.u32();
        if (version != 0 && (version & 0xffff) == 0) {
            version = Integer.toUnsignedLong(Integer.reverseBytes((int) version));
            cursor.bigEndian(true);
        }
        if (version != 2 && version != 3) {
            throw ModelFileException.unsupported("GGUF version %d: versions 2 and 3 are read", version);
        }
        return (int) version;
    }

    private void keyAndValue() throws IOException {
        String key = cursor.utf8(cursor.count("the length of a metadata key"), LONGEST_KEY, "a metadata key");
        long type = cursor.u32();
        if (type == 9) {
            array(key, 1);
            return;
        }
        if (!isOfInterest(key) || kept.size() >= MOST_KEPT) {
            skipScalar(type, key);
            return;
        }
        String value = scalar(type, key);
        if (kept.putIfAbsent(key, value) != null) {
            throw ModelFileException.malformed("metadata %s are there twice", key);
        }
    }

    private static boolean isOfInterest(String key) {
        return key.startsWith("general.")
                || key.startsWith("split.")
                || key.endsWith(".context_length")
                || key.endsWith(".block_count")
                || key.endsWith(".embedding_length")
                || key.endsWith(".feed_forward_length")
                || key.endsWith(".vocab_size")
                || key.endsWith(".attention.head_count")
                || key.endsWith(".expert_count")
                || key.endsWith(".expert_used_count");
    }

    private String scalar(long type, String key) throws IOException {
        return switch ((int) type) {
            case 0 -> Integer.toString(cursor.u8());
            case 1 -> Byte.toString((byte) cursor.u8());
            case 2 -> Integer.toString(cursor.u16());
            case 3 -> Short.toString((short) cursor.u16());
            case 4 -> Long.toString(cursor.u32());
            case 5 -> Integer.toString((int) cursor.u32());
            case 6 -> Float.toString(Float.intBitsToFloat((int) cursor.u32()));
            case 7 -> bool(cursor.u8(), key);
            case 8 -> text(cursor.count("the length of a text"), key);
            case 10 -> Long.toUnsignedString(cursor.u64());
            case 11 -> Long.toString(cursor.u64());
            case 12 -> Double.toString(Double.longBitsToDouble(cursor.u64()));
            default -> throw unknownType(type, key);
        };
    }

    private static String bool(int value, String key) throws ModelFileException {
        if (value > 1) {
            throw ModelFileException.malformed("metadata %s are neither true nor false", key);
        }
        return value == 1 ? "true" : "false";
    }

    /** Long texts, such as licenses, are passed over. */
    private String text(long length, String key) throws IOException {
        if (length <= LONGEST_KEPT) {
            return cursor.utf8(length, LONGEST_KEPT, "metadata " + Printable.of(key));
        }
        cursor.skip(length, "a text of the metadata");
        return "";
    }

    private void skipScalar(long type, String key) throws IOException {
        if (type == 8) {
            cursor.skip(cursor.count("the length of a text"), "a text of the metadata");
        } else {
            cursor.skip(width(type, key), "a value of the metadata");
        }
    }

    private void array(String key, int depth) throws IOException {
        if (depth > DEEPEST_ARRAY) {
            throw ModelFileException.passesLimit("metadata %s nest more than %d arrays", key, DEEPEST_ARRAY);
        }
        long type = cursor.u32();
        long count = cursor.count("the length of an array");
        if (type == 8 || type == 9) {
            // Each element takes at least the 8 bytes of its length: a count that passes what is left is a lie.
            cursor.require(Sizes.multiply(count, 8, key), "an array of the metadata");
            for (long i = 0; i < count; i++) {
                if (type == 8) {
                    cursor.skip(cursor.count("the length of a text"), "a text of the metadata");
                } else {
                    array(key, depth + 1);
                }
            }
        } else {
            cursor.skip(Sizes.multiply(count, width(type, key), key), "an array of the metadata");
        }
    }

    private static int width(long type, String key) throws ModelFileException {
        return switch ((int) Math.min(type, 99)) {
            case 0, 1, 7 -> 1;
            case 2, 3 -> 2;
            case 4, 5, 6 -> 4;
            case 10, 11, 12 -> 8;
            default -> throw unknownType(type, key);
        };
    }

    private static ModelFileException unknownType(long type, String key) {
        return ModelFileException.malformed("metadata %s are of type %d, which GGUF does not have", key, type);
    }

    private long alignment() throws ModelFileException {
        String stated = kept.get("general.alignment");
        if (stated == null) {
            return DEFAULT_ALIGNMENT;
        }
        long alignment = stated.matches("[0-9]{1,7}") ? Long.parseLong(stated) : 0;
        if (alignment <= 0 || alignment % 8 != 0 || alignment > LARGEST_ALIGNMENT) {
            throw ModelFileException.malformed("an alignment of %s bytes is none", stated);
        }
        return alignment;
    }

    private void tensor(long alignment) throws IOException {
        String name = cursor.utf8(cursor.count("the length of a name"), Limits.LONGEST_NAME, "the name of a tensor");
        long dimensions = cursor.u32();
        if (dimensions > MOST_DIMENSIONS) {
            throw ModelFileException.passesLimit(
                    "tensor %s has %d dimensions; at most %d are read", name, dimensions, MOST_DIMENSIONS);
        }
        for (int i = 0; i < dimensions; i++) {
            shape[i] = cursor.count("a dimension");
        }
        ElementType type = GgmlTypes.of(cursor.u32(), name);
        long offset = cursor.count("the offset of a tensor");
        if (offset % alignment != 0) {
            throw ModelFileException.malformed(
                    "tensor %s lies at %d, which is no multiple of %d", name, offset, alignment);
        }
        long elements = Sizes.elements(shape, (int) dimensions, name);
        if (dimensions > 0 && shape[0] % type.blockElements() != 0) {
            throw ModelFileException.malformed(
                    "rows of tensor %s have %d elements, and type %s comes in blocks of %d",
                    name, shape[0], type.name(), type.blockElements());
        }
        if (!names.add(name, 0)) {
            throw ModelFileException.malformed("tensor %s is there twice", name);
        }
        tally.add(name, type, elements);
        spans.add(offset, Sizes.add(offset, type.bytes(elements, name), "the end of a tensor"));
    }

    private void checkData(long headerEnd, long alignment) throws ModelFileException {
        long end = spans.checkContiguous(alignment);
        long start = headerEnd + (alignment - headerEnd % alignment) % alignment;
        long available = source.size() - start;
        if (end > 0 && end > available) {
            throw ModelFileException.malformed(
                    "its tensors take %d bytes, and %d follow the header", end, Math.max(0, available));
        }
        if (end < available && available - end >= alignment) {
            findings.note(
                    "TRAILING_BYTES",
                    (available - end) + " bytes follow the last tensor of " + Printable.of(source.name())
                            + "; they were not read.");
        }
    }
}
