package dev.portcullis.classification.modelfile;

import java.io.IOException;

/**
 * The wire format of protocol buffers, read field by field: tags, variable-length numbers and lengths, each checked against the
 * message that it stands in. It makes no message objects, so that a field of two gigabytes costs a jump.
 */
final class ProtobufReader {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int LENGTH = 2;
    static final int FIXED32 = 5;

    /** What is shorter is read through: a jump would cost another read. */
    private static final int SHORTEST_LEAP = 512;

    private final ByteCursor cursor;
    private long end;
    private int field;
    private int wire;

    ProtobufReader(ByteCursor cursor) {
        this.cursor = cursor;
        this.end = cursor.position() + cursor.remaining();
    }

    /** What the fields of a message mean. */
    interface Fields {
        /** Reads the value of the present field, by one of {@link #number}, {@link #text}, {@link #message} and {@link #skip}. */
        void field(int field) throws IOException;
    }

    /** Reads all fields up to the end of the present message. */
    void fields(Fields fields) throws IOException {
        while (cursor.position() < end) {
            long tag = varint();
            if (tag <= 0 || tag >>> 3 > 0x1fffffff || tag >>> 3 == 0) {
                throw malformed("a field without a number");
            }
            field = (int) (tag >>> 3);
            wire = (int) tag & 7;
            if (wire != VARINT && wire != FIXED64 && wire != LENGTH && wire != FIXED32) {
                throw malformed("a field of wire type " + wire);
            }
            fields.field(field);
        }
        if (cursor.position() != end) {
            throw malformed("a field that goes on after its message");
        }
    }

    boolean is(int type) {
        return wire == type;
    }

    long number() throws IOException {
        if (wire != VARINT) {
            throw malformed("field " + field + " where a number is expected");
        }
        return varint();
    }

    String text(int most, String what) throws IOException {
        return cursor.utf8(length(), most, what);
    }

    /** Reads a nested message. */
    void message(Fields fields) throws IOException {
        long length = length();
        long outer = end;
        end = cursor.position() + length;
        fields(fields);
        end = outer;
    }

    /** Numbers that stand alone or packed. */
    void numbers(Numbers numbers) throws IOException {
        if (wire == VARINT) {
            numbers.next(varint());
            return;
        }
        long length = length();
        long stop = cursor.position() + length;
        while (cursor.position() < stop) {
            numbers.next(varint());
        }
        if (cursor.position() != stop) {
            throw malformed("a list of numbers that goes on after its end");
        }
    }

    /** Takes the numbers of a list. */
    interface Numbers {
        void next(long number) throws IOException;
    }

    /** Passes over the value of the present field and returns its length. */
    long skip() throws IOException {
        switch (wire) {
            case VARINT -> varint();
            case FIXED64 -> fixed(8);
            case FIXED32 -> fixed(4);
            default -> {
                long length = length();
                if (length < SHORTEST_LEAP) {
                    cursor.skip(length, "a field");
                } else {
                    cursor.leap(length, "a field");
                }
                return length;
            }
        }
        return 0;
    }

    private void fixed(int bytes) throws IOException {
        if (end - cursor.position() < bytes) {
            throw malformed("a field that goes on after its message");
        }
        cursor.skip(bytes, "a field");
    }

    private long length() throws IOException {
        if (wire != LENGTH) {
            throw malformed("field " + field + " where a text or message is expected");
        }
        long length = varint();
        if (length < 0 || length > end - cursor.position()) {
            throw malformed("field " + field + " that is said to take " + Long.toUnsignedString(length) + " bytes, and "
                    + (end - cursor.position()) + " are left");
        }
        return length;
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (cursor.position() >= end) {
                throw malformed("a number that goes on after its message");
            }
            int next = cursor.u8();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw malformed("a number of more than 10 bytes");
    }

    private ModelFileException malformed(String what) {
        return ModelFileException.malformed(
                "it has %s, before byte %d: no ONNX file, or a damaged one", what, cursor.position());
    }
}
