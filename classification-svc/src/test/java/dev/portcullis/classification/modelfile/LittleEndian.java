package dev.portcullis.classification.modelfile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes as the formats of model files write them. Shares no code with the readers. */
final class LittleEndian {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    LittleEndian u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    LittleEndian u16(int value) {
        return u8(value & 0xff, value >>> 8 & 0xff);
    }

    LittleEndian u32(long value) {
        return u16((int) value & 0xffff).u16((int) (value >>> 16) & 0xffff);
    }

    LittleEndian u64(long value) {
        return u32(value).u32(value >>> 32);
    }

    LittleEndian text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text behind its length in 8 bytes. */
    LittleEndian string(String text) {
        return u64(text.getBytes(StandardCharsets.UTF_8).length).text(text);
    }

    LittleEndian bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    LittleEndian zeros(int count) {
        return bytes(new byte[count]);
    }

    int size() {
        return out.size();
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
