package dev.portcullis.classification.modelfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Small model files, written after their specifications by hand. */
final class Samples {
    private Samples() {}

    // ---- safetensors ----

    static byte[] safetensors(String header, int dataBytes) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return new LittleEndian().u64(text.length).bytes(text).zeros(dataBytes).toBytes();
    }

    /** Two F32 tensors of 2x3 and 4 elements, one I64, padding of spaces as the library writes it. */
    static byte[] safetensors() {
        return safetensors(
                "{\"__metadata__\":{\"format\":\"pt\"},"
                        + "\"model.embed.weight\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},"
                        + "\"model.norm.weight\":{\"dtype\":\"BF16\",\"shape\":[4],\"data_offsets\":[24,32]},"
                        + "\"model.position_ids\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[32,40]}}   ",
                40);
    }

    // ---- GGUF ----

    /** A file of version 3 with metadata of every type, an array of texts, one F32 and one Q4_0 tensor. */
    static byte[] gguf() {
        LittleEndian out = new LittleEndian().text("GGUF").u32(3).u64(2).u64(7);
        out.string("general.architecture").u32(8).string("llama");
        out.string("llama.context_length").u32(4).u32(8192);
        out.string("llama.expert_count").u32(10).u64(8);
        out.string("llama.rope.freq_base").u32(6).u32(Float.floatToIntBits(10000f));
        out.string("tokenizer.ggml.tokens")
                .u32(9)
                .u32(8)
                .u64(3)
                .string("a")
                .string("b")
                .string("");
        out.string("tokenizer.nested").u32(9).u32(9).u64(2);
        out.u32(0).u64(3).u8(1, 2, 3).u32(7).u64(1).u8(1);
        out.string("tokenizer.ggml.add_bos_token").u32(7).u8(1);
        out.string("output_norm.weight").u32(1).u64(8).u32(0).u64(0);
        out.string("blk.0.ffn_gate.weight").u32(2).u64(32).u64(4).u32(2).u64(32);
        while (out.size() % 32 != 0) {
            out.u8(0);
        }
        return out.zeros(32).zeros(4 * 18).toBytes();
    }

    // ---- ONNX ----

    static byte[] field(int number, byte[] value) {
        return new LittleEndian()
                .bytes(varint((long) number << 3 | 2))
                .bytes(varint(value.length))
                .bytes(value)
                .toBytes();
    }

    static byte[] field(int number, String value) {
        return field(number, value.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] field(int number, long value) {
        return new LittleEndian()
                .bytes(varint((long) number << 3))
                .bytes(varint(value))
                .toBytes();
    }

    static byte[] varint(long value) {
        LittleEndian out = new LittleEndian();
        long left = value;
        while ((left & ~0x7fL) != 0) {
            out.u8((int) (left & 0x7f) | 0x80);
            left >>>= 7;
        }
        return out.u8((int) left).toBytes();
    }

    static byte[] join(byte[]... parts) {
        LittleEndian out = new LittleEndian();
        for (byte[] part : parts) {
            out.bytes(part);
        }
        return out.toBytes();
    }

    static byte[] onnxTensor(String name, int type, byte[] raw, long... dims) {
        LittleEndian out = new LittleEndian();
        for (long dim : dims) {
            out.bytes(field(1, dim));
        }
        return out.bytes(field(2, type))
                .bytes(field(8, name))
                .bytes(field(9, raw))
                .toBytes();
    }

    static byte[] onnxModel(byte[] graph) {
        return join(
                field(1, 8),
                field(2, "exporter"),
                field(3, "1.0"),
                field(7, graph),
                field(8, join(field(1, ""), field(2, 17))));
    }

    /** A MatMul with an initializer of 16x32 floats, a shape of two INT64, and an If whose branch holds a constant of 3 floats. */
    static byte[] onnx() {
        byte[] constant = join(
                field(4, "Constant"),
                field(5, join(field(1, "value"), field(5, onnxTensor("c", 1, new byte[12], 3)), field(20, 4))));
        byte[] branch = join(field(1, constant), field(2, "then"));
        byte[] choose = join(field(4, "If"), field(5, join(field(1, "then_branch"), field(6, branch), field(20, 5))));
        byte[] graph = join(
                field(1, join(field(1, "x"), field(1, "w"), field(2, "y"), field(4, "MatMul"))),
                field(1, choose),
                field(2, "main"),
                field(5, onnxTensor("w", 1, new byte[2048], 16, 32)),
                field(5, join(field(1, new byte[] {2}), field(2, 7), field(7, new byte[] {1, 2}), field(8, "shape"))));
        return onnxModel(graph);
    }

    // ---- PyTorch ----

    /** An entry of a zip file to be written, with what its headers claim. */
    record Entry(String name, byte[] data, boolean deflate, long claimedSize) {
        Entry(String name, byte[] data) {
            this(name, data, false, data.length);
        }
    }

    static byte[] zip(List<Entry> entries) {
        LittleEndian out = new LittleEndian();
        LittleEndian directory = new LittleEndian();
        for (Entry entry : entries) {
            CRC32 crc = new CRC32();
            crc.update(entry.data());
            byte[] stored = entry.deflate() ? deflate(entry.data()) : entry.data();
            int method = entry.deflate() ? 8 : 0;
            byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
            int at = out.size();
            out.u32(0x04034b50).u16(20).u16(0).u16(method).u32(0).u32(crc.getValue());
            out.u32(stored.length)
                    .u32(entry.claimedSize())
                    .u16(name.length)
                    .u16(0)
                    .bytes(name)
                    .bytes(stored);
            directory.u32(0x02014b50).u16(20).u16(20).u16(0).u16(method).u32(0).u32(crc.getValue());
            directory
                    .u32(stored.length)
                    .u32(entry.claimedSize())
                    .u16(name.length)
                    .u16(0)
                    .u16(0);
            directory.u16(0).u16(0).u32(0).u32(at).bytes(name);
        }
        int at = out.size();
        return out.bytes(directory.toBytes())
                .u32(0x06054b50)
                .u16(0)
                .u16(0)
                .u16(entries.size())
                .u16(entries.size())
                .u32(directory.size())
                .u32(at)
                .u16(0)
                .toBytes();
    }

    static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        while (!deflater.finished()) {
            out.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return out.toByteArray();
    }

    static byte[] torch(byte[] pickle, Map<String, Integer> storages) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("archive/data.pkl", pickle));
        entries.add(new Entry("archive/byteorder", "little".getBytes(StandardCharsets.UTF_8)));
        storages.forEach((key, bytes) -> entries.add(new Entry("archive/data/" + key, new byte[bytes])));
        entries.add(new Entry("archive/version", "3\n".getBytes(StandardCharsets.UTF_8)));
        return zip(entries);
    }

    /** A state dictionary with tied embeddings: two names for storage 0, and a half-precision bias in storage 1. */
    static byte[] torch() {
        Pickle pickle = new Pickle().start();
        pickle.text("embed.weight").tensor("FloatStorage", "0", 12, 0, new long[] {3, 4}, new long[] {4, 1});
        pickle.text("lm_head.weight").tensor("FloatStorage", "0", 12, 0, new long[] {3, 4}, new long[] {4, 1});
        pickle.text("bias").tensor("HalfStorage", "1", 5, 0, new long[] {5}, new long[] {1});
        Map<String, Integer> storages = new LinkedHashMap<>();
        storages.put("0", 48);
        storages.put("1", 10);
        return torch(pickle.end(), storages);
    }

    /** Writes pickles of protocol 2 as torch.save does. */
    static final class Pickle {
        private final LittleEndian out = new LittleEndian();

        Pickle start() {
            out.u8(0x80, 2, '}', 'q', 0, '(');
            return this;
        }

        Pickle text(String text) {
            out.u8('X').u32(text.length()).text(text);
            return this;
        }

        Pickle raw(int... opcodes) {
            out.u8(opcodes);
            return this;
        }

        Pickle global(String module, String name) {
            out.text("c" + module + "\n" + name + "\n");
            return this;
        }

        Pickle number(long value) {
            out.u8(0x8a, 8).u64(value);
            return this;
        }

        Pickle numbers(long[] values) {
            out.u8('(');
            for (long value : values) {
                number(value);
            }
            out.u8('t');
            return this;
        }

        Pickle storage(String type, String key, long size) {
            out.u8('(');
            return text("storage")
                    .global("torch", type)
                    .text(key)
                    .text("cpu")
                    .number(size)
                    .raw('t', 'Q');
        }

        Pickle tensor(String type, String key, long size, long offset, long[] shape, long[] strides) {
            global("torch._utils", "_rebuild_tensor_v2").raw('(');
            storage(type, key, size).number(offset).numbers(shape).numbers(strides);
            return raw(0x89).global("collections", "OrderedDict").raw(')', 'R', 't', 'R');
        }

        byte[] end() {
            out.u8('u', '.');
            return out.toBytes();
        }

        byte[] toBytes() {
            return out.toBytes();
        }
    }

    // ---- all ----

    /** A sample of each format, by the name under which it is read. */
    static Map<String, byte[]> each() {
        Map<String, byte[]> samples = new LinkedHashMap<>();
        samples.put("model.safetensors", safetensors());
        samples.put("model.gguf", gguf());
        samples.put("model.onnx", onnx());
        samples.put("model.pt", torch());
        return samples;
    }

    static ModelFileFacts read(String name, byte[] bytes) throws IOException {
        return ModelFiles.read(List.of(new ByteArraySource(name, bytes)), Limits.DEFAULT);
    }
}
