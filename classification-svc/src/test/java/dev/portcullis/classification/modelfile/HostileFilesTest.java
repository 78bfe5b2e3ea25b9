package dev.portcullis.classification.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong and hostile files: each is read or refused with a reason, in bounded memory and time, and nothing else happens. */
class HostileFilesTest {
    /** What reading a file of a few kilobytes may allocate, however it lies. */
    private static final long SMALL = 24L << 20;

    private static final Duration SOON = Duration.ofSeconds(20);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Reads or refuses, and nothing else: any other exception is a fault of the reader. */
    private static boolean isRefused(String name, byte[] file) {
        try {
            ModelFileFacts facts = Samples.read(name, file);
            assertThat(facts.files().get(0).bytesRead()).isLessThanOrEqualTo(32L << 20);
            return false;
        } catch (ModelFileException refused) {
            assertThat(refused.getMessage()).startsWith(name + ": ").matches("[ -~]{10,700}");
            return true;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            return fail(name + " of " + file.length + " bytes: " + fault, fault);
        }
    }

    private void refusedCheaply(String name, byte[] file, long allocation) {
        refusedCheaply(new ByteArraySource(name, file), allocation, null);
    }

    private void refusedCheaply(RandomAccessSource file, long allocation, String reason) {
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        long start = System.nanoTime();
        assertThatThrownBy(() -> ModelFiles.read(List.of(file), Limits.DEFAULT))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining(reason == null ? ":" : reason);
        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(allocation);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.safetensors", "model.gguf", "model.onnx", "model.pt"})
    void a_file_cut_off_at_any_byte_is_refused(String name) {
        byte[] whole = Samples.each().get(name);
        for (int length = 0; length < whole.length; length++) {
            boolean refused = isRefused(name, Arrays.copyOf(whole, length));
            // An ONNX file has no end mark: cut between two of its fields it is a shorter file.
            if (!name.endsWith(".onnx")) {
                assertThat(refused).as("%s cut to %d bytes", name, length).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.safetensors", "model.gguf", "model.onnx", "model.pt"})
    void any_byte_may_have_any_of_its_bits_turned(String name) {
        byte[] whole = Samples.each().get(name);
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] file = whole.clone();
                file[at] ^= (byte) (1 << bit);
                isRefused(name, file);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.safetensors", "model.gguf", "model.onnx", "model.pt"})
    void eight_bytes_anywhere_may_claim_anything(String name) {
        byte[] whole = Samples.each().get(name);
        for (int at = 0; at + 8 <= whole.length; at++) {
            for (long lie : new long[] {Long.MAX_VALUE, -1, Long.MIN_VALUE, 1L << 40, 1L << 32, Integer.MAX_VALUE, 0}) {
                byte[] file = whole.clone();
                ByteBuffer.wrap(file).order(java.nio.ByteOrder.LITTLE_ENDIAN).putLong(at, lie);
                isRefused(name, file);
            }
        }
    }

    @Property(tries = 3000)
    void several_bytes_may_change_at_once(
            @ForAll @IntRange(max = 3) int format,
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 12) int changes) {
        Map.Entry<String, byte[]> sample =
                List.copyOf(Samples.each().entrySet()).get(format);
        Random random = new Random(seed);
        byte[] file = sample.getValue().clone();
        for (int i = 0; i < changes; i++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt();
        }
        isRefused(sample.getKey(), file);
    }

    @Property(tries = 2000)
    void a_pickle_may_hold_any_instructions(@ForAll @Size(max = 200) byte[] instructions) {
        isRefused("model.pt", Samples.torch(instructions, Map.of()));
    }

    @Property(tries = 2000)
    void a_pickle_may_be_made_of_known_instructions(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int length) {
        String known = "(.012NJKMRQXa]e}bct)lduhqsS";
        Random random = new Random(seed);
        LittleEndian out = new LittleEndian();
        for (int i = 0; i < length; i++) {
            int opcode = known.charAt(random.nextInt(known.length()));
            out.u8(opcode);
            switch (opcode) {
                case 'J' -> out.u32(random.nextInt());
                case 'K', 'h', 'q' -> out.u8(random.nextInt(4));
                case 'M' -> out.u16(random.nextInt());
                case 'X' -> out.u32(1).text("k");
                case 'c' -> out.text("torch._utils\n_rebuild_tensor_v2\n");
                case 'S' -> out.text("'s'\n");
                default -> {}
            }
        }
        isRefused("model.pt", Samples.torch(out.toBytes(), Map.of("0", 4)));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, -1, Long.MIN_VALUE, 100_000_001, 1L << 40})
    void a_header_length_that_lies_takes_no_memory(long length) {
        refusedCheaply(
                "m.safetensors", new LittleEndian().u64(length).text("{}").toBytes(), 1 << 20);
    }

    @Test
    void counts_of_gguf_that_lie_take_no_memory() {
        for (long lie : new long[] {1L << 40, Long.MAX_VALUE, -1, Integer.MAX_VALUE}) {
            refusedCheaply(
                    "m.gguf",
                    new LittleEndian().text("GGUF").u32(3).u64(lie).u64(0).toBytes(),
                    1 << 20);
            refusedCheaply(
                    "m.gguf",
                    new LittleEndian().text("GGUF").u32(3).u64(0).u64(lie).toBytes(),
                    1 << 20);
            LittleEndian start = new LittleEndian().text("GGUF").u32(3).u64(0).u64(1);
            refusedCheaply(
                    "m.gguf", start.string("general.name").u32(8).u64(lie).toBytes(), 1 << 20);
            for (int type : new int[] {0, 5, 8, 9, 12}) {
                byte[] array = new LittleEndian()
                        .text("GGUF")
                        .u32(3)
                        .u64(0)
                        .u64(1)
                        .string("a.b")
                        .u32(9)
                        .u32(type)
                        .u64(lie)
                        .zeros(64)
                        .toBytes();
                refusedCheaply("m.gguf", array, 1 << 20);
            }
        }
    }

    @Test
    void arrays_of_gguf_that_nest_without_end_are_refused() {
        LittleEndian out =
                new LittleEndian().text("GGUF").u32(3).u64(0).u64(1).string("a").u32(9);
        for (int i = 0; i < 100_000; i++) {
            out.u32(9).u64(1);
        }
        refusedCheaply(new ByteArraySource("m.gguf", out.toBytes()), 4 << 20, "nest more than");
    }

    @Test
    void json_that_nests_without_end_is_refused() {
        String deep = "{\"t\":".repeat(100_000);
        refusedCheaply(
                new ByteArraySource("m.safetensors", Samples.safetensors(deep, 0)), 4 << 20, "field t of tensor t");
        refusedCheaply(
                new ByteArraySource(
                        "m.safetensors", Samples.safetensors("{\"t\":{\"shape\":" + "[".repeat(100_000), 0)),
                4 << 20,
                "where");
        String config = "{\"a\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> ModelFiles.read(
                        List.of(
                                new ByteArraySource("m.safetensors", Samples.safetensors()),
                                new ByteArraySource("config.json", config.getBytes(StandardCharsets.UTF_8))),
                        Limits.DEFAULT))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("nests too deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "{",
                "{}{}",
                "{} x",
                "{\"a\":1}",
                "{\"a\":{}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}",
                "{\"a\":{\"dtype\":\"F31\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F4\",\"shape\":[3],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":1}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,2],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,4]}}",
                "{\"__metadata__\":{\"a\":1},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}"
            })
    void headers_of_safetensors_that_contradict_themselves_are_refused(String header) {
        assertThat(isRefused("m.safetensors", Samples.safetensors(header, 4))).isTrue();
    }

    @Test
    void tensors_that_overlap_or_leave_a_hole_are_refused() {
        String two = "{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]},"
                + "\"b\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[%d,%d]}}";
        assertThat(isRefused("m.safetensors", Samples.safetensors(two.formatted(4, 8), 8)))
                .isFalse();
        assertThat(isRefused("m.safetensors", Samples.safetensors(two.formatted(3, 7), 8)))
                .isTrue();
        assertThat(isRefused("m.safetensors", Samples.safetensors(two.formatted(5, 9), 9)))
                .isTrue();
        assertThat(isRefused("m.safetensors", Samples.safetensors(two.formatted(4, 8), 9)))
                .isTrue();
        assertThat(isRefused("m.safetensors", Samples.safetensors(two.formatted(0, 4), 8)))
                .isTrue();
    }

    @Test
    void a_header_that_is_no_utf8_is_refused() {
        byte[] file = Samples.safetensors();
        file[8 + 30] = (byte) 0xff;
        assertThat(isRefused("m.safetensors", file)).isTrue();
    }

    @Test
    void a_header_of_a_hundred_million_bytes_is_read_in_bounded_memory_and_only_of_a_file_that_is_large_enough(
            @TempDir Path folder) throws IOException {
        byte[] begin = "{\"__metadata__\":{\"x\":\"".getBytes(StandardCharsets.UTF_8);
        Path path = folder.resolve("large.safetensors");
        int length = 100_000_000;
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(new LittleEndian().u64(length).bytes(begin).toBytes());
            byte[] filler = new byte[1 << 20];
            Arrays.fill(filler, (byte) 'x');
            while (file.getFilePointer() + filler.length < 8 + length) {
                file.write(filler);
            }
            byte[] last = "\"},\"t\":{\"dtype\":\"U8\",\"shape\":[9910000000],\"data_offsets\":[0,9910000000]}}"
                    .getBytes(StandardCharsets.UTF_8);
            file.write(filler, 0, (int) (8 + length - last.length - file.getFilePointer()));
            file.write(last);
            file.setLength(8 + length);
            try (FileSource small = FileSource.open("large.safetensors", path)) {
                refusedCheaply(small, 1 << 20, "of a file of this size");
            }
            file.setLength(8L + length + 9_910_000_000L);
        }
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        try (FileSource large = FileSource.open("large.safetensors", path)) {
            ModelFileFacts facts = ModelFiles.read(List.of(large), Limits.DEFAULT);
            assertThat(facts.elementCount()).isEqualTo(9_910_000_000L);
            assertThat(facts.files().get(0).bytesRead()).isLessThanOrEqualTo(large.size() / 100);
        }
        // Windows of the cursor pass by and are garbage: what counts is that no more than the header itself is ever
        // taken.
        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(3L * length);
    }

    @Test
    void a_header_full_of_tensors_is_bounded_by_their_number() {
        StringBuilder header = new StringBuilder("{");
        for (int i = 0; i < 5000; i++) {
            header.append(i == 0 ? "" : ",")
                    .append("\"t")
                    .append(i)
                    .append("\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}");
        }
        byte[] file = Samples.safetensors(header.append('}').toString(), 0);
        Limits few = new Limits(1 << 20, 1, 1, 1, 100_000_008, 1, 1, 1, 1000, 1, 10);
        assertThatThrownBy(() -> ModelFiles.read(List.of(new ByteArraySource("m.safetensors", file)), few))
                .hasMessageContaining("more than 1000");
    }

    @Test
    void a_compressed_pickle_that_unfolds_without_end_is_cut_off() {
        byte[] bomb = new byte[200 << 20];
        Arrays.fill(bomb, (byte) 'N');
        byte[] honest = Samples.zip(List.of(new Samples.Entry("archive/data.pkl", bomb, true, bomb.length)));
        refusedCheaply(new ByteArraySource("m.pt", honest), SMALL, "at most");
        byte[] lying = Samples.zip(List.of(new Samples.Entry("archive/data.pkl", bomb, true, 1000)));
        refusedCheaply(new ByteArraySource("m.pt", lying), SMALL, "its pickle has no end");
        byte[] nearly = Samples.zip(
                List.of(new Samples.Entry("archive/data.pkl", Arrays.copyOf(bomb, 60 << 20), true, 60 << 20)));
        refusedCheaply(new ByteArraySource("m.pt", nearly), 4 * SMALL, "more than");
    }

    @Test
    void a_small_pickle_that_asks_for_billions_of_objects_gets_none() {
        Samples.Pickle pickle = new Samples.Pickle().raw(0x80, 2, ']', 'q', 0);
        for (int level = 1; level < 60; level++) {
            pickle.raw(']', 'q', level, '(', 'h', level - 1, 'h', level - 1, 'e');
        }
        assertThatCode(() -> Samples.read("m.pt", Samples.torch(pickle.raw('.').toBytes(), Map.of())))
                .doesNotThrowAnyException();
    }

    @Test
    void a_pickle_that_holds_itself_is_walked_once() {
        byte[] pickle =
                new Samples.Pickle().raw(0x80, 2, ']', 'q', 0, 'h', 0, 'a', '.').toBytes();
        assertThat(isRefused("m.pt", Samples.torch(pickle, Map.of()))).isFalse();
    }

    @Test
    void a_pickle_that_nests_deep_needs_no_deep_stack() {
        LittleEndian lists = new LittleEndian();
        LittleEndian dictionaries = new LittleEndian();
        for (int i = 0; i < 150_000; i++) {
            lists.u8(']');
            dictionaries.u8('}').u8(i % 2 == 0 ? new int[] {'U', 1, 'k'} : new int[] {'N'});
        }
        dictionaries.u8('N');
        for (int i = 0; i < 150_000; i++) {
            lists.u8(i == 0 ? new int[0] : new int[] {'a'});
            dictionaries.u8('s');
        }
        Limits more = new Limits(1 << 20, 1, 1, 4 << 20, 100_001_024, 1, 1, 1, 1000, 2_000_000, 10);
        for (LittleEndian pickle : List.of(lists, dictionaries)) {
            byte[] file = Samples.torch(pickle.u8('.').toBytes(), Map.of());
            assertThatCode(() -> ModelFiles.read(List.of(new ByteArraySource("m.pt", file)), more))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void many_tensors_far_down_take_no_time_to_name() throws IOException {
        Samples.Pickle pickle = new Samples.Pickle().raw(0x80, 2);
        for (int i = 0; i < 100_000; i++) {
            pickle.raw(']');
        }
        pickle.tensor("FloatStorage", "0", 4, 0, new long[] {4}, new long[] {1}).raw('a');
        for (int i = 1; i < 100_000; i++) {
            pickle.raw('a');
        }
        assertThat(Samples.read("m.pt", Samples.torch(pickle.raw('.').toBytes(), Map.of("0", 16)))
                        .parameterCount())
                .isEqualTo(4);
    }

    @Test
    void storages_that_lie_are_refused() {
        Samples.Pickle one = new Samples.Pickle().start();
        one.text("w").tensor("FloatStorage", "0", 1L << 61, 0, new long[] {1L << 61}, new long[] {1});
        assertThat(isRefused("m.pt", Samples.torch(one.end(), Map.of("0", 4)))).isTrue();
        Samples.Pickle two = new Samples.Pickle().start();
        two.text("w").tensor("FloatStorage", "0", 4, 1, new long[] {4}, new long[] {1});
        assertThat(isRefused("m.pt", Samples.torch(two.end(), Map.of("0", 16)))).isTrue();
        Samples.Pickle three = new Samples.Pickle().start();
        three.text("w").tensor("FloatStorage", "0", 4, 0, new long[] {2, 2}, new long[] {Long.MAX_VALUE, 1});
        assertThat(isRefused("m.pt", Samples.torch(three.end(), Map.of("0", 16))))
                .isTrue();
        Samples.Pickle absent = new Samples.Pickle().start();
        absent.text("w").tensor("FloatStorage", "7", 4, 0, new long[] {4}, new long[] {1});
        assertThat(isRefused("m.pt", Samples.torch(absent.end(), Map.of("0", 16))))
                .isTrue();
    }

    @Test
    void entries_that_overlap_or_share_a_name_are_refused() {
        byte[] pickle = new Samples.Pickle().start().end();
        assertThat(isRefused(
                        "m.pt",
                        Samples.zip(List.of(
                                new Samples.Entry("archive/data.pkl", pickle),
                                new Samples.Entry("archive/data.pkl", pickle)))))
                .isTrue();
        assertThat(isRefused(
                        "m.pt",
                        Samples.zip(List.of(
                                new Samples.Entry("a/data.pkl", pickle), new Samples.Entry("b/data.pkl", pickle)))))
                .isTrue();
    }

    @Test
    void messages_of_onnx_that_nest_without_end_are_refused() {
        byte[] graph = Samples.field(2, "deepest");
        for (int level = 0; level < 200; level++) {
            graph = Samples.field(1, Samples.field(5, Samples.field(6, graph)));
        }
        refusedCheaply(new ByteArraySource("m.onnx", Samples.onnxModel(graph)), SMALL, "nest more than");
    }

    @Test
    void sizes_of_onnx_tensors_that_lie_are_refused() {
        assertThat(isRefused("m.onnx", Samples.onnxModel(Samples.field(5, Samples.onnxTensor("w", 1, new byte[8], 3)))))
                .isTrue();
        assertThat(isRefused(
                        "m.onnx",
                        Samples.onnxModel(
                                Samples.field(5, Samples.onnxTensor("w", 1, new byte[0], 1L << 40, 1L << 40)))))
                .isTrue();
        assertThat(isRefused(
                        "m.onnx", Samples.onnxModel(Samples.field(5, Samples.onnxTensor("w", 1, new byte[4], -1)))))
                .isTrue();
    }

    @Test
    void a_trainer_that_claims_a_number_with_a_huge_exponent_is_refused() {
        assertThatThrownBy(() -> ModelFiles.read(
                        List.of(
                                new ByteArraySource("m.safetensors", Samples.safetensors()),
                                new ByteArraySource(
                                        "trainer_state.json",
                                        "{\"total_flos\":1e999999999}".getBytes(StandardCharsets.UTF_8))),
                        Limits.DEFAULT))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("no training reaches");
    }

    @Test
    void names_from_files_come_out_in_plain_characters() {
        String header = "{\"a\\u001b[31m\\u202e\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,5]}}";
        assertThatThrownBy(() -> Samples.read("m.safetensors", Samples.safetensors(header, 4)))
                .hasMessageContaining("a?[31m?");
    }
}
