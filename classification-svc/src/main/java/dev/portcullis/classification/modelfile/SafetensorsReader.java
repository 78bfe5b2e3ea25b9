package dev.portcullis.classification.modelfile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * safetensors: 8 bytes with the length of the header, little-endian; the header, a JSON object that gives each tensor its type, shape
 * and place; the data. The data follow one another without overlap or hole up to the end of the file.
 */
final class SafetensorsReader {
    /** The format's own limit for its header. */
    private static final long LARGEST_HEADER = 100_000_000;

    private static final int PREFIX = 8;
    private static final String METADATA = "__metadata__";
    private static final Map<String, ElementType> TYPES = new HashMap<>();

    static {
        floating(8, "F64");
        floating(4, "F32");
        floating(2, "F16", "BF16");
        floating(1, "F8_E4M3", "F8_E5M2", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ");
        floating(8, "C64");
        add(new ElementType("F4", ElementType.Group.FLOATING, 2, 1));
        add(new ElementType("F6_E2M3", ElementType.Group.FLOATING, 4, 3));
        add(new ElementType("F6_E3M2", ElementType.Group.FLOATING, 4, 3));
        integer(8, "I64", "U64");
        integer(4, "I32", "U32");
        integer(2, "I16", "U16");
        integer(1, "I8", "U8", "BOOL");
    }

    /** What a shard's reader is told of each tensor. */
    interface TensorNames {
        void found(String name) throws IOException;
    }

    private final MeteredSource source;
    private final Tally tally;
    private final Details details;
    private final TensorNames names;
    private final Spans spans = new Spans();
    private final long[] shape = new long[Limits.MOST_DIMENSIONS];

    SafetensorsReader(MeteredSource source, Tally tally, Details details, TensorNames names) {
        this.source = source;
        this.tally = tally;
        this.details = details;
        this.names = names;
    }

    Header read() throws IOException {
        ByteCursor prefix = new ByteCursor(source, 0, Math.min(PREFIX, source.size()));
        long length = prefix.count("the length of the header");
        if (length > LARGEST_HEADER) {
            throw ModelFileException.passesLimit(
                    "its header is said to take %d bytes; safetensors allows %d", length, LARGEST_HEADER);
        }
        if (length < 2 || length > source.size() - PREFIX) {
            throw ModelFileException.malformed(
                    "its header is said to take %d bytes, and the file has %d", length, source.size());
        }
        if (length > source.left()) {
            throw ModelFileException.passesLimit(
                    "its header is said to take %d bytes; of a file of this size %d more may be read",
                    length, source.left());
        }
        ByteCursor header = new ByteCursor(source, 0, PREFIX + length);
        header.skip(PREFIX, "the length of the header");
        try (JsonHeader json = JsonHeader.shallow(header)) {
            json.object(this::members);
        }
        long dataBytes = source.size() - PREFIX - length;
        long end = spans.checkContiguous(1);
        if (end != dataBytes) {
            throw ModelFileException.malformed(
                    "its tensors end at byte %d of the data, and the data have %d bytes", end, dataBytes);
        }
        return new Header(
                "", header.digest(), "bytes 0 to " + (PREFIX + length - 1) + " of the file: its whole header");
    }

    private void members(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonHeader.expect(json.nextToken(), JsonToken.START_OBJECT, "the description of a tensor");
            if (name.equals(METADATA)) {
                metadata(json);
            } else {
                tensor(json, name);
            }
        }
    }

    private void metadata(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonHeader.expect(json.nextToken(), JsonToken.VALUE_STRING, "a text, as all metadata are,");
            if (key.equals("format") || key.equals("modelspec.architecture") || key.equals("modelspec.title")) {
                details.put(key, json.getText());
            }
        }
    }

    private void tensor(JsonParser json, String name) throws IOException {
        ElementType type = null;
        int dimensions = -1;
        long begin = -1;
        long end = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("dtype") && type == null && value == JsonToken.VALUE_STRING) {
                type = type(json.getText(), name);
            } else if (field.equals("shape") && dimensions < 0 && value == JsonToken.START_ARRAY) {
                dimensions = shape(json, name);
            } else if (field.equals("data_offsets") && begin < 0 && value == JsonToken.START_ARRAY) {
                begin = JsonHeader.size(json, json.nextToken());
                end = JsonHeader.size(json, json.nextToken());
                JsonHeader.expect(json.nextToken(), JsonToken.END_ARRAY, "the end of two offsets");
            } else {
                throw ModelFileException.malformed("field %s of tensor %s is none, or none of its kind", field, name);
            }
        }
        if (type == null || dimensions < 0 || begin < 0) {
            throw ModelFileException.malformed("tensor %s lacks its type, shape or offsets", name);
        }
        long elements = Sizes.elements(shape, dimensions, name);
        if (end < begin || end - begin != type.bytes(elements, name)) {
            throw ModelFileException.malformed(
                    "tensor %s takes bytes %d to %d, which is not the size of %d elements of type %s",
                    name, begin, end, elements, type.name());
        }
        names.found(name);
        tally.add(name, type, elements);
        spans.add(begin, end);
    }

    private int shape(JsonParser json, String name) throws IOException {
        int dimensions = 0;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (dimensions == shape.length) {
                throw ModelFileException.passesLimit("tensor %s has more than %d dimensions", name, shape.length);
            }
            shape[dimensions++] = JsonHeader.size(json, token);
        }
        return dimensions;
    }

    private static ElementType type(String word, String tensor) throws ModelFileException {
        ElementType type = TYPES.get(word);
        if (type == null) {
            throw ModelFileException.unsupported("tensor %s is of type %s, which is not known here", tensor, word);
        }
        return type;
    }

    private static void floating(int bytes, String... names) {
        for (String name : names) {
            add(ElementType.floating(name, bytes));
        }
    }

    private static void integer(int bytes, String... names) {
        for (String name : names) {
            add(ElementType.integer(name, bytes));
        }
    }

    private static void add(ElementType type) {
        TYPES.put(type.name(), type);
    }
}
