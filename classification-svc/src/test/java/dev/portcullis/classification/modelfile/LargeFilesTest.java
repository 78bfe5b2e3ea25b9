package dev.portcullis.classification.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of files with weights at most one hundredth is read. The files are sparse: they take no room. */
class LargeFilesTest {
    private static final long GB = 1_000_000_000L;

    @TempDir
    Path folder;

    private static void atMostOneHundredthIsRead(FileSource source, long elements) throws IOException {
        try (source) {
            ModelFileFacts facts = ModelFiles.read(List.of(source), Limits.DEFAULT);
            assertThat(facts.parameterCount()).isEqualTo(elements);
            assertThat(facts.files().get(0).size()).isGreaterThan(9 * GB);
            assertThat(facts.files().get(0).bytesRead()).isLessThanOrEqualTo(source.size() / 100);
        }
    }

    private Path sparse(String name, byte[] head, long size) throws IOException {
        Path path = folder.resolve(name);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(head);
            file.setLength(size);
        }
        return path;
    }

    @Test
    void of_a_safetensors_file_of_10_gigabytes() throws IOException {
        StringBuilder header = new StringBuilder("{");
        int tensors = 1000;
        long each = 10 * GB / tensors;
        for (int i = 0; i < tensors; i++) {
            header.append(i == 0 ? "" : ",")
                    .append(String.format(
                            "\"model.layers.%d.mlp.weight\":{\"dtype\":\"BF16\",\"shape\":[%d],\"data_offsets\":[%d,%d]}",
                            i, each / 2, i * each, (i + 1) * each));
        }
        byte[] text = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
        Path path = sparse(
                "m.safetensors", new LittleEndian().u64(text.length).bytes(text).toBytes(), 8 + text.length + 10 * GB);
        atMostOneHundredthIsRead(FileSource.open("m.safetensors", path), 5 * GB);
    }

    @Test
    void of_a_gguf_file_of_10_gigabytes() throws IOException {
        LittleEndian head = new LittleEndian().text("GGUF").u32(3).u64(10).u64(0);
        long elements = 32L * 56_000_000;
        for (int i = 0; i < 10; i++) {
            head.string("blk." + i + ".w").u32(2).u64(32).u64(56_000_000).u32(2).u64(i * 56_000_000L * 18);
        }
        while (head.size() % 32 != 0) {
            head.u8(0);
        }
        long size = head.size() + 10 * 56_000_000L * 18;
        atMostOneHundredthIsRead(FileSource.open("m.gguf", sparse("m.gguf", head.toBytes(), size)), 10 * elements);
    }

    @Test
    void of_an_onnx_file_of_10_gigabytes() throws IOException {
        long bytes = GB;
        LittleEndian tensor = new LittleEndian();
        tensor.bytes(Samples.field(1, bytes / 4)).bytes(Samples.field(2, 1)).bytes(Samples.field(8, "w"));
        tensor.bytes(Samples.varint(9 << 3 | 2)).bytes(Samples.varint(bytes));
        byte[] before = tensor.toBytes();
        byte[] field = new LittleEndian()
                .bytes(Samples.varint(5 << 3 | 2))
                .bytes(Samples.varint(before.length + bytes))
                .bytes(before)
                .toBytes();
        long graph = 10 * (field.length + bytes);
        Path path = folder.resolve("m.onnx");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(Samples.field(1, 8));
            file.write(Samples.varint(7 << 3 | 2));
            file.write(Samples.varint(graph));
            for (int i = 0; i < 10; i++) {
                file.write(field);
                file.seek(file.getFilePointer() + bytes);
            }
            file.setLength(file.getFilePointer());
        }
        atMostOneHundredthIsRead(FileSource.open("m.onnx", path), 10 * bytes / 4);
    }

    @Test
    void of_a_pytorch_file_of_10_gigabytes_with_a_64_bit_directory() throws IOException {
        long bytes = 5 * GB;
        Samples.Pickle pickle = new Samples.Pickle().start();
        for (int i = 0; i < 2; i++) {
            pickle.text("w" + i).tensor("FloatStorage", "" + i, bytes / 4, 0, new long[] {bytes / 4}, new long[] {1});
        }
        byte[] data = pickle.end();
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(data);
        Path path = folder.resolve("m.pt");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            LittleEndian directory = new LittleEndian();
            file.write(local("a/data.pkl", crc.getValue(), data.length));
            file.write(data);
            directory.bytes(central("a/data.pkl", crc.getValue(), data.length, 0));
            for (int i = 0; i < 2; i++) {
                long at = file.getFilePointer();
                file.write(local("a/data/" + i, 0, bytes));
                file.seek(file.getFilePointer() + bytes);
                directory.bytes(central("a/data/" + i, 0, bytes, at));
            }
            long at = file.getFilePointer();
            LittleEndian end = new LittleEndian().bytes(directory.toBytes());
            end.u32(0x06064b50)
                    .u64(44)
                    .u16(45)
                    .u16(45)
                    .u32(0)
                    .u32(0)
                    .u64(3)
                    .u64(3)
                    .u64(directory.size())
                    .u64(at);
            end.u32(0x07064b50).u32(0).u64(at + directory.size()).u32(1);
            end.u32(0x06054b50)
                    .u16(0)
                    .u16(0)
                    .u16(3)
                    .u16(3)
                    .u32(directory.size())
                    .u32(0xffffffffL)
                    .u16(0);
            file.write(end.toBytes());
        }
        atMostOneHundredthIsRead(FileSource.open("m.pt", path), 2 * bytes / 4);
    }

    private static byte[] local(String name, long crc, long size) {
        return new LittleEndian()
                .u32(0x04034b50)
                .u16(45)
                .u16(0)
                .u16(0)
                .u32(0)
                .u32(crc)
                .u32(0xffffffffL)
                .u32(0xffffffffL)
                .u16(name.length())
                .u16(20)
                .text(name)
                .u16(1)
                .u16(16)
                .u64(size)
                .u64(size)
                .toBytes();
    }

    private static byte[] central(String name, long crc, long size, long at) {
        return new LittleEndian()
                .u32(0x02014b50)
                .u16(45)
                .u16(45)
                .u16(0)
                .u16(0)
                .u32(0)
                .u32(crc)
                .u32(0xffffffffL)
                .u32(0xffffffffL)
                .u16(name.length())
                .u16(28)
                .u16(0)
                .u16(0)
                .u16(0)
                .u32(0)
                .u32(0xffffffffL)
                .text(name)
                .u16(1)
                .u16(24)
                .u64(size)
                .u64(size)
                .u64(at)
                .toBytes();
    }
}
